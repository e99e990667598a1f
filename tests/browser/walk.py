"""Walks through the whole dashboard with a browser and writes down everything that tried to leave the machine.

Started by test_nothing_goes_out, where it can in a network that has nothing but itself: `python -m tests.browser.walk FILE`.
What leaves is seen four ways: requests of the pages, connections of the server's Python, what is asked of a proxy that both
are told to use, and, in such a network, how often any process found no way out.
"""

import http.client
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from tests.browser.conftest import QUIET, ROOT, Server, chromium_of_the_system, settle

PAGES = ("", "?open=table&open=funnel", "study?study=Jadidi2022", "guidelines", "claims", "compounds", "map", "data")
PLACES = (*PAGES, "compare", "journal_club", "journal_club?present=1", "?design=before-after")
DATA = ("healthz", "api/", "api/studies.csv", "api/effects", "api/datapackage", "api/export/zip", "api/export/r")
OF_THE_BROWSER = (
    "AutofillServerCommunication,OptimizationHints,MediaRouter,Translate,CertificateTransparencyComponentUpdater"
    ",NetworkTimeServiceQuerying"
)
NOWHERE = "http://127.0.0.1:9/"
STILL = (
    f"--disable-features={OF_THE_BROWSER}",
    "--disable-extensions",
    "--allow-browser-signin=false",
    f"--component-updater=url-source={NOWHERE}",
    f"--gaia-url={NOWHERE}",
    f"--google-apis-url={NOWHERE}",
)
"""Keep the browser from asking its maker for anything."""
ON_PURPOSE = "import socket; one = socket.socket(); one.settimeout(0.2); one.connect_ex(('192.0.2.1', 80))"
ELSEWHERE = "192.0.2.1"
"""An address that belongs to nobody."""


class Proxy:
    """Notes who asks for a way out, and gives none."""

    def __init__(self):
        self.asked: list[str] = []
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listening.getsockname()[1]}"
        threading.Thread(target=self._count, daemon=True).start()

    def _count(self):
        while True:
            visitor, _ = self.listening.accept()
            with visitor:
                visitor.settimeout(5)
                asked = visitor.recv(4_096).decode("latin-1")
            self.asked.append(asked.partition("\r\n")[0])


def without_way_out():
    """How often a process of this network found no way out over IPv4; over IPv6 the browser tries for itself."""
    names, counts = (line.split() for line in Path("/proc/net/snmp").read_text().splitlines()[:2])
    return int(counts[names.index("OutNoRoutes")])


def foreign_session(server):
    """What a page of another site gets that wants a session: the status of the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    key = {"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version": "13"}
    asking = {"Upgrade": "websocket", "Connection": "Upgrade", "Origin": "https://elsewhere.example", **key}
    connection.request("GET", "/_stcore/stream", headers=asking)
    status = connection.getresponse().status
    connection.close()
    return status


def walk(server, browser, requests):
    """Every page, the menus that open, a filter, a download, and the addresses for programs."""
    context = browser.new_context(accept_downloads=True)
    context.on("request", lambda request: requests.append(request.url))
    page = context.new_page()
    page.on("websocket", lambda opened: requests.append(opened.url))
    for place in PLACES:
        page.goto(f"{server.address}/{place}")
        settle(page)
    page.goto(server.address)
    settle(page)
    with page.expect_download() as waiting:
        page.locator(".downloads a.primary").click()
    waiting.value.path()
    context.close()
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for place in DATA:
        direct.open(f"{server.address}/{place}", timeout=60).read()


def leaves_on_purpose(browser, requests):
    """Ask for something elsewhere in each way, so that what sees nothing is known to see."""
    page = browser.new_page()
    page.on("request", lambda request: requests.append(request.url))
    page.goto("about:blank")
    page.evaluate(f"() => fetch('http://{ELSEWHERE}/', {{mode: 'no-cors'}}).catch(() => null)")
    page.close()
    subprocess.run([sys.executable, "-c", ON_PURPOSE], check=True)


def elsewhere(addresses):
    """The addresses that are not on this machine."""
    return sorted({each for each in addresses if urlsplit(each).hostname not in ("127.0.0.1", None)})


def main(place, alone):
    """Walk, and write what was seen, before and after asking on purpose, as JSON."""
    proxy, requests = Proxy(), []
    notes = Path(tempfile.mkdtemp()) / "notes"
    notes.touch()
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        os.environ[name] = os.environ[name.upper()] = proxy.address
    os.environ["no_proxy"] = os.environ["NO_PROXY"] = "127.0.0.1"
    os.environ |= {"WATCHED": str(notes), "PYTHONPATH": str(Path(__file__).parent / "watch")}

    def seen():
        return {
            "pages": elsewhere(requests),
            "server": notes.read_text(encoding="utf-8").splitlines(),
            "proxy": list(proxy.asked),
            "no way out": without_way_out() if alone else 0,
        }

    server = Server(ROOT / "data").wait()
    with sync_playwright() as playwright:
        found = chromium_of_the_system()
        arguments = [*QUIET, *STILL, f"--proxy-server={proxy.address}"]
        browser = playwright.chromium.launch(executable_path=found, args=arguments)
        walk(server, browser, requests)
        report = {"alone": alone, "visited": len(requests), "foreign": foreign_session(server), "walk": seen()}
        leaves_on_purpose(browser, requests)
        browser.close()
    server.stop()
    Path(place).write_text(json.dumps({**report, "on_purpose": seen()}), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:] == ["alone"])
