"""A link that is drawn anew after it was followed keeps the focus, so that who works by keyboard stays where they were.

What a page draws anew replaces the link, and the browser would begin at the top again. The link is known by its id; the
first key or press of the reader after that ends it.
"""

SCRIPT = """<script>
if (!window.keepsFocus) {
  window.keepsFocus = true;
  let kept = "";
  document.addEventListener("click", (click) => {
    const link = click.target.closest?.(".stHtml a[id]");
    kept = link && link.getAttribute("role") !== "option" ? link.id : "";
  });
  const forget = (event) => { if (event.isTrusted) kept = ""; };
  document.addEventListener("keydown", forget, { capture: true });
  document.addEventListener("pointerdown", forget, { capture: true });
  new MutationObserver(() => {
    if (kept && document.activeElement === document.body) document.getElementById(kept)?.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });
}
</script>"""
