"""The filters in force as chips above the figure, and the numbers on the options of the sidebar.

The chips are one element of links, drawn only while a filter is in force: each leads to the address without that filter.
The numbers are a style of the sidebar. As part of the labels they would make every option a new one with each click, and a
reader who clicks faster than the page follows would lose what was clicked.

The script below keeps a reader of the keyboard at the chips when one is taken away, because the element is written anew and
the figure below it after that: for five seconds, or until the next key or press. It also opens the filters on a phone, where
they are folded away.
"""

import streamlit as st

from evidence.facts.in_force import beyond, filters_in_force
from evidence.facts.option_counts import option_counts
from evidence.facts.view import View
from evidence.wording.html import render
from evidence.wording.numbers import whole
from pages.parts.address import clear_link, link_to

MOST = 20
"""Chips of one filter; the sidebar has the others."""
SCRIPT = """<script>
if (!window.chipsKeepFocus) {
  window.chipsKeepFocus = true;
  const chips = () => [...document.querySelectorAll(".in-force a")];
  let waiting = 0;
  const stay = (place, left) => {
    const now = chips();
    const heading = document.querySelector(".st-key-forest_panel h2");
    const lost = document.activeElement === document.body || !document.activeElement;
    if (lost && now.length) now[Math.min(place, now.length - 1)].focus();
    else if (lost && heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    if (left) waiting = setTimeout(stay, 50, place, left - 1);
  };
  const forget = (event) => { if (event.isTrusted) clearTimeout(waiting); };
  document.addEventListener("keydown", forget, { capture: true });
  document.addEventListener("pointerdown", forget, { capture: true });
  document.addEventListener("click", (click) => {
    const chip = click.target.closest?.(".in-force a");
    if (chip) return void (waiting = setTimeout(stay, 50, chips().indexOf(chip), 100));
    if (!click.target.closest?.(".open-filters")) return;
    document.querySelector('[data-testid="stExpandSidebarButton"]')?.click();
    setTimeout(() => document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.focus(), 300);
  });
}
</script>"""


def draw_filters_in_force(view: View) -> None:
    """Draw the chips; nothing when no filter is in force."""
    if view.selection.is_filtered:
        chips = [(each.filter, link_to(each.without)) for each in filters_in_force(view.selection, view.pack, MOST)]
        shown, total = len(view.study_ids), len(view.pack.rows.studies)
        more = beyond(view.selection, MOST)
        st.html(render("filters_in_force.html", chips=chips, more=more, shown=shown, total=total, clear=clear_link()))


def option_numbers(view: View) -> str:
    """The style that writes its number behind each option of the sidebar; it holds numbers alone."""
    rules = (
        f'.st-key-{name} button:nth-child({place})::after{{content:" {whole(number)}"}}'
        for name, numbers in option_counts(view.pack, view.selection).items()
        for place, number in enumerate(numbers, 1)
    )
    return f"<style>{''.join(rules)}</style>"
