"""One study in full, made ready for its page: facts, results, appraisal, flags, what it bears on, and where it was read."""

from collections.abc import Iterable
from dataclasses import dataclass

from evidence.addresses import claim_link, club_link, compare_link, glossary_link, guideline_link
from evidence.claims.claims import SYMBOLS as VERDICT_SYMBOLS
from evidence.facts.claim_links import claims_about
from evidence.facts.flags import flags_of
from evidence.facts.guidance import informs_guidelines
from evidence.facts.marks import Mark, marks_from
from evidence.facts.view import View
from evidence.guidelines.timeline import short_name
from evidence.packs.provenance import Reading, Shown, key, reading
from evidence.packs.records import Appraised, Study
from evidence.study.facts import StudyFacts, study_facts
from evidence.study.links import study_links
from evidence.study.order import nearest_studies
from evidence.study.results import StudyResult, study_results
from evidence.vocabulary.columns import columns_of
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.known import known
from evidence.vocabulary.references import references

FLAG_CELLS = {
    "small": ("n_analysed", "n_enrolled"),
    "short": ("duration_weeks",),
    "dose ambiguous": ("salt_mg_per_day", "elemental_mg_per_day"),
}
"""The cells behind a flag whose reason tells a number."""
FEW = 3
"""How many studies to compare it with are named."""
SILENT = frozenset({"not read", "out of scope", "not addressed"})
"""Positions that say nothing on the question; they are folded away beside a study."""


@dataclass(frozen=True)
class Flag:
    """A flag with its severity and the value that raised it."""

    flag: str
    severity: str
    reason: Shown


@dataclass(frozen=True)
class Appraisal:
    """The judgements of one tool about the study or one of its outcomes, the overall one first where the tool has one."""

    tool: str
    version: str
    outcome: str
    marks: tuple[Mark, ...]
    has_overall: bool
    basis: tuple[Fact, ...]


@dataclass(frozen=True)
class Claim:
    """A claim that names this study."""

    claim_id: str
    claim: str
    verdict: str
    symbol: str
    href: str


@dataclass(frozen=True)
class Guideline:
    """A guideline seen from this study."""

    name: str
    position: str
    href: str

    @property
    def is_silent(self) -> bool:
        """True when it says nothing on the question, or nothing that was read."""
        return self.position in SILENT


@dataclass(frozen=True)
class StudyPage:
    """Everything the page of one study shows; links are (label, address), glossary is the address of the glossary.

    nearest: studies to compare it with and the address of each comparison. compare: where any other can be chosen.
    """

    study_id: str
    citation: str
    title: str
    byline: str
    summary: str
    read_as: str
    links: tuple[tuple[Fact | str, str], ...]
    facts: tuple[StudyFacts, ...]
    results: tuple[StudyResult, ...]
    appraisals: tuple[Appraisal, ...]
    flags: tuple[Flag, ...]
    claims: tuple[Claim, ...]
    could_not_know: tuple[Guideline, ...]
    could_know: tuple[Guideline, ...]
    same_as: Fact | None
    hidden_by: tuple[Fact, ...]
    glossary: str
    nearest: tuple[tuple[str, str], ...]
    compare: str
    club: str


def study_page(study_id: str, view: View) -> StudyPage:
    """The page of one study of the pack, whether or not it is in view; KeyError for an unknown study."""
    pack = view.pack
    study = one_study(pack.rows.studies, study_id)
    could_not, could = _guidelines(study, view)
    return StudyPage(
        study_id=study_id,
        citation=study.citation,
        title=study.title,
        byline=" \u00b7 ".join(part for part in (study.authors, study.printed_in) if part),
        summary=study.summary,
        read_as=study.read_as,
        links=study_links(study),
        facts=study_facts(study, [each for each in pack.rows.results if each.study_id == study_id], pack),
        results=study_results(study_id, pack, view.selection.r),
        appraisals=appraisals_of(study_id, view),
        flags=flags_shown(study, view),
        claims=_claims(study_id, view),
        could_not_know=could_not,
        could_know=could,
        same_as=_same_as(study, view),
        hidden_by=tuple(each.reason for each in view.hidden if each.study_id == study_id),
        glossary=glossary_link(view.selection),
        nearest=tuple(
            (each.citation, compare_link((study_id, each.study_id), view.selection))
            for each in nearest_studies(study_id, view, FEW)
        ),
        compare=compare_link((study_id,), view.selection),
        club=club_link(study_id, view.selection),
    )


