"""A page whose server was away, or whose session has slept too long, comes back by itself with the view of its address.

Streamlit connects again but runs nothing until the reader does something, and a new session takes the first click for the
state it begins with: it is lost. So the page asks for a run as soon as it is connected again. What is clicked or typed
before that run is over waits for its end and is then done, and after fifteen seconds in any case: a page that waited for
a run that never came would be dead.

A table of the reader lives in the session alone. When the session has ended with it (a restart, a sleep, a page loaded
anew), the page asks for its note on that with `own=ended` in the address: the data behind it are the shipped ones again.
Once the note is drawn this goes out of the address, so that nobody gets it by a bookmark.
"""

SCRIPT = """<script>
if (!window.comesBack) {
  window.comesBack = true;
  const app = () => document.querySelector('[data-testid="stApp"]');
  const resting = () => app()?.dataset.testScriptState === "notRunning";
  const ownTable = () => document.querySelector(".st-key-own_table_open") !== null;
  let away = false, coming = false, began = false, drawing = false, patience = 0, waiting = [];
  const kept = (value) => {
    try {
      if (value === null) window.sessionStorage.removeItem("ownTable");
      else if (value) window.sessionStorage.setItem("ownTable", value);
      return window.sessionStorage.getItem("ownTable");
    } catch {
      return null;
    }
  };
  let held = kept() !== null;
  const compareTables = () => {
    if (away || coming || drawing || !resting() || !document.querySelector(".title-bar")) return;
    const lost = held && !ownTable();
    held = false;
    kept(ownTable() ? "open" : null);
    const address = new URL(window.location);
    if (lost) address.searchParams.set("own", "ended");
    else if (address.searchParams.has("own")) address.searchParams.delete("own");
    else return;
    window.history.replaceState(window.history.state, "", address);
    if (lost) window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  };
  const goOn = (late) => {
    if (!coming || (late !== true && (!began || !resting()))) return;
    clearTimeout(patience);
    coming = false;
    const asked = waiting;
    waiting = [];
    drawing = true;
    setTimeout(() => { drawing = false; compareTables(); }, 1500);
    for (const [place, event] of asked) if (place.isConnected) place.dispatchEvent(event);
  };
  const look = () => {
    if (app()?.dataset.testConnectionState !== "CONNECTED") {
      if (!away) held ||= ownTable();
      away = true;
    } else if (away) {
      away = false;
      began = !resting();
      coming = true;
      clearTimeout(patience);
      patience = setTimeout(goOn, 15000, true);
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
