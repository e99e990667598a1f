"""The dashboard as many readers get it: nginx in front of two replicas, by the program behind `make serve`."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.browser.conftest import ROOT, browser

__all__ = ["browser"]


def free_ports(count: int) -> int:
    """The first of `count` loopback ports in a row that nobody listens on."""
    for first in range(9200, 9300, count):
        try:
            for port in range(first, first + count):
                socket.create_server(("127.0.0.1", port)).close()
            return first
        except OSError:
            continue
    raise RuntimeError(f"no {count} ports in a row are free")


class Served:
    """nginx and two replicas."""

    def __init__(self, settings: Mapping[str, str] | None = None) -> None:
        first = free_ports(4)
        self.ports = (first + 2, first + 3)
        self.address = f"http://127.0.0.1:{first}"
        command = [sys.executable, "deploy/serve.py", "--port", str(first), "--first", str(first + 1)]
        environment = {**os.environ, "EVIDENCE_PACK": str(ROOT / "data"), **(settings or {})}
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.said = self.process.stdout.readline()
        if self.address not in self.said:
            raise RuntimeError("the dashboard did not start")

    def kill(self, port: int) -> None:
        """End the replica on a port as a crash would."""
        self.send(port, signal.SIGKILL)

    def send(self, port: int, how: signal.Signals) -> None:
        """Send a signal to the replica on a port."""
        os.kill(next(pid for pid, words in self.children().items() if str(port) in words), how)

    def children(self) -> dict[int, list[str]]:
        """The words each process was started with, by its number."""
        number = self.process.pid
        children = Path(f"/proc/{number}/task/{number}/children").read_text(encoding="utf-8").split()
        return {int(child): Path(f"/proc/{child}/cmdline").read_text(encoding="utf-8").split("\0") for child in children}

    def access_log(self) -> str:
        """What nginx has logged so far."""
        words = next(words for words in self.children().values() if any("nginx" in word for word in words[:2]))
        return (Path(words[0].split(" -p ")[1].split(" -c ")[0]) / "access.log").read_text(encoding="utf-8")

    def wait_for(self, port: int) -> None:
        """Wait until the replica on a port answers."""
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).close()
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError(f"no replica answers on port {port}")

    def stop(self) -> None:
        """End everything."""
        self.process.terminate()
        self.process.wait(timeout=30)


@pytest.fixture(scope="session")
def started() -> Iterator[Served]:
    """The dashboard on the shipped data behind nginx, for all tests."""
    running = Served()
    yield running
    running.stop()


@pytest.fixture
def served(started: Served) -> Served:
    """The same with both replicas there, also after a test that has ended one."""
    for port in started.ports:
        started.wait_for(port)
    return started
