"""A page whose server was away, or whose session has slept too long, comes back by itself with the view of its address.

Streamlit connects again but runs nothing until the reader does something, and a new session takes the first click for the
state it begins with: it is lost. So the page asks for a run as soon as it is connected again. What is clicked or typed
before that run is over waits for its end and is then done.

A table of the reader lives in the session alone. When the session has ended with it (a restart, a sleep, a page loaded
anew), the page asks for its note on that with `own=ended` in the address: the data behind it are the shipped ones again.
"""

SCRIPT = """<script>
if (!window.comesBack) {
  window.comesBack = true;
  const app = () => document.querySelector('[data-testid="stApp"]');
  const resting = () => app()?.dataset.testScriptState === "notRunning";
  const ownTable = () => document.querySelector(".st-key-own_table_open") !== null;
  let away = false, coming = false, began = false, drawing = false, waiting = [];
  let held = window.sessionStorage.getItem("ownTable") !== null;
  const compareTables = () => {
    if (away || coming || drawing || !resting() || !document.querySelector(".title-bar")) return;
    const lost = held && !ownTable();
    held = false;
    if (ownTable()) window.sessionStorage.setItem("ownTable", "open");
    else window.sessionStorage.removeItem("ownTable");
    if (!lost) return;
    const address = new URL(window.location);
    address.searchParams.set("own", "ended");
    window.history.replaceState(window.history.state, "", address);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  };
  const goOn = () => {
    if (!began || !resting()) return;
    coming = false;
    const kept = waiting;
    waiting = [];
    drawing = true;
    setTimeout(() => { drawing = false; compareTables(); }, 1500);
    for (const [place, event] of kept) if (place.isConnected) place.dispatchEvent(event);
  };
  const look = () => {
    if (app()?.dataset.testConnectionState !== "CONNECTED") {
      if (!away) held ||= ownTable();
      away = true;
    } else if (away) {
      away = began = false;
      coming = true;
      setTimeout(() => {
        const here = window.location;
        if (here.hash) window.history.replaceState(window.history.state, "", here.pathname + here.search);
        window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
      }, 0);
    } else if (coming) {
      began ||= !resting();
      setTimeout(goOn, 100);
    } else setTimeout(compareTables, 100);
  };
  const attributeFilter = ["data-test-connection-state", "data-test-script-state"];
  new MutationObserver(look).observe(document.body, { subtree: true, attributes: true, attributeFilter });
  setTimeout(compareTables, 100);
  for (const kind of ["click", "keydown", "keyup"])
    document.addEventListener(kind, (event) => {
      if (!coming || !event.isTrusted) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      waiting.push([event.target, new event.constructor(event.type, event)]);
    }, { capture: true });
}
</script>"""
