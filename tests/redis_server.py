"""A Redis of its own for tests, which keeps nothing on a disk."""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import redis


class RedisServer:
    """A Redis behind a socket in a folder."""

    def __init__(self, folder: Path) -> None:
        program = shutil.which("redis-server")
        assert program, "redis-server is needed: sh tests/system_packages.sh"
        self.folder, socket = folder, folder / "redis.socket"
        self.address = f"unix://{socket}"
        self.process = subprocess.Popen(
            [program, "--port", "0", "--unixsocket", str(socket), "--save", "", "--appendonly", "no", "--dir", str(folder)],
            stdout=subprocess.DEVNULL,
        )
        for _ in range(600):
            try:
                redis.Redis.from_url(self.address).ping()
                return
            except redis.RedisError:
                time.sleep(0.05)
        raise RuntimeError("Redis did not start")

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait(timeout=20)


@contextmanager
def running_redis() -> Iterator[RedisServer]:
    """A Redis in a folder of its own, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="redis-") as folder:
        running = RedisServer(Path(folder))
        try:
            yield running
        finally:
            running.stop()
