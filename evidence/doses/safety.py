"""What each source says of kidneys, medicines and conditions, in parts, subjects and rows made ready for their page.

Sources that disagree stand side by side and are never merged. What was not named or not found is a value of its own, with
where and when it was looked for.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from evidence.packs.cautions import Safety
from evidence.packs.checks.safety import NOTHING, SILENT
from evidence.packs.pack import Pack
from evidence.packs.provenance import Shown, key, reading, shown
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
    worth a link each on top of the page.
    """

    heading: Fact
    column: Fact
    anchor: str
    subjects: tuple[Subject, ...]
    places: bool
    amounts: bool
    listed: bool


def _of_kinds(*kinds: str) -> Callable[[Safety], bool]:
    return lambda row: row.kind in kinds


def _medicine(for_the_condition: str) -> Callable[[Safety], bool]:
    return lambda row: row.kind == "medicine" and row.for_the_condition == for_the_condition


PARTS: dict[str, Callable[[Safety], bool]] = {
    "kidney": _of_kinds("kidney function"),
    "medicines": _medicine("yes"),
    "other-medicines": _medicine("no"),
    "heart": _of_kinds("heart", "muscle disease"),
    "pregnancy": _of_kinds("pregnancy", "breastfeeding"),
    "age": _of_kinds("age", "other condition"),
    "side-effects": _of_kinds("side effect", "signs of too much"),
    "hidden-sources": _of_kinds("hidden source"),
}
"""The parts of the page in their order; every row belongs to exactly one."""
MEDICINES = ("medicines", "other-medicines")


def safety_parts(pack: Pack) -> tuple[SafetyPart, ...]:
    """The parts that the pack has rows for; nothing for a pack without the table."""
    found = ((name, [row for row in pack.rows.safety if belongs(row)]) for name, belongs in PARTS.items())
    return tuple(_part(pack, name, rows) for name, rows in found if rows)


def _part(pack: Pack, name: str, rows: list[Safety]) -> SafetyPart:
    names = dict.fromkeys(row.subject for row in rows)
    subjects = []
    for subject in names:
        own = [row for row in rows if row.subject == subject]
        subjects.append(Subject(subject, key("subject", own[0].safety_id), tuple(_row(pack, row) for row in own)))
    conditions = Counter(each.condition for each in pack.rows.studies if each.directness == "direct")
    if name == "medicines" and conditions:
        heading = fact("safety: medicines used for", condition=conditions.most_common(1)[0][0])
    else:
        heading = fact(f"safety: {name}")
    medicine = name in MEDICINES
    return SafetyPart(
        heading=heading,
        column=fact(f"safety column: {'medicine' if medicine else 'kidney' if name == 'kidney' else 'subject'}"),
        anchor=name,
        subjects=tuple(subjects),
        places=not medicine,
        amounts=any(row.element_mg is not None for row in rows),
        listed=medicine,
    )


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
