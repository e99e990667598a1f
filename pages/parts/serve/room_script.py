"""Keeps the page of a phone up to date: asks every 2.5 seconds while it is looked at, and sends an answer at once.

An answer that does not get through is sent again until it does; a later one takes its place. Without a script the page
works too: its buttons are a form, and it loads itself anew.
"""

SCRIPT = """<script>
(() => {
  const now = document.getElementById("now"), line = document.getElementById("line");
  if (!now) return;
  const room = "room=" + encodeURIComponent(now.dataset.code);
  let waiting = null, asking = false, chosen = "";
  const put = (html, mark) => {
    const before = now.querySelector("h1")?.textContent;
    now.innerHTML = html;
    now.dataset.mark = mark;
    if (before !== now.querySelector("h1")?.textContent) {
      window.scrollTo(0, 0);
      now.querySelector("h1[tabindex]")?.focus({ preventScroll: true });
    }
  };
  const ask = async () => {
    if (asking) return;
    asking = true;
    const sent = waiting;
    try {
      const answer = sent
        ? await fetch(`room/vote?${room}&part=1`, { method: "POST", body: sent, signal: AbortSignal.timeout(8000) })
        : await fetch(`room/now?${room}${chosen}`, {
            headers: { "If-None-Match": now.dataset.mark }, signal: AbortSignal.timeout(8000) });
      if (answer.status >= 500 || answer.status === 429) throw new Error("busy");
      if (answer.status !== 304) put(await answer.text(), answer.headers.get("ETag") || "");
      if (waiting === sent) waiting = null;
      line.hidden = true;
    } catch {
      line.hidden = false;
    }
    asking = false;
    if (waiting && waiting !== sent) ask();
  };
  now.addEventListener("submit", (submit) => {
    submit.preventDefault();
    const form = new URLSearchParams(new FormData(submit.target));
    form.set("answer", submit.submitter.value);
    submit.target.querySelectorAll("button").forEach((each) => each.removeAttribute("aria-pressed"));
    submit.submitter.setAttribute("aria-pressed", "true");
    waiting = form;
    chosen = "";
    ask();
  });
  now.addEventListener("click", (click) => {
    const link = click.target.closest("a[data-q]");
    if (!link) return;
    click.preventDefault();
    chosen = "&" + link.dataset.q;
    now.dataset.mark = "";
    ask();
  });
  setInterval(() => { if (!document.hidden) ask(); }, 2500);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
})();
</script>"""
