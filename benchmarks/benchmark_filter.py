"""Our own CPU for a click on a filter: the view, its forests, what stands under them, tables and figure.

The shipped pack, and made-up packs of more and more studies, to show how it grows.
"""

import csv
import io
import statistics
import time
from datetime import date
from pathlib import Path

import numpy as np

from evidence.drawings.findings import findings_table
from evidence.drawings.first_screen import first_screen
from evidence.drawings.palette import LIGHT
from evidence.drawings.plot import forest_plot
from evidence.drawings.studies import study_table
from evidence.drawings.table import forest_table
from evidence.facts.bottom_line import guidelines_say
from evidence.facts.consultation import consultation
from evidence.facts.guidance import positions_of
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.forest.layout import MANY, layout_of
from evidence.forest.panel import panel_of
from evidence.forest.rows import ASSOCIATION, TREATMENT, forest_of
from evidence.packs.pack import Pack, open_pack, read_pack
from evidence.wording.html import render

ROUNDS = 9
SIZES = (300, 1_000, 10_000)
BUDGET_MS = 40
TODAY = date(2026, 11, 25)
DATASET = {
    **dict.fromkeys(("title", "question", "population", "curators", "licence", "cite_as"), "made up"),
    **{"intervention": "tea", "comparison": "water", "version": "1", "last_search": "2026-01-01"},
}


def made_pack(studies: int) -> Pack:
    """A pack of trials of two designs with made-up means on one outcome."""
    chance = np.random.default_rng(7)
    designs = chance.choice(["randomised trial", "non-randomised controlled"], studies)
    fixed = {"structure": "parallel", "blinding": "double-blind", "condition": "headache", "directness": "direct"}
    fixed |= {"comparator": "water", "compound": "not stated", "status": "published", "read_as": "abstract"}
    rows = [
        {"study_id": f"S{n}", "citation": f"Study {n}", "year": 1990, "design": designs[n], **fixed} for n in range(studies)
    ]
    numbers = {"sd_1": 1, "sd_2": 1, "mean_2": 5, "contrast": "between groups", "outcome": "score", "value_type": "final"}
    results = [
        {"result_id": f"R{n}", "study_id": f"S{n}", "mean_1": round(mean, 3), "n_1": people, "n_2": people, **numbers}
        for n, (mean, people) in enumerate(
            zip(chance.normal(4.7, 0.4, studies), chance.integers(10, 200, studies), strict=True)
        )
    ]
    outcome = {"outcome": "score", "label": "Score", "domain": "severity", "better": "lower", "measure": "MD"}
    tables = {"dataset": [{"key": key, "value": value} for key, value in DATASET.items()]}
    tables |= {"studies": rows, "results": results, "outcomes": [outcome]}
    return open_pack({f"{name}.csv": _csv(lines) for name, lines in tables.items()}, "made up")


def _csv(lines: list[dict[str, object]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(lines[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    return text.getvalue().encode()


def click(pack: Pack, selection: Selection) -> None:
    """What the board works out and writes for one selection."""
    view = evidence_in_view(pack, selection)
    first_screen(view, TODAY)
    for name in (TREATMENT, ASSOCIATION):
        forest = forest_of(view, name)
        if forest.rows:
            layout = layout_of(forest, panel_of(forest, view))
            forest_table(forest, layout, view)
            forest_plot(layout, LIGHT)
    if pack.rows.certainty:
        findings_table(pack)
    render("consultation.html", groups=consultation(pack), paper="")
    render("ledger.html", positions=positions_of(pack, TODAY), said=guidelines_say(pack))
    if len(view.study_ids) <= MANY:
        study_table(view)


def cpu_ms(pack: Pack) -> float:
    """Median CPU time of clicking the design filter on and off, in milliseconds; the first click of each is not counted."""
    asked = (Selection(design=("randomised trial",)), Selection())
    times = []
    for _ in range(ROUNDS):
        for selection in asked:
            start = time.process_time()
            click(pack, selection)
            times.append(1000 * (time.process_time() - start))
    return statistics.median(times[2:])


def main() -> None:
    """Print the time of a click for each pack."""
    shipped = cpu_ms(read_pack(Path(__file__).resolve().parents[1] / "data"))
    others = ", ".join(f"{size:,} studies {cpu_ms(made_pack(size)):.1f} ms" for size in SIZES)
    print(f"filter: our CPU for a click: shipped pack {shipped:.1f} ms (budget {BUDGET_MS} ms); {others}")


if __name__ == "__main__":
    main()
