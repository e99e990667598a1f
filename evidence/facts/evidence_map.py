"""Where evidence is and where there is none: studies counted by design and by compound or condition.

Empty cells stay visible: they are the gaps. A cell counts what the board shows after its link is followed: every filter
applies except those on design and on the other side of the map, which the map lays out itself.
"""

from collections import Counter
from dataclasses import dataclass, replace

from evidence.addresses import page_link
from evidence.facts.doses import UNNAMED
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.pack import Pack
from evidence.vocabulary.designs import DESIGNS

SIDES = ("compound", "condition")
HEAVIEST = 4


@dataclass(frozen=True)
class Cell:
    """Studies of one design and one compound or condition: how many, how many of them direct, and where they lead.

    weight runs from 0 (none) to 4 (eight or more), for borders; an empty cell leads nowhere.
    """

    design: str
    count: int
    direct: int
    weight: int
    href: str


@dataclass(frozen=True)
class Row:
    """One compound or condition with a cell for every design of the format."""

    name: str
    cells: tuple[Cell, ...]
    total: int
    href: str

    @property
    def is_unnamed(self) -> bool:
        """True when the name only says that there is none."""
        return self.name in UNNAMED


@dataclass(frozen=True)
class EvidenceMap:
    """side is compound or condition; designs head the columns; unstudied are compounds no study in the pack gave.

    set_aside names the filters that are in force elsewhere but laid out here.
    """

    side: str
    designs: tuple[str, ...]
    rows: tuple[Row, ...]
    totals: tuple[int, ...]
    unstudied: tuple[str, ...]
    set_aside: tuple[str, ...]

    @property
    def empty_cells(self) -> int:
        """How many combinations no study covers."""
        return sum(cell.count == 0 for row in self.rows for cell in row.cells)


def evidence_map(pack: Pack, selection: Selection, side: str) -> EvidenceMap:
    """The map of a pack under the filters of the reader; side is "compound" or "condition".

    Rows are the values that occur in the pack, most studied first, unnamed ones last; columns are all designs of the format.
    Raises ValueError for another side.
    """
    if side not in SIDES:
        raise ValueError(f"a map has a side {' or '.join(SIDES)}, not {side!r}")
    laid_out = replace(selection, design=(), **{side: ()})  # type: ignore[arg-type]

    def board(**filters: tuple[str, ...]) -> str:
        return page_link("./", replace(laid_out, **filters))  # type: ignore[arg-type]

    studies = evidence_in_view(pack, laid_out).study_rows
    counts = Counter((getattr(study, side), study.design) for study in studies)
    direct = Counter((getattr(study, side), study.design) for study in studies if study.directness == "direct")
    rows = []
    for name in dict.fromkeys(getattr(study, side) for study in pack.rows.studies):
        cells = tuple(
            Cell(
                design=design,
                count=counts[name, design],
                direct=direct[name, design],
                weight=weight(counts[name, design]),
                href=board(design=(design,), **{side: (name,)}) if counts[name, design] else "",
            )
            for design in DESIGNS
        )
        rows.append(Row(name, cells, sum(cell.count for cell in cells), board(**{side: (name,)})))
    given = {row.name for row in rows}
    compounds = dict.fromkeys(compound.compound for compound in pack.rows.compounds)
    return EvidenceMap(
        side=side,
        designs=tuple(DESIGNS),
        rows=tuple(sorted(rows, key=lambda row: (row.is_unnamed, -row.total))),
        totals=tuple(sum(row.cells[place].count for row in rows) for place in range(len(DESIGNS))),
        unstudied=tuple(each for each in compounds if each not in given) if side == "compound" else (),
        set_aside=tuple(name for name in ("design", side) if getattr(selection, name)),
    )


def weight(count: int) -> int:
    """A count as a weight from 0 to 4 that grows as the count doubles: 1, from 2, from 4, from 8."""
    return min(count.bit_length(), HEAVIEST)
