"""Hostile uploads by name, and what one of them costs: python -m tests.hostile NAME."""

import gc
import io
import json
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from evidence.packs.archive import open_upload
from evidence.packs.problems import PackError
from evidence.vocabulary.columns import columns_of
from evidence.wording.problems import problem_text

BASE = Path(__file__).parent / "invalid_packs" / "base"
MILLION = 1_000_000


def base() -> dict[str, bytes]:
    """The files of a small sound pack."""
    return {path.name: path.read_bytes() for path in sorted(BASE.glob("*.csv"))}


def zipped(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """One ZIP of these files, as an upload."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return {"hostile.zip": whole.getvalue()}


def rows(count: int, **cells: str) -> bytes:
    """A table of so many rows of these cells, in which {n} stands for the number of the row."""
    line = ",".join(cells.values()) + "\n"
    head, _, tail = line.partition("{n}")
    numbered = "".join(f"{head}{n}{tail}".replace("{n}", str(n)) for n in range(count)) if "{n}" in line else line * count
    return (",".join(cells) + "\n" + numbered).encode()


def trials(count: int) -> bytes:
    """Sound rows of results."""
    fixed = {"study_id": "Ash2010", "outcome": "pain", "contrast": "between groups", "note": "none"}
    return rows(count, result_id="r{n}", **fixed)


def wrong(table: str, count: int) -> bytes:
    """Rows with something else wrong in every cell."""
    return rows(count, **{name: "wrong {n}" for name in columns_of(table)})


def small_sds(count: int) -> bytes:
    """Results of which nearly half have an SD that may be a standard error."""
    fixed = {"study_id": "Birch2015", "outcome": "pain", "contrast": "between groups", "value_type": "final"}
    cells = {**fixed, "mean_1": "5", "n_1": "12", "mean_2": "5", "n_2": "12"}
    small = rows(count // 2 - 5, result_id="a{n}", **cells, sd_1="0.9", sd_2="0.9")
    large = rows(count // 2 + 5, result_id="b{n}", **cells, sd_1="3", sd_2="3")
    return small + large.split(b"\n", 1)[1]


def entries(count: int) -> dict[str, bytes]:
    """A ZIP whose list names a file again and again."""
    whole = bytearray(zipped({"a.csv": b"x"})["hostile.zip"])
    start = whole.index(b"PK\x01\x02")
    end = whole.index(b"PK\x05\x06")
    return {"hostile.zip": bytes(whole[:start] + whole[start:end] * count + whole[end:])}


def with_base(file: str, data: bytes) -> dict[str, bytes]:
    """The small sound pack with one file in place of its own."""
    return {**base(), file: data}


LIMITS = base()["limits.csv"].split(b"\n")[0] + b"\n"
HEADER = base()["studies.csv"].split(b"\n")[0]
NARROW = rows(0, study_id="", citation="")

UPLOADS: dict[str, Callable[[], dict[str, bytes]]] = {
    "100,000 columns": lambda: with_base("studies.csv", ",".join(f"c{n}" for n in range(100_000)).encode()),
    "10,000 columns in many rows": lambda: with_base("studies.csv", (b"," * 9_999 + b"\n") * 1_500),
    "a file of commas": lambda: with_base("studies.csv", b"," * 19 * MILLION),
    "a million studies": lambda: with_base("studies.csv", rows(MILLION, study_id="study{n}", citation="study {n}")),
    "a million short rows": lambda: with_base("studies.csv", HEADER + b"\n" + b"a\n" * MILLION),
    "a million empty rows": lambda: with_base("studies.csv", NARROW + b",\n" * MILLION),
    "a million blank lines": lambda: with_base("studies.csv", base()["studies.csv"] + b"\n" * MILLION),
    "200,000 results in a ZIP": lambda: zipped(with_base("results.csv", trials(200_000))),
    "a million rows of provenance": lambda: zipped(
        with_base("provenance.csv", rows(MILLION, table="studies", row_id="Ash2010", column="year", url="https://a.b/{n}"))
    ),
    "a million times one study": lambda: zipped(with_base("studies.csv", rows(MILLION, study_id="A", citation="A"))),
    "a million keys": lambda: with_base("dataset.csv", rows(MILLION, key="titel{n}", value="x")),
    "an error in each cell of 20,000 studies": lambda: zipped(with_base("studies.csv", wrong("studies", 20_000))),
    "40,000 results with a reference into nowhere": lambda: zipped(
        with_base("results.csv", trials(40_000).replace(b"Ash2010", b"Ash2O1O"))
    ),
    "a cell of 50 MB in a ZIP": lambda: zipped(with_base("limits.csv", LIMITS + b'"' + b"x" * 50 * MILLION + b'"\n')),
    "a cell of 18 MB": lambda: with_base("limits.csv", LIMITS + b'"' + b"x" * 18 * MILLION + b'"\n'),
    "a cell of six million lines": lambda: with_base("limits.csv", LIMITS + b'"' + b"x\n" * 6 * MILLION + b'"\n'),
    "a row of quoted line ends": lambda: with_base("limits.csv", (b'"\n"' + b"," * 500) * 35_000),
    "100 MB in a ZIP": lambda: zipped(with_base("studies.csv", b"0" * 100 * MILLION)),
    "a ZIP in which a ZIP of zeros lies": lambda: zipped(
        {"inner.zip": zipped({"a.csv": bytes(50 * MILLION)})["hostile.zip"]}
    ),
    "a ZIP of 100,000 entries": lambda: entries(100_000),
    "a thousand files": lambda: {f"table{n}.csv": b"a,b\n" for n in range(1_000)},
    "20,000 results with small SDs": lambda: with_base("results.csv", small_sds(20_000)),
}


def memory(which: str) -> int:
    """kB of this process now (VmRSS) or at most so far (VmHWM), from Linux."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(which))


def measure(name: str) -> dict[str, object]:
    """Open one upload after a small pack: processor seconds, growth in MB, and the longest that another thread waited."""
    open_upload(base())
    upload = UPLOADS[name]()
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before, pauses, done = memory("VmRSS"), [0.0], threading.Event()

    def tick() -> None:
        last = time.process_time()
        while not done.wait(0.005):
            now = time.process_time()
            pauses.append(now - last)
            last = now

    other = threading.Thread(target=tick)
    other.start()
    start = time.process_time()
    try:
        problems, opened = open_upload(upload).warnings, True
    except PackError as error:
        problems, opened = error.problems, False
    seconds = time.process_time() - start
    done.set()
    other.join()
    return {
        "opened": opened,
        "seconds": seconds,
        "megabytes": (memory("VmHWM") - before) / 1000,
        "longest pause of another thread": max(pauses),
        "problems": [problem_text(problem) for problem in problems],
    }


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1])))
