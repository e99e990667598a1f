"""Links inside the program change the page without loading it anew: faster, and a pack of the reader stays open.

Streamlit loads the whole program again for a link in HTML, which ends the browser session. The script below hands such a
click to Streamlit as a step in the history, the way Back and Forward come to it. Without the script every link still works.
"""

import streamlit as st

SCRIPT = """<script>
if (!window.linksAreSoft) {
  window.linksAreSoft = true;
  document.addEventListener("click", (click) => {
    const link = click.target.closest && click.target.closest(".stHtml a[href]");
    const special = click.button || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey;
    if (!link || click.defaultPrevented || special) return;
    const here = window.location, there = new URL(link.href);
    const samePage = there.pathname === here.pathname && there.search === here.search;
    if (there.origin !== here.origin || (there.hash && samePage)) return;
    click.preventDefault();
    window.history.pushState({}, "", there);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    document.querySelector(".stMain")?.scrollTo(0, 0);
  });
}
</script>"""


def draw_soft_links() -> None:
    """Put the script on the page; it holds no text from data."""
    st.html(SCRIPT, unsafe_allow_javascript=True)
