"""A first visit and a click on a filter, measured in a browser beside the floor app in one run.

First visit, with an empty cache: until answer and rows can be read, and until the figure is there. Click: until the new
figure is painted. The page itself takes the time, at the end of the frame that shows what is waited for: asked from
outside, it answers only when it has nothing to do, which is after it has loaded the figure.
"""

import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Sequence
from json import dumps
from os import environ
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
ROUNDS, VISITS = 12, 7
READABLE, PAINTED = ".bottom-line h1, table.forest tr[data-row]", ".js-plotly-plot path.point"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
TIME_SIGNS = """
(signs) => {
  window.signsSeen = {};
  const look = () => {
    for (const sign of signs)
      if (!(sign in signsSeen) && sign.split(", ").every(each => document.querySelector(each))) {
        const painted = new MessageChannel();
        signsSeen[sign] = null;
        painted.port1.onmessage = () => (signsSeen[sign] = performance.now());
        painted.port2.postMessage(0);
      }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
"""
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


def visit(browser: Browser, address: str, signs: Sequence[str]) -> list[float]:
    """Seconds from opening an address in a browser that knows nothing until each of the signs is painted."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script(f"({TIME_SIGNS})({dumps(list(signs))})")
    page.goto(address, wait_until="commit")
    page.wait_for_function("(count) => Object.values(window.signsSeen).filter(Boolean).length === count", arg=len(signs))
    seen = page.evaluate("() => window.signsSeen")
    context.close()
    return [seen[sign] / 1000 for sign in signs]


def main() -> None:
    """Print the median of both apps and their ratio, click by click in turn."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    servers = [serve("dashboard.py"), serve("benchmarks/floor_app.py")]
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=found, args=QUIET)
            visits = [
                (*visit(browser, servers[0][1], (READABLE, PAINTED)), *visit(browser, servers[1][1], (PAINTED,)))
                for _ in range(VISITS)
            ]
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
    words, figure, least = (statistics.median(times) for times in zip(*visits, strict=True))
    shares = [statistics.median(each[place] / each[2] for each in visits) for place in (0, 1)]
    print(
        f"first visit, empty cache: words {words:.2f} s, figure {figure:.2f} s; floor's figure {least:.2f} s; "
        f"ratios {shares[0]:.2f} (aim: 0.7) and {shares[1]:.2f} (aim: 1.15)"
    )
    board, floor = (statistics.median(record[2:]) for record in times)
    pairs = statistics.median(a / b for a, b in zip(times[0][2:], times[1][2:], strict=True))
    print(f"click on a filter to the new figure: board {board:.0f} ms, floor {floor:.0f} ms, ratio {pairs:.2f} (aim: 1.5)")


if __name__ == "__main__":
    main()
