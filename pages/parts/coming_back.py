"""A page whose server was away, or whose session has slept too long, comes back by itself with the view of its address.

Streamlit connects again but runs nothing until the reader does something, and a new session takes the first click for the
state it begins with: it is lost. So the page asks for a run as soon as it is connected again. What is clicked or typed
before that run is over waits for its end and is then done.
"""

SCRIPT = """<script>
if (!window.comesBack) {
  window.comesBack = true;
  const app = () => document.querySelector('[data-testid="stApp"]');
  const resting = () => app()?.dataset.testScriptState === "notRunning";
  let away = false, coming = false, began = false, waiting = [];
  const goOn = () => {
    if (!began || !resting()) return;
    coming = false;
    const held = waiting;
    waiting = [];
    for (const [place, event] of held) if (place.isConnected) place.dispatchEvent(event);
  };
  const look = () => {
    if (app()?.dataset.testConnectionState !== "CONNECTED") away = true;
    else if (away) {
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
    }
  };
  const attributeFilter = ["data-test-connection-state", "data-test-script-state"];
  new MutationObserver(look).observe(document.body, { subtree: true, attributes: true, attributeFilter });
  for (const kind of ["click", "keydown", "keyup"])
    document.addEventListener(kind, (event) => {
      if (!coming || !event.isTrusted) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      waiting.push([event.target, new event.constructor(event.type, event)]);
    }, { capture: true });
}
</script>"""
