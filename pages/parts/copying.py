"""A button with `data-copies` copies the text of the part of the page it names, without what is folded away in it.

Where a page may not write to the clipboard (an address without https, other than this machine), the text is marked instead,
ready to be copied by hand. The button then says what was done, in the words of its `data-done` or `data-marked`.
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
    if (window.isSecureContext && navigator.clipboard) {
      await navigator.clipboard.writeText(wordsOf(place));
      button.textContent = button.dataset.done;
    } else {
      window.getSelection().selectAllChildren(place);
      button.textContent = button.dataset.marked;
    }
  });
}
</script>"""
