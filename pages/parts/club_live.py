"""How many have answered, brought up to date each second on the screen of the chair without a run of the page."""

SCRIPT = """<script>
if (!window.roomIsCounted) {
  window.roomIsCounted = true;
  setInterval(async () => {
    const place = document.querySelector("[data-counts]");
    if (!place || document.hidden || place.dataset.busy) return;
    place.dataset.busy = "1";
    try {
      const answer = await fetch(place.dataset.counts, { signal: AbortSignal.timeout(5000) });
      if (answer.ok) {
        const said = await answer.text();
        if (place.innerHTML !== said) place.innerHTML = said;
      }
      place.dataset.late = answer.ok ? "" : "1";
    } catch { place.dataset.late = "1"; }
    delete place.dataset.busy;
  }, 1000);
}
</script>"""
