"""What each source says of kidneys, medicines and conditions, in parts, subjects and rows made ready for their page.

Sources that disagree stand side by side and are never merged. What was not named or not found is a value of its own, with
where and when it was looked for.
"""

from collections import Counter
from dataclasses import dataclass

from evidence.facts.consultation import safety_rested_on
from evidence.packs.cautions import Safety
from evidence.packs.checks.safety import NOTHING, SILENT
from evidence.packs.pack import Pack
from evidence.packs.provenance import Shown, key, reading, shown
from evidence.packs.remember import per_pack
from evidence.vocabulary.fact import Fact, fact


@dataclass(frozen=True)
class SafetyRow:
    """What one source says; a shown value is None where the source gives none. silent: about the search or the text."""

    row_id: str
    form: str
    finding: str
    silent: bool
    statement: str
    element: Shown | None
    action: str
    gap: Shown | None
    region: str
    source: str
    url: str
    read_as: Shown | None
    looked_where: str
    looked_on: str


@dataclass(frozen=True)
class Subject:
    """A medicine, a stage or a condition with a row for each source; anchor is unique on the page."""

    name: str
    anchor: str
    rows: tuple[SafetyRow, ...]


@dataclass(frozen=True)
class SafetyPart:
    """Subjects under one heading; column is the heading of the first column.

    places: the region has a column of its own. amounts: some row tells an amount of the element. listed: the subjects are
    worth a link each on top of the page. more: how many rows beyond those on the page the part has in the table.
    """

    heading: Fact
    column: Fact
    anchor: str
    subjects: tuple[Subject, ...]
    places: bool
    amounts: bool
    listed: bool
    more: int


PARTS = {
    "kidney": ("kidney function",),
    "medicines": ("medicine",),
    "other-medicines": (),
    "heart": ("heart", "muscle disease"),
    "pregnancy": ("pregnancy", "breastfeeding"),
    "age": ("age", "other condition"),
    "side-effects": ("side effect", "signs of too much"),
    "hidden-sources": ("hidden source",),
}
"""The parts of the page in their order with their kinds; medicines for something else have a part of their own."""
PART_OF = {kind: part for part, kinds in PARTS.items() for kind in kinds}
MEDICINES = ("medicines", "other-medicines")
MOST = 250
"""Rows of one part on a page, beside those that sentences for the consultation link to."""


@per_pack
def safety_parts(pack: Pack) -> tuple[SafetyPart, ...]:
    """The parts that the pack has rows for; nothing for a pack without the table."""
    parts: dict[str, dict[str, list[Safety]]] = {name: {} for name in PARTS}
    for row in pack.rows.safety:
        name = "other-medicines" if row.for_the_condition == "no" else PART_OF[row.kind]
        parts[name].setdefault(row.subject, []).append(row)
    return tuple(_part(pack, name, subjects) for name, subjects in parts.items() if subjects)


def _part(pack: Pack, name: str, every: dict[str, list[Safety]]) -> SafetyPart:
    kept = _kept(every, safety_rested_on(pack))
    rows = [row for own in kept.values() for row in own]
    conditions = Counter(each.condition for each in pack.rows.studies if each.directness == "direct")
    used_for = conditions.most_common(1) if name == "medicines" else ()
    medicine = name in MEDICINES
    return SafetyPart(
        heading=fact("safety: medicines used for", condition=used_for[0][0]) if used_for else fact(f"safety: {name}"),
        column=fact(f"safety column: {'medicine' if medicine else 'kidney' if name == 'kidney' else 'subject'}"),
        anchor=name,
        subjects=tuple(
            Subject(each, key("subject", own[0].safety_id), tuple(_row(pack, row) for row in own))
            for each, own in kept.items()
        ),
        places=not medicine,
        amounts=any(row.element_mg is not None for row in rows),
        listed=medicine,
        more=sum(map(len, every.values())) - len(rows),
    )


def _kept(every: dict[str, list[Safety]], linked: frozenset[str]) -> dict[str, list[Safety]]:
    """Whole subjects from the start as far as the room goes, and of the rest the rows that are linked to; in their order."""
    kept: dict[str, list[Safety]] = {}
    room = MOST
    for place, (subject, own) in enumerate(every.items()):
        whole = len(own) if len(own) <= room else 0 if place else room
        room = room - len(own) if whole else 0
        rows = [row for at, row in enumerate(own) if at < whole or row.safety_id in linked]
        if rows:
            kept[subject] = rows
    return kept


def _row(pack: Pack, row: Safety) -> SafetyRow:
    element = None
    if row.element_mg is not None:
        element = shown(pack, "safety", row, "element_mg", "amount", fact("amount in mg", mg=row.element_mg))
    read_as = None
    if row.read_as:
        told = reading(pack, "safety", row, "statement")
        where = (told,) if told.traces else ()
        read_as = Shown(fact("safety read as", read_as=row.read_as), key("read", row.safety_id), where)
    return SafetyRow(
        row_id=row.safety_id,
        form=row.form,
        finding=row.finding,
        silent=row.finding in SILENT,
        statement=row.statement,
        element=element,
        action=row.action,
        gap=_gap(pack, row),
        region=row.region,
        source=row.source if row.finding != NOTHING else "",
        url=row.url if row.url.startswith("https://") else "",
        read_as=read_as,
        looked_where=row.looked_where,
        looked_on=row.looked_on,
    )


def _gap(pack: Pack, row: Safety) -> Shown | None:
    """Which comes first and how many hours lie between; None where no hours are told."""
    low, high = row.hours_low, row.hours_high
    if low is None:
        return None
    if high is None:
        hours = fact("hours at least", n=low)
    else:
        hours = fact("entered in hours", n=low) if low == high else fact("hours from to", low=low, high=high)
    text = fact(f"gap: {row.order}", medicine=row.subject, own=pack.dataset["intervention"], hours=hours)
    names = ("hours_low",) if high is None else ("hours_low", "hours_high")
    readings = tuple(reading(pack, "safety", row, name) for name in names)
    return Shown(text, key("gap", row.safety_id), readings)
