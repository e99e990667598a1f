"""The ZIP of the whole shipped pack, from the view to the bytes: slides, hand-out, figure, tables, references, R script."""

import statistics
import time
from pathlib import Path

from evidence.downloads.exports import export
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.pack import read_pack

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 15


def main() -> None:
    """Print the median of some rounds in milliseconds, and the size of what is made."""
    view = evidence_in_view(read_pack(ROOT / "data"), Selection())
    took = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        content = export(view, "zip").content
        took.append((time.perf_counter() - start) * 1000)
    kilobytes = len(content) / 1000
    print(
        f"bundle: {len(view.studies)} studies, {len(view.results)} results: median {statistics.median(took):.0f} ms, "
        f"slowest {max(took):.0f} ms, {kilobytes:.0f} kB"
    )


if __name__ == "__main__":
    main()
