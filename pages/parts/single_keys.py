"""Shortcuts of a single letter or sign can be switched off, for those who speak to their computer or press keys by chance.

The switch is kept in the browser alone. Wherever a button `single-keys` stands, a click turns it; a script that listens to
such keys asks `data-single-keys` of the page first.
"""

SCRIPT = """<script>
if (!window.singleKeys) {
  window.singleKeys = true;
  const page = document.documentElement;
  try {
    page.dataset.singleKeys = window.localStorage.getItem("singleKeys") ?? "on";
  } catch {
    page.dataset.singleKeys = "on";
  }
  document.addEventListener("click", (click) => {
    if (!click.target.closest?.("button.single-keys")) return;
    page.dataset.singleKeys = page.dataset.singleKeys === "off" ? "on" : "off";
    try {
      window.localStorage.setItem("singleKeys", page.dataset.singleKeys);
    } catch {
      return;
    }
  });
}
</script>"""
