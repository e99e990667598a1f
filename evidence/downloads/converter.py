"""PDF made by another program of this machine: a browser for HTML, LibreOffice for slides.

A conversion has a folder and a profile of its own, which are gone afterwards, asks nothing of any network, and is ended with
all that it started when its time is over. What is converted is made by this program and loads nothing. What is private, such
as votes, is converted in a memory file system and touches no disk; where there is none, it is not converted.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from evidence.vocabulary.fact import Fact, fact

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
OFFICES = ("soffice", "libreoffice")
SECONDS = 60.0
NOWHERE = "http://127.0.0.1:9"
"""A proxy that nobody runs (the port is that of discard): what would go out goes nowhere."""
PLACES = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
"""What names the folders that a program writes to."""
MEMORY, MOUNTS = Path("/dev/shm"), Path("/proc/self/mounts")
ROOM = 32 * 2**20
"""Bytes that a conversion in memory finds free."""


class NotConvertedError(Exception):
    """No PDF was made; `why` is the fact that says why."""

    def __init__(self, why: Fact) -> None:
        super().__init__(why.kind)
        self.why = why


@dataclass(frozen=True)
class Converter:
    """A kind of program: the names it goes by, the file it takes, and its arguments for a file and a profile folder."""

    kind: str
    names: tuple[str, ...]
    source: str
    arguments: Callable[[Path, Path], Sequence[str]]


def _browser(source: Path, profile: Path) -> list[str]:
    alone = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []  # a browser of root runs only without
    return [
        *("--headless", *alone, "--disable-gpu", "--no-first-run", "--disable-sync", "--disable-component-update"),
        *("--disable-background-networking", f"--proxy-server={NOWHERE}", f"--user-data-dir={profile}"),
        *("--no-pdf-header-footer", f"--print-to-pdf={source.with_suffix('.pdf')}", source.as_uri()),
    ]


def _office(source: Path, profile: Path) -> list[str]:
    kept = f"-env:UserInstallation={profile.as_uri()}"
    return [kept, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(source.parent), str(source)]


BROWSER = Converter("browser", BROWSERS, "page.html", _browser)
OFFICE = Converter("office", OFFICES, "slides.pptx", _office)


def program(converter: Converter) -> str:
    """Where a program of this kind is on this machine, "" where there is none."""
    return next((found for name in converter.names if (found := shutil.which(name))), "")


def has_memory() -> bool:
    """Whether this machine has a memory file system with room for a conversion."""
    if not (MOUNTS.exists() and os.access(MEMORY, os.W_OK | os.X_OK)):
        return False
    kinds = {place: kind for _, place, kind, *_ in map(str.split, MOUNTS.read_text().splitlines())}
    return kinds.get(str(MEMORY)) == "tmpfs" and shutil.disk_usage(MEMORY).free >= ROOM


def pdf_of(content: bytes, converter: Converter, seconds: float = SECONDS, *, private: bool = False) -> bytes:
    """The content as PDF; raises NotConvertedError when the program is not here, takes too long or makes none.

    private: the content must touch no disk; NotConvertedError where it would.
    """
    found = program(converter)
    if not found:
        raise NotConvertedError(fact(f"no {converter.kind} for pdf"))
    if private and not has_memory():
        raise NotConvertedError(fact("private pdf on a disk"))
    folder = MEMORY if private else None
    with tempfile.TemporaryDirectory(prefix="evidence-pdf-", dir=folder, ignore_cleanup_errors=True) as place:
        source, profile = Path(place) / converter.source, Path(place) / "profile"
        source.write_bytes(content)
        _run([found, *converter.arguments(source, profile)], Path(place), seconds)
        made = source.with_suffix(".pdf")
        pdf = made.read_bytes() if made.exists() else b""
    if not pdf.startswith(b"%PDF-"):
        raise NotConvertedError(fact("pdf not made"))
    return pdf


def _run(command: Sequence[str], place: Path, seconds: float) -> None:
    """Run the program in a session of its own; when its time is over, it and all that it started is ended."""
    nothing = {"http_proxy": NOWHERE, "https_proxy": NOWHERE} | dict.fromkeys(PLACES, str(place))
    silent = subprocess.DEVNULL
    running = subprocess.Popen(
        command, cwd=place, env={**os.environ, **nothing}, stdin=silent, stdout=silent, stderr=silent, start_new_session=True
    )
    try:
        running.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise NotConvertedError(fact("pdf took too long", seconds=int(seconds))) from None
    finally:
        _end(running)


def _end(running: "subprocess.Popen[bytes]") -> None:
    """End the program and what it left running; nothing when all has ended."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):  # macOS forbids it where all have ended
            os.killpg(running.pid, signal.SIGKILL)
    elif running.poll() is None:
        running.kill()
    running.wait()
