"""What changes is also told to those who do not see it: how many studies are shown, which page or study has opened.

A page is made anew at every click, and a status message that is new itself is told by few screen readers. The script below
keeps one polite place for them all and writes into it what has changed of the texts marked with `data-told`; where none has,
the title, when that is another one. Nothing is told when a page is first opened: it is being read anyway.

It also takes the role from the drop zone of Streamlit's uploader, which is marked as presentational and named at once.
"""

SCRIPT = """<script>
if (!window.changesAreTold) {
  window.changesAreTold = true;
  const place = document.createElement("p");
  place.setAttribute("role", "status");
  place.className = "only-read told-changes";
  document.body.append(place);
  let before = null, title = "", waiting = 0;
  const tell = () => {
    const zone = document.querySelector('[data-testid="stFileUploaderDropzone"][role="presentation"]');
    zone?.setAttribute("role", "group");
    const app = document.querySelector('[data-testid="stApp"]');
    if (!app || app.dataset.testScriptState !== "notRunning") { waiting = setTimeout(tell, 200); return; }
    waiting = 0;
    const texts = [...document.querySelectorAll("[data-told]")].map((each) => each.textContent.trim()).filter(Boolean);
    const fresh = texts.filter((each) => !before?.includes(each));
    const said = fresh.length ? fresh.join(". ") : document.title === title ? "" : document.title;
    if (before && said) place.textContent = said;
    before = texts;
    title = document.title;
  };
  const later = (changes) => {
    if (!waiting && changes.some((each) => each.target !== place)) waiting = setTimeout(tell, 200);
  };
  new MutationObserver(later).observe(document.body, { childList: true, subtree: true });
  later([{}]);
}
</script>"""
