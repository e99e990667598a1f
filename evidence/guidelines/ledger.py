"""The ledger of guidelines as a table: each position with its standing, what it replaced, and the claims it bears on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from evidence.addresses import claim_link
from evidence.facts.claim_links import claims_about
from evidence.facts.guidance import Position, ledger
from evidence.facts.view import View
from evidence.guidelines.timeline import references, replaced_by, short_name, when
from evidence.vocabulary.known import known
from evidence.wording.words import tr

UNREAD = ("not read", "out of scope")


@dataclass(frozen=True)
class LedgerRow:
    """One document: its position, and what the ledger beside the board has no room for."""

    position: Position
    region: str
    dated: str
    stands: bool
    replaces: tuple[str, ...]
    replaced_by: tuple[str, ...]
    claims: tuple[tuple[str, str], ...]


def ledger_rows(view: View, today: date) -> tuple[LedgerRow, ...]:
    """A row for every document of the pack, in the order of the ledger; claims come with their addresses."""
    guidelines = view.pack.guidelines
    rows: Mapping[str, Mapping[str, object]] = {row["guideline_id"]: row for _, row in guidelines.iterrows()}
    names = document_names(view)
    newer = replaced_by(guidelines)
    positions = ledger(guidelines, view.studies, today)
    return tuple(
        LedgerRow(
            position=each,
            region=str(row["region"]) if known(row["region"]) else tr("not stated"),
            dated=when(row),
            stands=each.stands,
            replaces=tuple(names.get(old, old) for old in references(row["supersedes"])),
            replaced_by=tuple(names[new] for new in newer.get(each.guideline_id, ())),
            claims=tuple(
                (claim, claim_link(claim, view.selection))
                for claim in claims_about(view.pack, "guideline", each.guideline_id)
            ),
        )
        for each in positions
        for row in [rows[each.guideline_id]]
    )


def document_names(view: View) -> dict[str, str]:
    """A short name with its year for every document of the pack, by identifier."""
    return {row["guideline_id"]: f"{short_name(row['body'])}, {when(row)}" for _, row in view.pack.guidelines.iterrows()}


def read_and_unread(rows: tuple[LedgerRow, ...]) -> tuple[tuple[LedgerRow, ...], tuple[LedgerRow, ...]]:
    """The rows whose position was read, and the rest: not read or out of scope."""
    read = tuple(each for each in rows if each.position.position not in UNREAD)
    return read, tuple(each for each in rows if each not in read)
