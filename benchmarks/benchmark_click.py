"""From the click on a design filter to the new figure painted, measured in the page, beside the floor app in one run."""

import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from os import environ
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 12
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
CLICK_TO_PAINT = """
(name) => new Promise((done, fail) => {
  const drawn = () => [...document.querySelectorAll('.js-plotly-plot')].map(each => each.innerHTML.length).join();
  const button = [...document.querySelectorAll('button')].find(each => each.innerText.trim() === name);
  const before = drawn(), start = performance.now();
  const look = () => {
    if (drawn() !== before && document.querySelector('.js-plotly-plot text'))
      requestAnimationFrame(() => done(performance.now() - start));
    else if (performance.now() - start > 15000) fail(new Error('the figure did not change'));
    else requestAnimationFrame(look);
  };
  button.click();
  requestAnimationFrame(look);
})
"""


def serve(script: str) -> tuple[subprocess.Popen[bytes], str]:
    """A Streamlit server of a script on a free port, answering."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port), "--server.headless", "true"]
    server = subprocess.Popen(
        [*command, "--server.fileWatcherType", "none"],
        cwd=ROOT,
        env={**environ, "EVIDENCE_PACK": str(ROOT / "data")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    for _ in range(300):
        try:
            urllib.request.urlopen(address + "/_stcore/health", timeout=1)
            return server, address
        except OSError:
            time.sleep(0.1)
    server.terminate()
    raise RuntimeError(f"{script} did not start")


def still(page: Page) -> None:
    """Wait until the page is at rest."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_timeout(600)


def main() -> None:
    """Print the median of both apps and their ratio, click by click in turn."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    servers = [serve("dashboard.py"), serve("benchmarks/floor_app.py")]
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=found, args=QUIET)
            pages = [browser.new_page(viewport={"width": 1440, "height": 900}) for _ in servers]
            for page, (_, address) in zip(pages, servers, strict=True):
                page.goto(address)
                page.wait_for_selector(".js-plotly-plot text", timeout=30_000)
                still(page)
            times: list[list[float]] = [[], []]
            for _ in range(ROUNDS):
                for page, record in zip(pages, times, strict=True):
                    record.append(page.evaluate(CLICK_TO_PAINT, "randomised trial"))
                    still(page)
            browser.close()
    finally:
        for server, _ in servers:
            server.terminate()
    board, floor = (statistics.median(record[2:]) for record in times)
    pairs = statistics.median(a / b for a, b in zip(times[0][2:], times[1][2:], strict=True))
    print(f"click on a filter to the new figure: board {board:.0f} ms, floor {floor:.0f} ms, ratio {pairs:.2f} (aim: 1.5)")


if __name__ == "__main__":
    main()
