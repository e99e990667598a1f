"""What guidelines say: every body's position, how valid it still is, and which studies it could not have known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from evidence.addresses import source_link
from evidence.packs.pack import Pack
from evidence.packs.remember import per_pack
from evidence.vocabulary.known import known
from evidence.wording.words import tr

SYMBOLS = {
    "recommends": "\u2713",
    "may be considered": "\u25cb",
    "only in deficiency": "\u25d0",
    "no recommendation": "\u2013",
    "recommends against": "\u2715",
    "cannot be recommended for lack of evidence": "\u2298",
    "not addressed": "\u00b7",
    "out of scope": "\u00b7",
    "not read": "?",
}
WEIGHT = {
    "recommends": 0,
    "recommends against": 0,
    "cannot be recommended for lack of evidence": 0,
    "may be considered": 1,
    "only in deficiency": 1,
    "no recommendation": 2,
    "not addressed": 3,
    "out of scope": 4,
    "not read": 5,
}
"""Order in the ledger: positions that were read first, documents that were not read last."""


@dataclass(frozen=True)
class Position:
    """One line of the ledger, in words."""

    guideline_id: str
    body: str
    title: str
    year: str
    position: str
    symbol: str
    validity: str
    strength: str
    statement: str
    read_as: str
    link: str
    published_before: tuple[str, ...]


def validity(guideline: Mapping[str, object], today: date) -> str:
    """Whether a document still stands: superseded, expired on, valid until, or not stated."""
    if guideline["status"] == "superseded":
        return tr("superseded")
    until = guideline["valid_until"]
    if known(until):
        ends = date.fromisoformat(str(until))
        return tr("expired {day}", day=until) if ends < today else tr("valid until {day}", day=until)
    return {"current": tr("current"), "expired": tr("expired")}.get(str(guideline["status"]), tr("validity not stated"))


def later_studies(guideline: Mapping[str, object], studies: pd.DataFrame) -> tuple[str, ...]:
    """Citations of direct treatment studies published after the guideline's year; empty when a year is not known.

    A study of the same year is not counted as later, because the month is not known.
    """
    if not known(guideline["year"]):
        return ()
    later = studies[
        (studies["directness"] == "direct")
        & studies["design"].isin(["randomised trial", "non-randomised controlled", "before-after"])
        & (studies["year"] > int(guideline["year"])).fillna(False)  # type: ignore[call-overload]
    ]
    return tuple(later.sort_values("year", kind="stable")["citation"])


def ledger(guidelines: pd.DataFrame, studies: pd.DataFrame, today: date) -> tuple[Position, ...]:
    """All positions, the ones that were read first, newest first within the same position."""
    rows = [
        (WEIGHT[row["position"]], -int(row["year"]) if known(row["year"]) else 0, place, row)
        for place, (_, row) in enumerate(guidelines.iterrows())
    ]
    return tuple(
        Position(
            guideline_id=row["guideline_id"],
            body=row["body"],
            title=row["title"],
            year=str(row["year"]) if known(row["year"]) else tr("year not read"),
            position=row["position"],
            symbol=SYMBOLS[row["position"]],
            validity=validity(row, today),
            strength=str(row["strength"]) if known(row["strength"]) else "",
            statement=row["statement"],
            read_as=row["read_as"],
            link=source_link(row),
            published_before=later_studies(row, studies),
        )
        for _, _, _, row in sorted(rows, key=lambda each: each[:3])
    )


@per_pack
def positions_of(pack: Pack, today: date) -> tuple[Position, ...]:
    """The ledger of a whole pack on a day; what a body could have known does not depend on a reader's filters."""
    return ledger(pack.guidelines, pack.studies, today)
