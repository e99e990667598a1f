"""Keys of a clicker work from a field too: Enter leaves a field of hands, and Page Up and Down turn the page from there.

Streamlit gives the keys of a focused field to the field alone, so that the arrows would be dead after a number was typed.
"""

import streamlit as st

SCRIPT = """<script>
if (!window.clubKeys) {
  window.clubKeys = true;
  document.addEventListener("keydown", (press) => {
    const field = press.target.closest && press.target.closest('[class*="st-key-club_votes"] input');
    if (!field) return;
    if (press.key === "Enter") setTimeout(() => field.blur(), 0);
    if (press.key !== "PageDown" && press.key !== "PageUp") return;
    press.preventDefault();
    field.blur();
    const again = { key: press.key, code: press.code, bubbles: true };
    setTimeout(() => {
      document.body.dispatchEvent(new KeyboardEvent("keydown", again));
      document.body.dispatchEvent(new KeyboardEvent("keyup", again));
    }, 300);
  });
}
</script>"""


def draw_keys() -> None:
    """Put the script on the page; it holds no text from data."""
    st.html(SCRIPT, unsafe_allow_javascript=True)
