"""Fifty readers on two replicas behind nginx, and memory over five thousand clicks, beside the floor app in one run.

It takes about six minutes and runs only when it is named: python -m benchmarks load.
"""

import asyncio
import os
import random
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from websockets.exceptions import ConnectionClosed

from benchmarks.reader import Reader, ScriptError

ONLY_WHEN_NAMED = True
ROOT = Path(__file__).resolve().parents[1]
READERS = 50
EVERY_S = 2.0
LOAD_S = 120
WARM_UP = 500
CLICKS = 5_000
PORT = 9280
REPLICAS = 2
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Record:
    """What was measured of one app."""

    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def serve(script: str) -> subprocess.Popen[str]:
    """A Streamlit script on two replicas behind nginx, answering."""
    ports = ["--port", str(PORT), "--first", str(PORT + 1), "--replicas", str(REPLICAS)]
    server = subprocess.Popen(
        [sys.executable, "deploy/serve.py", "--script", script, *ports],
        cwd=ROOT,
        env={**os.environ, "EVIDENCE_PACK": str(ROOT / "data")},
        stdout=subprocess.PIPE,
        text=True,
    )
    if not (server.stdout and server.stdout.readline()):
        raise RuntimeError(f"{script} did not start")
    return server


def replicas_of(server: subprocess.Popen[str]) -> list[Path]:
    """The folder in /proc of each replica."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text(encoding="utf-8").split()
    places = [Path("/proc") / child for child in children]
    return [place for place in places if "streamlit" in (place / "cmdline").read_text(encoding="utf-8")]


def memory_mb(replicas: list[Path]) -> float:
    """Resident memory of all replicas."""
    lines = [line for place in replicas for line in (place / "status").read_text(encoding="utf-8").splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def cpu_s(replicas: list[Path]) -> float:
    """Processor time of all replicas so far."""
    fields = [(place / "stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split() for place in replicas]
    return sum(int(each[11]) + int(each[12]) for each in fields) / TICKS


async def click_on(readers: list[Reader], clicks: int, every: float) -> Record:
    """The readers click in turn, each `every` seconds, or as soon as the answer is there when that takes longer."""
    record, chance = Record(), random.Random(7)

    async def one(reader: Reader, number: int) -> None:
        due, chosen = time.monotonic() + every * number / len(readers), ""
        for _ in range(clicks // len(readers)):
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            due += every
            chosen = chance.choice([each for each in ("", *reader.designs) if each != chosen])
            try:
                record.times.append(await reader.click([chosen] if chosen else []))
            except (OSError, TimeoutError, ConnectionClosed, ScriptError) as error:
                record.errors.append(f"{type(error).__name__}: {error}")
                return

    await asyncio.gather(*(one(reader, number) for number, reader in enumerate(readers)))
    return record


async def measure(script: str) -> str:
    """One line about an app: waiting times, errors, processor time of a click, and memory."""
    server = serve(script)
    try:
        replicas = replicas_of(server)
        readers = [Reader(f"http://127.0.0.1:{PORT}") for _ in range(READERS)]
        for reader in readers:
            await reader.open()
        warm = await click_on(readers, WARM_UP, 0)
        before, spent = memory_mb(replicas), cpu_s(replicas)
        load = await click_on(readers, round(READERS * LOAD_S / EVERY_S), EVERY_S)
        spent = cpu_s(replicas) - spent
        rest = await click_on(readers, CLICKS - len(load.times), 0)
        after = memory_mb(replicas)
        for reader in readers:
            await reader.close()
    finally:
        server.terminate()
        server.wait(timeout=30)
    errors = [*warm.errors, *load.errors, *rest.errors]
    wrong = f"{len(errors)} errors {errors[:2] or ''}"
    cuts = statistics.quantiles(load.times, n=20)
    return (
        f"{script}: p50 {statistics.median(load.times):.2f} s, p95 {cuts[-1]:.2f} s, {wrong}; "
        f"{1000 * spent / len(load.times):.0f} ms of processor a click; memory of {REPLICAS} replicas {before:.0f} MB, "
        f"after {len(load.times) + len(rest.times):,} clicks {after:.0f} MB ({100 * (after / before - 1):+.1f} %)"
    )


def main() -> None:
    """Print one line for the dashboard and one for the floor app."""
    aims = "p50 1 s, p95 2.5 s, memory within 10 %"
    print(f"load: {READERS} readers, a click every {EVERY_S:.0f} s for {LOAD_S} s (aims: {aims})")
    for script in ("dashboard.py", "benchmarks/floor_app.py"):
        busy = os.getloadavg()[0]
        print(
            f"{asyncio.run(measure(script))}; load of the machine before: {busy:.1f} on {os.cpu_count()} cores", flush=True
        )


if __name__ == "__main__":
    main()
