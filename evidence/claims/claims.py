"""An article held against the evidence, claim by claim: verdict, reason, and everything that bears on it.

A claim *parts* from the evidence when it is core, its verdict is outdated, contradicted or unverifiable, and a study or a
guideline bears on it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from evidence.addresses import claim_link, guideline_link, page_link, safety_link, study_link
from evidence.claims.story import story_parts
from evidence.facts.selection import Selection
from evidence.guidelines.timeline import dated_name
from evidence.packs.pack import Pack
from evidence.vocabulary.columns import allowed_words
from evidence.vocabulary.fact import Fact

VERDICTS = allowed_words("claims", "verdict")
SYMBOLS = {
    "supported": "\u2713",
    "partly supported": "\u25d0",
    "outdated": "\u21ba",
    "contradicted": "\u2715",
    "unverifiable": "?",
    "omitted": "\u2205",
}
APART = ("contradicted", "outdated", "unverifiable")
OMISSION = "omission"
SOURCES = (
    (r"^https://doi\.org/(10\..+)$", "doi:{}"),
    (r"^https://pubmed\.ncbi\.nlm\.nih\.gov/(\d+)/?$", "PubMed {}"),
    (r"/(PMC\d+)", "{}"),
)
KINDS = allowed_words("claim_links", "kind")


@dataclass(frozen=True)
class Link:
    """One thing that bears on a claim; outside is True for an address outside the program."""

    kind: str
    ref: str
    label: Fact | str
    href: str
    outside: bool = False


@dataclass(frozen=True)
class Claim:
    """One claim with its verdict; story holds the parts of its reason, empty when the reason is not told in parts."""

    claim_id: str
    section: str
    claim: str
    verdict: str
    symbol: str
    reason: str
    core: bool
    links: tuple[Link, ...]
    story: tuple[tuple[Fact, str], ...]
    href: str

    @property
    def is_omission(self) -> bool:
        """True for something the article leaves out."""
        return self.section == OMISSION

    @property
    def parts_from_evidence(self) -> bool:
        """True when it is core, stands apart from the evidence, and a study or a guideline bears on it."""
        return self.core and self.verdict in APART and any(each.kind in ("study", "guideline") for each in self.links)


def read_claims(pack: Pack, selection: Selection) -> tuple[Claim, ...]:
    """Every claim in the order of the table, its links with the filters of the reader."""
    labels = _labels(pack)
    links: dict[str, list[Link]] = {}
    for row in pack.rows.claim_links:
        links.setdefault(row.claim_id, []).append(_link(row.kind, row.ref, labels, selection))
    return tuple(
        Claim(
            claim_id=row.claim_id,
            section=row.section,
            claim=row.claim,
            verdict=row.verdict,
            symbol=SYMBOLS[row.verdict],
            reason=row.reason,
            core=row.core == "yes",
            links=tuple(sorted(links.get(row.claim_id, []), key=lambda each: KINDS.index(each.kind))),
            story=story_parts(row.reason),
            href=claim_link(row.claim_id, selection),
        )
        for row in pack.rows.claims
    )


def chosen_claims(claims: Iterable[Claim], verdicts: Iterable[str], core_only: bool) -> tuple[Claim, ...]:
    """The claims with one of the verdicts (all when none is named), core ones only if asked."""
    wanted = set(verdicts) or set(VERDICTS)
    return tuple(each for each in claims if each.verdict in wanted and (each.core or not core_only))


def verdict_counts(claims: Iterable[Claim]) -> dict[str, int]:
    """How many claims have each verdict, in the order of the dictionary, verdicts nobody got left out."""
    found = [each.verdict for each in claims]
    return {verdict: found.count(verdict) for verdict in VERDICTS if verdict in found}


def by_section(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    """Claims by section in the order of the article; what it leaves out is no section of it."""
    sections: dict[str, tuple[Claim, ...]] = {}
    for each in claims:
        if not each.is_omission:
            sections[each.section] = (*sections.get(each.section, ()), each)
    return sections


def omissions(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """What the article leaves out."""
    return tuple(each for each in claims if each.is_omission)


def source_name(address: str) -> str:
    """A short name for an address: its DOI, its PubMed or PMC number, else its host."""
    for form, name in SOURCES:
        if found := re.search(form, address):
            return name.format(found[1])
    return urlsplit(address).netloc.removeprefix("www.")


def _labels(pack: Pack) -> dict[tuple[str, str], Fact | str]:
    """What a reader sees for each thing a claim can name; a link that points nowhere keeps its identifier."""
    rows = pack.rows
    return {
        **{("study", each.study_id): each.citation for each in rows.studies},
        **{("guideline", each.guideline_id): dated_name(each) for each in rows.guidelines},
        **{("compound", each.compound): each.compound for each in rows.compounds},
        **{("limit", each.limit_id): each.label for each in rows.limits},
        **{("safety", each.safety_id): each.subject for each in rows.safety},
    }


def _link(kind: str, ref: str, labels: dict[tuple[str, str], Fact | str], selection: Selection) -> Link:
    if kind == "source":
        return Link(kind, ref, source_name(ref), ref, outside=True)
    page = {"study": study_link, "guideline": guideline_link, "safety": safety_link}.get(kind)
    href = page(ref, selection) if page else page_link("compounds", selection)
    return Link(kind, ref, labels.get((kind, ref), ref), href)
