"""The title of the page in a browser's tab, history and bookmarks: what is open first, then the page, then the data."""

from collections.abc import Mapping

from evidence.club.positions import PAGE
from evidence.club.session import KINDS
from evidence.facts.evidence_map import SIDES
from evidence.guidelines.timeline import dated_name
from evidence.packs.pack import Pack
from evidence.vocabulary.fact import fact
from evidence.wording.language import N_
from evidence.wording.say import say, tr

PARTS = {
    "method": N_("Method and limits"),
    "glossary": N_("Glossary"),
    "codebook": N_("Codebook"),
    "tables": N_("Downloads"),
    "checks": N_("What the checks found"),
    "changes": N_("Changes of the data"),
    "wanted": N_("Missing data: can you help?"),
    "check": N_("Check your own table"),
}
"""The parts of the page of the data, in their order."""
MAPS = {"compound": N_("Studies by design and compound"), "condition": N_("Studies by design and condition")}
"""The headings of the map by what stands against the designs."""
BETWEEN = " \u00b7 "


def title_of(pack: Pack, page: str, name: str, asked: Mapping[str, str]) -> str:
    """The title of a page of that name with what its address asks for; what the pack does not have is left out."""
    return BETWEEN.join(part for part in (*_opened(pack, page, asked), name, pack.dataset["title"]) if part)


def _opened(pack: Pack, page: str, asked: Mapping[str, str]) -> tuple[str, ...]:
    """What is open on the page: a study, a step of the club, a document, a claim, a part."""
    if page == "study":
        return (_study(pack, asked),)
    if page == "journal_club":
        return say(fact(f"club {club_kind(asked.get('step', ''))}")), _study(pack, asked)
    if page == "guidelines":
        document = next((each for each in pack.rows.guidelines if each.guideline_id == asked.get("guideline")), None)
        return () if document is None else (say(dated_name(document)), document.title)
    if page == "claims":
        claim = next((each.claim_id for each in pack.rows.claims if each.claim_id == asked.get("claim")), "")
        return (claim,)
    if page == "map":
        side = asked.get("side", "")
        return (tr(MAPS[side if side in SIDES else SIDES[0]]),)
    if page == "data":
        return (tr(PARTS.get(asked.get("part", ""), PARTS["method"])),)
    return ()


def _study(pack: Pack, asked: Mapping[str, str]) -> str:
    """The label of the study that is asked for; nothing for one that is not there."""
    wanted = asked.get("study", "")
    return next((each.citation for each in pack.rows.studies if each.study_id == wanted), "") if wanted else ""


def club_kind(step: str) -> str:
    """The step of a journal club that an address names, the first one for any other word."""
    step = step.partition(PAGE)[0]
    kind = step if step in KINDS else step.partition("-")[0]
    return kind if kind in KINDS else KINDS[0]
