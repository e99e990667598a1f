"""What is known about each compound, and the limits, cautions and interactions of the pack, made ready for their page."""

from dataclasses import dataclass

from evidence.packs.pack import Pack
from evidence.packs.provenance import Shown, shown
from evidence.packs.records import Compound, Limit
from evidence.vocabulary.columns import allowed_words
from evidence.vocabulary.fact import Fact, fact

LIMITS = ("upper level", "adverse effect level", "reference intake")
CAUTIONS = ("interaction", "contraindication", "adverse effect")


@dataclass(frozen=True)
class Statement:
    """One limit or caution with its source; value is None where it has no number."""

    limit_id: str
    label: str
    value: Shown | None
    applies_to: str
    statement: str
    source: str
    url: str


def statements(pack: Pack, kinds: tuple[str, ...]) -> tuple[tuple[Fact, tuple[Statement, ...]], ...]:
    """Statements of the pack by kind with its heading, in the order of the table; kinds without any are left out."""
    for kind in kinds:
        if kind not in allowed_words("limits", "kind"):
            raise KeyError(kind)
    found = {kind: tuple(_statement(pack, each) for each in pack.rows.limits if each.kind == kind) for kind in kinds}
    return tuple((fact(f"statements: {kind}"), of_kind) for kind, of_kind in found.items() if of_kind)


def _statement(pack: Pack, limit: Limit) -> Statement:
    value = None
    if limit.value_mg_per_day is not None:
        text = fact("limit a day", mg=limit.value_mg_per_day)
        value = shown(pack, "limits", limit, "value_mg_per_day", "statement", text)
    url = limit.url if limit.url.startswith("https://") else ""
    return Statement(limit.limit_id, limit.label, value, limit.applies_to, limit.statement, limit.source, url)


def bioavailability(pack: Pack) -> tuple[Compound, ...]:
    """The compounds about whose uptake or use something is told, in the order of the table."""
    return tuple(each for each in pack.rows.compounds if each.bioavailability or each.note)
