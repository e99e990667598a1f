"""Studies that were ticked for a comparison stay ticked when the figure or the table is drawn anew, by a filter or an order.

A study that is ticked and not shown takes no part until it is shown again: what is compared is what one sees ticked.
"""

SCRIPT = """<script>
if (!window.keepsTicks) {
  window.keepsTicks = true;
  const ticked = new Set(), known = new WeakSet();
  const boxes = () => document.querySelectorAll(".stHtml input[name=compare]");
  document.addEventListener("change", ({ target }) => {
    if (!target.matches?.(".stHtml input[name=compare]")) return;
    boxes().forEach((each) => known.add(each));
    if (target.checked) ticked.add(target.value); else ticked.delete(target.value);
  });
  document.addEventListener("submit", () => ticked.clear());
  new MutationObserver(() => {
    if (ticked.size === 0) return;
    for (const each of boxes())
      if (!known.has(each)) {
        known.add(each);
        each.checked ||= ticked.has(each.value);
      }
  }).observe(document.body, { childList: true, subtree: true });
}
</script>"""