def one_study(studies: Iterable[Study], study_id: str) -> Study:
    """The record of a study; KeyError when there is none."""
    for each in studies:
        if each.study_id == study_id:
            return each
    raise KeyError(study_id)


def appraisals_of(study_id: str, view: View) -> tuple[Appraisal, ...]:
    """The judgements of a study by tool and by the outcome they are for, in the order of the table."""
    labels = {each.outcome: each.label for each in view.pack.rows.outcomes}
    groups: dict[tuple[str, str], list[Appraised]] = {}
    for each in view.pack.rows.appraisals:
        if each.study_id == study_id:
            groups.setdefault((each.tool, each.outcome), []).append(each)
    made = []
    for (tool, outcome), rows in groups.items():
        marks = marks_from(rows)
        overall_first = (marks.overall, *marks.domains) if marks.has_overall else marks.domains
        basis = tuple(
            fact("basis of a judgement", read_as=each) for each in dict.fromkeys(row.basis for row in rows) if each
        )
        made.append(Appraisal(tool, rows[0].tool_version, labels.get(outcome, ""), overall_first, marks.has_overall, basis))
    return tuple(made)


def flags_shown(study: Study, view: View) -> tuple[Flag, ...]:
    """The flags of a study, each with where the number behind it was read."""
    return tuple(
        Flag(
            each.name,
            each.severity,
            Shown(
                each.reason,
                key("flag", study.study_id, each.name),
                tuple(
                    reading(view.pack, "studies", study, name)
                    for name in FLAG_CELLS.get(each.name, ())
                    if known(getattr(study, name))
                ),
            ),
        )
        for each in flags_of(view.pack).get(study.study_id, ())
    )


def _claims(study_id: str, view: View) -> tuple[Claim, ...]:
    named = claims_about(view.pack, "study", study_id)
    return tuple(
        Claim(
            each.claim_id, each.claim, each.verdict, VERDICT_SYMBOLS[each.verdict], claim_link(each.claim_id, view.selection)
        )
        for each in view.pack.rows.claims
        if each.claim_id in named
    )


def _guidelines(study: Study, view: View) -> tuple[tuple[Guideline, ...], tuple[Guideline, ...]]:
    """Guidelines published before this study, and those of later years, newest first.

    Both are empty where that cannot be said: only direct studies of a treatment bear on a guideline, and one of the study's
    own year stands in neither list.
    """
    year = study.year
    if year is None or not informs_guidelines(study):
        return (), ()
    dated = [each for each in view.pack.rows.guidelines if each.year is not None and each.year != year]
    parts: tuple[list[Guideline], list[Guideline]] = ([], [])
    for each in sorted(dated, key=lambda each: -(each.year or 0)):
        name, link = f"{short_name(each.body)} {each.year}", guideline_link(each.guideline_id, view.selection)
        parts[(each.year or 0) > year].append(Guideline(name, each.position, link))
    return tuple(parts[0]), tuple(parts[1])


def _same_as(study: Study, view: View) -> Fact | None:
    citations = {each.study_id: each.citation for each in view.pack.rows.studies}
    others = tuple(citations[each] for each in references(study.possibly_same_as) if each in citations)
    return fact("two reports of one trial", others=others) if study.possibly_same_as else None


def all_readings(study_id: str, view: View) -> tuple[tuple[str, Reading], ...]:
    """Every cell of the study and of its results that was read somewhere, with the result it belongs to."""
    pack = view.pack
    rows: list[tuple[str, str, object]] = [("studies", "", one_study(pack.rows.studies, study_id))]
    rows += [("results", each.result_id, each) for each in pack.rows.results if each.study_id == study_id]
    cells = ((each, name) for each in rows for name in columns_of(each[0]) if known(getattr(each[2], name)))
    found = ((about, reading(pack, table, row, name)) for (table, about, row), name in cells)
    return tuple((about, each) for about, each in found if each.traces)
