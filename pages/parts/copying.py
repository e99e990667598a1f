"""A button with `data-copies` copies the text of the part of the page it names, without what is folded away in it; one with
`data-cites` copies that link to cite, which has version and filters, with what the address opens (the parameters that
`data-keeps` names) and the place on the page.

Where a page may not write to the clipboard (an address without https, other than this machine, or a browser that refuses),
the text is copied the old way; where that is refused too it is marked instead, ready to be copied by hand. The button says
what was done, in the words of its `data-done` or `data-marked`, also to those who hear the page, and some seconds later its
own words again.
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
  const linkOf = (button) => {
    const here = window.location, link = new URL(button.dataset.cites, here), kept = button.dataset.keeps.split(" ");
    for (const [name, value] of new URLSearchParams(here.search))
      if (kept.includes(name)) link.searchParams.append(name, value);
    link.hash = here.hash;
    return link.href;
  };
  const fieldWith = (text, button) => {
    document.querySelector(".cite-field")?.remove();
    const field = document.createElement("input");
    field.className = "cite-field";
    field.readOnly = true;
    field.value = text;
    field.setAttribute("aria-label", button.dataset.label);
    button.after(field);
    field.select();
    return field;
  };
  const oldWay = (text, button) => {
    const field = fieldWith(text, button);
    if (!document.execCommand("copy")) return false;
    field.remove();
    button.focus();
    return true;
  };
  const spoken = () => {
    const found = document.querySelector("#spoken");
    if (found) return found;
    const made = document.createElement("div");
    made.id = "spoken";
    made.className = "only-read";
    made.setAttribute("role", "status");
    document.body.append(made);
    return made;
  };
  document.addEventListener("click", async (click) => {
    const button = click.target.closest && click.target.closest("[data-copies], [data-cites]");
    if (!button) return;
    const cites = "cites" in button.dataset;
    const place = cites ? null : document.querySelector(button.dataset.copies);
    if (!cites && !place) return;
    const label = button.dataset.label ??= button.textContent;
    const text = cites ? linkOf(button) : wordsOf(place);
    const says = spoken();
    says.textContent = "";
    let copied = false;
    if (window.isSecureContext && navigator.clipboard)
      copied = await navigator.clipboard.writeText(text).then(() => true, () => false);
    if (!copied && cites) copied = oldWay(text, button);
    if (!copied && place) window.getSelection().selectAllChildren(place);
    button.textContent = says.textContent = copied ? button.dataset.done : button.dataset.marked;
    setTimeout(() => { button.textContent = label; says.textContent = ""; }, 8000);
  });
}
</script>"""
