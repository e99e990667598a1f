"""What is known about each compound, and the limits, cautions and interactions of the pack, made ready for their page."""

from dataclasses import dataclass

import pandas as pd

from evidence.packs.pack import Pack
from evidence.packs.provenance import Shown, shown
from evidence.vocabulary.columns import allowed_words
from evidence.vocabulary.known import known
from evidence.wording.words import amount, tr

HEADINGS = {
    "upper level": "Upper levels",
    "adverse effect level": "Lowest dose with an adverse effect",
    "reference intake": "What a whole diet provides: not a limit, and not a dose",
    "interaction": "Interactions",
    "contraindication": "Contraindications",
    "adverse effect": "Adverse effects",
}
LIMITS = ("upper level", "adverse effect level", "reference intake")
CAUTIONS = ("interaction", "contraindication", "adverse effect")


@dataclass(frozen=True)
class Statement:
    """One limit or caution with its source; value is None where it has no number."""

    label: str
    value: Shown | None
    applies_to: str
    statement: str
    source: str
    url: str


@dataclass(frozen=True)
class Bioavailability:
    """What studies found about the uptake of one compound, and what a reader must know about it."""

    label: str
    form: str
    kind: str
    statement: str
    note: str


def statements(pack: Pack, kinds: tuple[str, ...]) -> tuple[tuple[str, tuple[Statement, ...]], ...]:
    """Statements of the pack by kind with its heading, in the order of the table; kinds without any are left out."""
    for kind in kinds:
        if kind not in allowed_words("limits", "kind"):
            raise KeyError(kind)
    return tuple(
        (tr(HEADINGS[kind]), tuple(_statement(pack, row) for _, row in rows.iterrows()))
        for kind in kinds
        if len(rows := pack.limits[pack.limits["kind"] == kind])
    )


def _statement(pack: Pack, row: pd.Series) -> Statement:
    value = None
    if known(row["value_mg_per_day"]):
        text = tr("{mg} mg/day", mg=amount(float(row["value_mg_per_day"])))
        value = shown(pack, "limits", row, "value_mg_per_day", "statement", text)
    return Statement(
        label=str(row["label"]),
        value=value,
        applies_to=str(row["applies_to"]) if known(row["applies_to"]) else "",
        statement=str(row["statement"]),
        source=str(row["source"]),
        url=str(row["url"]) if known(row["url"]) and str(row["url"]).startswith("https://") else "",
    )


def bioavailability(pack: Pack) -> tuple[Bioavailability, ...]:
    """The compounds about which something is told, in the order of the table."""
    return tuple(
        Bioavailability(
            str(row["label"]),
            str(row["form"]),
            str(row["kind"]) if known(row["kind"]) else "",
            str(row["bioavailability"]) if known(row["bioavailability"]) else "",
            str(row["note"]) if known(row["note"]) else "",
        )
        for _, row in pack.compounds.iterrows()
        if known(row["bioavailability"]) or known(row["note"])
    )
