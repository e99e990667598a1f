"""The overview of a journal club: every step as a link, and the keys, opened by a click on the counter or by a key.

`o` opens and closes it, `?` opens it at the keys, a digit goes to that step (0 to the tenth), Home and End to the first
and the last; Space turns the page like the arrow; `b` darkens the screen until the next key or click. A key that is typed
into a field, or that belongs to a button or fold in focus, is left alone.
"""

import streamlit as st

from evidence.club.positions import Position
from evidence.club.session import KINDS
from evidence.vocabulary.fact import fact
from evidence.wording.html import render
from evidence.wording.say import say, tr
from pages.parts.address import link_with

SCRIPT = """<script>
if (!window.clubOverview) {
  window.clubOverview = true;
  const overview = () => document.querySelector("#club-overview");
  const steps = () => [...document.querySelectorAll("#club-overview .club-steps a")];
  let dark = null;
  const lighten = () => { dark?.remove(); dark = null; };
  const darken = () => {
    dark = document.createElement("div");
    dark.className = "club-dark";
    dark.setAttribute("role", "status");
    dark.setAttribute("aria-label", overview().dataset.dark);
    dark.addEventListener("click", lighten);
    document.body.append(dark);
  };
  const open = (place) => {
    overview().togglePopover(true);
    overview().querySelector(place)?.focus();
  };
  const does = {
    "o": () => overview().matches(":popover-open") ? overview().hidePopover() : open("a[aria-current]"),
    "?": () => open(".club-all-keys"),
    "b": darken,
    "p": () => document.querySelector(".st-key-club_timer button:not([disabled])")?.click(),
    "Home": () => steps()[0].click(),
    "End": () => steps().at(-1).click(),
    " ": () => document.querySelector(".st-key-club_on button:not([disabled])")?.click(),
  };
  for (let digit = 0; digit < 10; digit += 1) does[digit] = () => steps()[(digit + 9) % 10]?.click();
  document.addEventListener("keydown", (press) => {
    if (dark) {
      lighten();
      press.preventDefault();
      press.stopImmediatePropagation();
      return;
    }
    const place = overview(), target = press.target;
    if (!place || !target.closest || press.ctrlKey || press.metaKey || press.altKey) return;
    if (press.key === "Escape" && place.matches(":popover-open")) {
      place.hidePopover();
      press.preventDefault();
      press.stopImmediatePropagation();
      return;
    }
    const deed = Object.hasOwn(does, press.key) && does[press.key];
    if (!deed || target.closest("input, textarea, select, [contenteditable], [role=combobox]")) return;
    if (press.key.length === 1 && press.key !== " " && document.documentElement.dataset.singleKeys === "off") return;
    if (press.key === " " && target.closest("button, a, summary, [role=button]")) return;
    press.preventDefault();
    deed();
  }, { capture: true });
}
</script>"""


def draw_overview(places: tuple[Position, ...], here: int) -> None:
    """The counter, and behind it the overview with links to the first place of each step; then the script."""
    first = {place.step: place.address for place in reversed(places)}
    steps = [(say(fact(f"club {KINDS[step]}")), link_with("step", first[step])) for step in sorted(first)]
    now = sorted(first).index(places[here].step)
    counted = tr("{n:whole} of {all:whole}", n=now + 1, all=len(steps))
    st.html(render("club_overview.html", steps=steps, now=now, counted=counted) + SCRIPT, unsafe_allow_javascript=True)
