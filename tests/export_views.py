"""Views for the tests of downloads: two studies with one label, one without a result, text that looks like a formula."""

from dataclasses import replace
from types import MappingProxyType

from evidence.facts.selection import Selection
from evidence.facts.view import View, evidence_in_view
from evidence.packs.pack import Pack
from tests.conftest import PAIN, means, small_pack

RELIEF = {
    "outcome": "relief", "label": "Relief", "domain": "pain", "better": "higher", "measure": "RR",
    "measured_by": "patient report",
}  # fmt: skip
TEA = small_pack(
    [
        {"study_id": "Ek2020a", "citation": "Ek 2020", "comparator": "water or milk", "age_mean": 40.1},
        {"study_id": "Ek2020b", "citation": "Ek 2020", "title": "Tee, Köpfe und »Ruhe«, two\nlines", "year": 2021},
        {"study_id": "Silent2019", "design": "before-after", "year": "", "status": "thesis"},
    ],
    [
        means("a-1", "Ek2020a", 4.1, 6.3, sd_1=2.2, p_value="0.00001"),
        means("a-2", "Ek2020a", -0.1, 0.2, week=8),
        means("b-1", "Ek2020b", 4.0, 5.5),
        {
            "result_id": "b-2", "study_id": "Ek2020b", "outcome": "relief", "contrast": "between groups",
            "events_1": 20, "n_1": 30, "events_2": 10, "n_2": 30,
        },
    ],
    [{**PAIN, "unit": "points"}, RELIEF],
)  # fmt: skip


def view_of(pack: Pack = TEA, **asked: object) -> View:
    """The view of a pack through the filters asked for."""
    return evidence_in_view(pack, Selection(**asked))


def with_cells(pack: Pack, table: str, column: str, cells: dict[int, object]) -> Pack:
    """A pack whose cells were changed after it was checked; rows are counted from 0."""
    changed = pack.tables[table].copy()
    for row, value in cells.items():
        changed.loc[row, column] = value
    return replace(pack, tables=MappingProxyType({**pack.tables, table: changed}))
