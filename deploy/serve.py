"""Serve the dashboard to many readers: nginx in front of replicas on this machine, until Ctrl-C.

A replica that ends is started again; its readers are with the others meanwhile. Standard library alone.
"""

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from types import FrameType

from replicas import replicas_conf

ROOT = Path(__file__).resolve().parents[1]
START_S = 60
PAUSE_S = 6.0
"""Before a replica is started again: its start takes a core for seconds, and the readers it lost need that first."""


class Replica:
    """One dashboard on a loopback port."""

    def __init__(self, script: str, port: int, number: int) -> None:
        self.script, self.port, self.number = script, port, number
        self.start()

    def start(self) -> None:
        """Start it; it takes some seconds until it answers."""
        place = ["--server.address", "127.0.0.1", "--server.port", str(self.port), "--server.headless", "true"]
        command = [sys.executable, "-m", "streamlit", "run", self.script, *place, "--server.fileWatcherType", "none"]
        settings = {**os.environ, "EVIDENCE_REPLICA": str(self.number)}
        self.started, self.ended = time.monotonic(), 0.0
        self.process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.DEVNULL)

    def start_again_if_ended(self) -> None:
        """Start it again a while after it has ended."""
        if self.process.poll() is None:
            return
        self.ended = self.ended or time.monotonic()
        if time.monotonic() - self.ended > PAUSE_S:
            print(f"The replica on port {self.port} ended and is started again.", file=sys.stderr, flush=True)
            self.start()

    def wait(self) -> None:
        """Wait until it answers; ends the program when it has ended or does not answer in time."""
        while time.monotonic() - self.started < START_S:
            if self.process.poll() is not None:
                sys.exit(f"The replica on port {self.port} did not start.")
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/_stcore/health", timeout=2):
                    return
            except OSError:
                time.sleep(0.1)
        sys.exit(f"The replica on port {self.port} does not answer after {START_S} seconds.")


def start_nginx(folder: Path, host: str, port: int, first: int, count: int) -> subprocess.Popen[bytes]:
    """Start nginx in a folder of its own, with the settings of deploy/nginx for these ports."""
    program = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
    if program is None:
        sys.exit("nginx is needed: sh deploy/get_nginx.sh")
    shutil.copytree(ROOT / "deploy" / "nginx", folder, dirs_exist_ok=True)
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    (folder / "listen.conf").write_text(f"listen {place};\n", encoding="utf-8")
    (folder / "replicas.conf").write_text(replicas_conf(first, count), encoding="utf-8")
    return subprocess.Popen([program, "-e", "stderr", "-p", str(folder), "-c", str(folder / "nginx.conf")])


def wait_for_port(nginx: subprocess.Popen[bytes], host: str, port: int) -> None:
    """Wait until nginx listens; ends the program when it could not."""
    while nginx.poll() is None:
        try:
            socket.create_connection((host.replace("0.0.0.0", "127.0.0.1"), port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    sys.exit("nginx did not start.")


def stop(signal_number: int, frame: FrameType | None) -> None:
    """Leave the loop; everything started is ended on the way out."""
    sys.exit(0)


def main() -> None:
    """Read the choices, start everything, and keep it running."""
    choices = argparse.ArgumentParser(description=__doc__)
    choices.add_argument("--host", default="127.0.0.1", help="address to listen on; 0.0.0.0 for every one of this machine")
    choices.add_argument("--port", type=int, default=8080, help="port readers come to")
    choices.add_argument("--replicas", type=int, default=2, help="how many dashboards run")
    choices.add_argument("--first", type=int, default=8600, help="loopback port of nginx; the replicas take those after it")
    choices.add_argument("--script", default="dashboard.py", help="the Streamlit script that is served")
    asked = choices.parse_args()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    running: list[subprocess.Popen[bytes]] = []
    replicas: list[Replica] = []
    with tempfile.TemporaryDirectory(prefix="evidence-") as folder:
        try:
            replicas += [Replica(asked.script, asked.first + name, name) for name in range(1, asked.replicas + 1)]
            for replica in replicas:
                replica.wait()
            running.append(start_nginx(Path(folder), asked.host, asked.port, asked.first, asked.replicas))
            wait_for_port(running[0], asked.host, asked.port)
            print(f"The dashboard is at http://{asked.host}:{asked.port}", flush=True)
            while running[0].poll() is None:
                for replica in replicas:
                    replica.start_again_if_ended()
                time.sleep(0.2)
            sys.exit("nginx ended.")
        finally:
            everything = [*running, *(replica.process for replica in replicas)]
            for process in everything:
                process.terminate()
            for process in everything:
                process.wait(timeout=20)


if __name__ == "__main__":
    main()
