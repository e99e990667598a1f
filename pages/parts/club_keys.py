"""Keys and fingers: Enter leaves a field of hands, Page Up and Down turn the page from there too, and so does a swipe.
From a box that is ticked the arrows turn it too; a tick or a version chosen by pointer gives the keys back to the page.

A swipe counts when it goes 80 pixels, mostly sideways, and does not start in something that scrolls sideways itself.
Streamlit gives the keys of a focused field to the field alone, so that the arrows would be dead after a number was typed.
"""

import streamlit as st

from pages.parts import club_live

SCRIPT = """<script>
if (!window.clubKeys) {
  window.clubKeys = true;
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
    st.html(SCRIPT + club_live.SCRIPT, unsafe_allow_javascript=True)
