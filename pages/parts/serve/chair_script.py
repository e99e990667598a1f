"""Keeps the chair's view up to date: asks every two seconds, sends a press at once and asks again soon after it.

Arrow keys and a clicker turn the page, as on the screen of the room. Without a script the page works too: its buttons are
a form, and it loads itself anew.
"""

SCRIPT = """<script>
(() => {
  const now = document.getElementById("now"), line = document.getElementById("line"), told = document.getElementById("told");
  if (!now) return;
  const chair = `room=${encodeURIComponent(now.dataset.code)}&chair=${encodeURIComponent(now.dataset.key)}`;
  let asking = false, again = 0;
  const put = (html, mark) => {
    const title = () => now.querySelector("h1")?.textContent ?? "";
    const before = title(), held = document.activeElement?.name === "do" ? document.activeElement.value : "";
    now.innerHTML = html;
    now.dataset.mark = mark;
    if (held) (now.querySelector(`button[value="${held}"]`) ?? now.querySelector("button"))?.focus();
    if (before === title()) return;
    told.textContent = title();
    window.scrollTo(0, 0);
  };
  const ask = async (deed) => {
    if (asking && !deed) return;
    asking = true;
    const sent = deed && { method: "POST", body: new URLSearchParams({ do: deed }) };
    const way = sent ? `chair/do?part=1&${chair}` : `chair/now?${chair}`;
    const marks = sent ? {} : { headers: { "If-None-Match": now.dataset.mark } };
    try {
      const answer = await fetch(way, { ...sent, ...marks, signal: AbortSignal.timeout(8000) });
      if (answer.status >= 500) throw new Error("busy");
      if (answer.status !== 304) put(await answer.text(), answer.headers.get("ETag") || "");
      line.hidden = true;
    } catch {
      line.hidden = false;
    }
    asking = false;
    if (deed) again = 3;
    if (again) { again -= 1; setTimeout(ask, 450); }
  };
  now.addEventListener("submit", (submit) => {
    submit.preventDefault();
    ask(submit.submitter.value);
  });
  const deeds = { ArrowRight: "on", PageDown: "on", ArrowLeft: "back", PageUp: "back" };
  document.addEventListener("keydown", (press) => {
    const deed = Object.hasOwn(deeds, press.key) && deeds[press.key];
    if (!deed || press.ctrlKey || press.metaKey || press.altKey || press.repeat) return;
    press.preventDefault();
    now.querySelector(`button[value="${deed}"]:not([disabled])`)?.click();
  });
  setInterval(() => { if (!document.hidden) ask(); }, 2000);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
})();
</script>"""
