"""Keys and fingers: Enter leaves a field of hands, Page Up and Down turn the page from there too, and so does a swipe.
From a box that is ticked the arrows turn it too; a tick or a version chosen by pointer gives the keys back to the page.

A press that comes while a step is still being drawn waits for it, so that two quick presses move two steps, in their order.
A key that is held down repeats no faster than steps are drawn.

A swipe counts when it goes 80 pixels, mostly sideways, and does not start in something that scrolls sideways itself.
Streamlit gives the keys of a focused field to the field alone, so that the arrows would be dead after a number was typed.
"""

import streamlit as st

from pages.parts import club_live, club_turn

SCRIPT = """<script>
if (!window.clubKeys) {
  window.clubKeys = true;
  const turns = { ArrowRight: "on", ArrowLeft: "back", PageDown: "on", PageUp: "back" };
  const step = () => new URL(location.href).searchParams.get("step");
  const button = (way) => document.querySelector(`.st-key-club_${way} button:not([disabled])`);
  let asked = 0, ran = false, left = "", votes = false, waiting = [];
  const ask = () => {
    const now = asked = performance.now();
    [ran, left, votes] = [false, step(), !!document.querySelector(".st-key-club_show")];
    setTimeout(() => { if (asked === now && !ran) arrive(); }, 1000);
    setTimeout(() => { if (asked === now) arrive(); }, 5000);
  };
  const arrive = () => {
    asked = 0;
    while (waiting.length && !asked) button(waiting.shift())?.click();
  };
  const app = document.querySelector('[data-testid="stApp"]');
  new MutationObserver(() => {
    if (app.dataset.testScriptState === "running") ran = true;
    else if (asked && ran && (votes || step() !== left)) arrive();
  }).observe(app, { attributes: true, attributeFilter: ["data-test-script-state"] });
  const waits = (way, event) => {
    if (!asked) { if (button(way)) ask(); return; }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat && waiting.length < 20) waiting.push(way);
  };
  document.addEventListener("keydown", (press) => {
    const way = document.querySelector(".st-key-club_controls") && turns[press.key];
    if (!way || press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return;
    if (press.target.closest?.("input, textarea, select, [contenteditable], [role=combobox]")) return;
    waits(way, press);
  }, { capture: true });
  document.addEventListener("click", (click) => {
    const pressed = click.target.closest?.(".st-key-club_on button, .st-key-club_back button");
    if (pressed) waits(pressed.closest(".st-key-club_on") ? "on" : "back", click);
  }, { capture: true });
  document.addEventListener("keydown", (press) => {
    if (!press.target.closest) return;
    const field = press.target.closest('[class*="st-key-club_votes"] input, .st-key-club_ticks input');
    if (!field) return;
    const box = field.type === "checkbox";
    if (press.key === "Enter") setTimeout(() => field.blur(), 0);
    const turns = ["PageDown", "PageUp", ...(box ? ["ArrowLeft", "ArrowRight"] : [])];
    if (!turns.includes(press.key)) return;
    press.preventDefault();
    field.blur();
    const again = { key: press.key, code: press.code, bubbles: true };
    setTimeout(() => {
      document.body.dispatchEvent(new KeyboardEvent("keydown", again));
      document.body.dispatchEvent(new KeyboardEvent("keyup", again));
    }, 300);
  });
  document.addEventListener("click", (click) => {
    if (click.detail && click.target.closest && click.target.closest(".st-key-club_ticks, .st-key-club_length"))
      setTimeout(() => document.activeElement.blur(), 0);
  }, { capture: true });
  let from = null;
  const scrolls = (place) => {
    for (let each = place; each && each !== document.body; each = each.parentElement)
      if (each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX !== "visible") return true;
    return false;
  };
  document.addEventListener("touchstart", (touch) => {
    const one = touch.touches.length === 1 && document.querySelector(".st-key-club_controls");
    from = one && !scrolls(touch.target) ? [touch.touches[0].clientX, touch.touches[0].clientY] : null;
  }, { passive: true });
  document.addEventListener("touchend", (touch) => {
    if (!from) return;
    const across = touch.changedTouches[0].clientX - from[0], down = touch.changedTouches[0].clientY - from[1];
    from = null;
    if (Math.abs(across) < 80 || Math.abs(across) < 2 * Math.abs(down)) return;
    document.querySelector(`.st-key-club_${across < 0 ? "on" : "back"} button:not([disabled])`)?.click();
  }, { passive: true });
}
</script>"""


def draw_keys() -> None:
    """Put the scripts on the page; they hold no text from data."""
    st.html(SCRIPT + club_live.SCRIPT + club_turn.SCRIPT, unsafe_allow_javascript=True)
