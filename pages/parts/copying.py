"""A button with `data-copies` copies the text of the part of the page it names, without what is folded away in it.

Where a page may not write to the clipboard (an address without https, other than this machine, or a browser that refuses),
the text is marked instead, ready to be copied by hand. The button says what was done, in the words of its `data-done` or
`data-marked`, and some seconds later its own again.
"""

SCRIPT = r"""<script>
if (!window.textIsCopied) {
  window.textIsCopied = true;
  const wordsOf = (place) => {
    const copy = place.cloneNode(true);
    copy.querySelectorAll("details, .ways-on").forEach((each) => each.remove());
    const lines = [...copy.querySelectorAll("h2, h3, li, p")].map((each) => each.textContent.replace(/\s+/g, " ").trim());
    return lines.filter(Boolean).join("\n");
  };
  document.addEventListener("click", async (click) => {
    const button = click.target.closest && click.target.closest("[data-copies]");
    const place = button && document.querySelector(button.dataset.copies);
    if (!place) return;
    const label = button.dataset.label ??= button.textContent;
    let copied = false;
    if (window.isSecureContext && navigator.clipboard)
      copied = await navigator.clipboard.writeText(wordsOf(place)).then(() => true, () => false);
    if (!copied) window.getSelection().selectAllChildren(place);
    button.textContent = copied ? button.dataset.done : button.dataset.marked;
    setTimeout(() => { button.textContent = label; }, 8000);
  });
}
</script>"""
