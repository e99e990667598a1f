"""A link to a place on a page (a term, a row, a statement) arrives at it: what a page shows comes after the page, so that a
browser which looks at once finds nothing.

The script below waits for the place, brings it into view and gives it the focus, once for each address; after that the
reader scrolls where they want. Such a place has `tabindex="-1"`.
"""

SCRIPT = """<script>
if (!window.arrivesAtTerms) {
  window.arrivesAtTerms = true;
  let arrived = "";
  const arrive = () => {
    const { href, hash } = window.location;
    if (href === arrived) return;
    const place = hash ? document.getElementById(hash.slice(1)) : null;
    if (hash && !place) return;
    arrived = href;
    if (!place?.matches('[tabindex="-1"]')) return;
    const main = place.closest(".stMain");
    if (main) main.scrollTop += place.getBoundingClientRect().top - main.clientHeight / 2;
    place.focus({ preventScroll: true });
  };
  new MutationObserver(arrive).observe(document.body, { childList: true, subtree: true });
  arrive();
}
</script>"""
