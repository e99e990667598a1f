"""Paper: what the browser does before it prints a page.

The margin of every page (`@page` in print.css) carries a running line, which a style sheet can only take from a variable of
the document. The script below fills it from the page's own words, the reader's day and the address, each sign as its number,
so that nothing in the data can end the text and become a rule. The same stands in full on the first page. A reader's own
table has no address; paper says so instead.

A Plotly figure is as wide as the screen it was drawn on: it is given a shape that fits any paper, until printing has ended.
"""

SCRIPT = r"""<script>
if (!window.knowsPaper) {
  window.knowsPaper = true;
  const LONGEST = 150;
  const quoted = (text) => `"${Array.from(text, (sign) => `\\${sign.codePointAt(0).toString(16)} `).join("")}"`;
  const two = (number) => String(number).padStart(2, "0");
  const day = (now) => `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  window.addEventListener("beforeprint", () => {
    const told = document.querySelector(".on-paper");
    const words = told ? told.dataset : { running: document.title, printed: "", elsewhere: "" };
    const printed = `${words.printed} ${day(new Date())}`.trim(), address = words.nowhere || window.location.href;
    const last = [printed, address.length > LONGEST ? words.elsewhere : address].filter(Boolean).join(" \u00b7 ");
    document.documentElement.style.setProperty("--running", quoted(`${words.running}\n${last}`));
    if (told) told.querySelector(".printed").textContent = `${printed} \u00b7 ${address}`;
    for (const figure of document.querySelectorAll(".js-plotly-plot .svg-container")) {
      const { clientWidth: wide, clientHeight: high } = figure;
      if (!wide || !high) continue;
      figure.style.setProperty("--shape", `${wide} / ${high}`);
      for (const each of figure.querySelectorAll(".main-svg")) each.setAttribute("viewBox", `0 0 ${wide} ${high}`);
    }
  });
  window.addEventListener("afterprint", () => {
    for (const each of document.querySelectorAll(".js-plotly-plot .main-svg")) each.removeAttribute("viewBox");
  });
}
</script>"""
