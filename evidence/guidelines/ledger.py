"""The ledger of guidelines as a table: each position with its standing, what it replaced, and the claims it bears on."""

from dataclasses import dataclass
from datetime import date

from evidence.addresses import claim_link
from evidence.facts.claim_links import claims_about
from evidence.facts.guidance import Position, ledger_of
from evidence.facts.view import View
from evidence.guidelines.timeline import dated_name, replaced_by, when
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.references import references


@dataclass(frozen=True)
class LedgerRow:
    """One document: its position, and what the ledger beside the board has no room for."""

    position: Position
    region: Fact | str
    dated: Fact | str
    published: Fact | None
    replaces: tuple[Fact | str, ...]
    replaced_by: tuple[Fact | str, ...]
    claims: tuple[tuple[str, str], ...]


def ledger_rows(view: View, today: date) -> tuple[LedgerRow, ...]:
    """A row for every document of the pack, in the order of the ledger; claims come with their addresses."""
    guidelines = {each.guideline_id: each for each in view.pack.rows.guidelines}
    names = document_names(view)
    newer = replaced_by(guidelines.values())
    return tuple(
        LedgerRow(
            position=each,
            region=document.region or fact("region of a document not stated"),
            dated=when(document),
            published=fact("document published", day=document.as_of) if document.as_of else None,
            replaces=tuple(names.get(old, old) for old in references(document.supersedes)),
            replaced_by=tuple(names[new] for new in newer.get(each.guideline_id, ())),
            claims=tuple(
                (claim, claim_link(claim, view.selection))
                for claim in claims_about(view.pack, "guideline", each.guideline_id)
            ),
        )
        for each in ledger_of(guidelines.values(), view.study_rows, today)
        for document in [guidelines[each.guideline_id]]
    )


def document_names(view: View) -> dict[str, Fact | str]:
    """A short name with its year for every document of the pack, by identifier."""
    return {each.guideline_id: dated_name(each) for each in view.pack.rows.guidelines}


def read_and_unread(rows: tuple[LedgerRow, ...]) -> tuple[tuple[LedgerRow, ...], tuple[LedgerRow, ...]]:
    """The rows whose position was read, and the rest: not read or out of scope."""
    read = tuple(each for each in rows if not each.position.silent)
    return read, tuple(each for each in rows if each.position.silent)
