"""Links inside the program change the page without loading it anew: faster, and a pack of the reader stays open.

Streamlit loads the whole program again for a link in HTML, which ends the browser session. The script below hands such a
click to Streamlit as a step in the history, the way Back and Forward come to it. Without the script every link still works.

A link that is drawn the same for everybody, whatever else they have open on the page, names in `data-keeps` the parameters
of the address that it leaves as they are.

A form that asks for an address of the program (`method="get"`) is followed like a link to it.

A row with `data-row` follows its first link wherever it is clicked, unless the click meant something else: a button, a
fold, a text that was just marked. A figure laid over such rows passes the click on to the row under it.
"""

SCRIPT = """<script>
if (!window.linksAreSoft) {
  window.linksAreSoft = true;
  const whole = (link) => {
    const there = new URL(link.href), kept = (link.dataset?.keeps ?? "").split(" ");
    for (const [name, value] of new URLSearchParams(window.location.search))
      if (kept.includes(name)) there.searchParams.append(name, value);
    return there;
  };
  const follow = (link) => {
    const there = whole(link), leaves = there.pathname !== window.location.pathname;
    window.history.pushState({}, "", there.href);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    if (leaves) document.querySelector(".stMain")?.scrollTo(0, 0);
  };
  const isSoft = (link) => {
    const here = window.location, there = new URL(link.href);
    const samePage = there.pathname === here.pathname && there.search === here.search;
    const kept = !link.hasAttribute("download") && link.target !== "_blank";
    return kept && there.origin === here.origin && !(there.hash && samePage);
  };
  const rowOf = (click) => {
    const place = click.target;
    if (place.closest('[class*="st-key-plot_"] .js-plotly-plot')) {
      const under = document.elementsFromPoint(click.clientX, click.clientY);
      return under.map((each) => each.closest("[data-row]")).find(Boolean);
    }
    const meant = place.closest("a, button, summary, input, select, textarea, label, [popover]");
    if (meant || String(window.getSelection())) return null;
    return place.closest(".forest [data-row], tr[data-row]");
  };
  document.addEventListener("submit", (sent) => {
    const form = sent.target.closest(".stHtml form[action]");
    if (!form || sent.defaultPrevented) return;
    sent.preventDefault();
    const there = new URL(form.getAttribute("action"), window.location);
    there.search = new URLSearchParams(new FormData(form));
    follow(there);
  });
  document.addEventListener("click", (click) => {
    if (!click.target.closest || click.defaultPrevented || click.button) return;
    const direct = click.target.closest(".stHtml a[href]");
    const link = direct || rowOf(click)?.querySelector("a[href]");
    if (!link) return;
    const elsewhere = click.ctrlKey || click.metaKey || click.shiftKey || click.altKey;
    if (direct && (elsewhere || !isSoft(link))) return;
    click.preventDefault();
    if (elsewhere || !isSoft(link)) window.open(link.href, "_blank", "noopener");
    else if (direct || link.href !== window.location.href) follow(link);
  });
}
</script>"""
