"""One study in full, made ready for its page: facts, results, appraisal, flags, what it bears on, and where it was read."""

from dataclasses import dataclass

import pandas as pd

from evidence.addresses import claim_link, doi_link, guideline_link, pubmed_link, registry_links
from evidence.claims.claims import SYMBOLS as VERDICT_SYMBOLS
from evidence.facts.claim_links import claims_about
from evidence.facts.flags import study_flags
from evidence.facts.guidance import later_studies
from evidence.facts.marks import Mark, study_marks
from evidence.facts.view import View
from evidence.guidelines.timeline import short_name
from evidence.packs.provenance import Reading, Shown, key, reading
from evidence.study.facts import Facts, study_facts
from evidence.study.results import StudyResult, study_results
from evidence.vocabulary.columns import columns_of
from evidence.vocabulary.fact import Fact
from evidence.vocabulary.known import known
from evidence.wording.words import listing, tr

FLAG_CELLS = {
    "small": ("n_analysed", "n_enrolled"),
    "short": ("duration_weeks",),
    "dose ambiguous": ("salt_mg_per_day", "elemental_mg_per_day"),
}
"""The cells behind a flag whose reason tells a number."""


@dataclass(frozen=True)
class Flag:
    """A flag with its severity and the value that raised it."""

    flag: str
    severity: str
    reason: Shown


@dataclass(frozen=True)
class Appraisal:
    """The judgements of one tool about the study or one of its outcomes, the overall one last."""

    tool: str
    outcome: str
    marks: tuple[Mark, ...]
    overall: Mark
    basis: str


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


@dataclass(frozen=True)
class StudyPage:
    """Everything the page of one study shows; links are (label, address)."""

    study_id: str
    citation: str
    title: str
    byline: str
    summary: str
    read_as: str
    links: tuple[tuple[str, str], ...]
    facts: tuple[Facts, ...]
    results: tuple[StudyResult, ...]
    appraisals: tuple[Appraisal, ...]
    flags: tuple[Flag, ...]
    claims: tuple[Claim, ...]
    could_not_know: tuple[Guideline, ...]
    could_know: tuple[Guideline, ...]
    same_as: str
    hidden_by: tuple[Fact, ...]


def study_page(study_id: str, view: View) -> StudyPage:
    """The page of one study of the pack, whether or not it is in view; KeyError for an unknown study."""
    pack = view.pack
    study = one_study(pack.studies, study_id)
    results = pack.results[pack.results["study_id"] == study_id]
    could_not, could = _guidelines(study, view)
    return StudyPage(
        study_id=study_id,
        citation=str(study["citation"]),
        title=_text(study, "title"),
        byline=" \u00b7 ".join(part for part in (_text(study, "authors"), _text(study, "journal")) if part),
        summary=_text(study, "summary"),
        read_as=str(study["read_as"]),
        links=study_links(study),
        facts=study_facts(study, results, pack),
        results=study_results(results, pack, view.selection.r),
        appraisals=_appraisals(study_id, view),
        flags=_flags(study, view),
        claims=_claims(study_id, view),
        could_not_know=could_not,
        could_know=could,
        same_as=_same_as(study, view),
        hidden_by=tuple(each.reason for each in view.hidden if each.study_id == study_id),
    )


def one_study(studies: pd.DataFrame, study_id: str) -> pd.Series:
    """The row of a study; KeyError when there is none."""
    rows = studies[studies["study_id"] == study_id]
    if rows.empty:
        raise KeyError(study_id)
    return rows.iloc[0]


def study_links(study: pd.Series) -> tuple[tuple[str, str], ...]:
    """DOI, PubMed record and registry entries of a study, as far as they are known."""
    links = []
    if known(study["doi"]):
        links.append((tr("DOI {doi}", doi=study["doi"]), doi_link(str(study["doi"]))))
    if known(study["pmid"]):
        links.append((tr("PubMed {pmid}", pmid=study["pmid"]), pubmed_link(str(study["pmid"]))))
    return (*links, *registry_links(_text(study, "registration")))


def _appraisals(study_id: str, view: View) -> tuple[Appraisal, ...]:
    rows = view.pack.appraisals[view.pack.appraisals["study_id"] == study_id]
    labels = view.pack.outcomes.set_index("outcome")["label"]
    made = []
    for _, group in rows.groupby([rows["tool"], rows["outcome"].fillna("")], sort=False):
        tool, marks, overall = study_marks(study_id, group)
        outcome = _text(group.iloc[0], "outcome")
        basis = listing(list(dict.fromkeys(group["basis"].dropna())))
        version = str(group["tool_version"].iloc[0])
        made.append(Appraisal(f"{tool} ({version})", str(labels[outcome]) if outcome else "", marks, overall, basis))
    return tuple(made)


def _flags(study: pd.Series, view: View) -> tuple[Flag, ...]:
    flags = study_flags(view.pack)
    return tuple(
        Flag(
            each.flag,
            each.severity,
            Shown(
                each.reason,
                key("flag", str(study["study_id"]), each.flag),
                tuple(
                    reading(view.pack, "studies", study, name)
                    for name in FLAG_CELLS.get(each.flag, ())
                    if known(study[name])
                ),
            ),
        )
        for each in flags[flags["study_id"] == study["study_id"]].itertuples()
    )


def _claims(study_id: str, view: View) -> tuple[Claim, ...]:
    named = claims_about(view.pack, "study", study_id)
    claims = view.pack.claims[view.pack.claims["claim_id"].isin(named)]
    return tuple(
        Claim(
            each.claim_id, each.claim, each.verdict, VERDICT_SYMBOLS[each.verdict], claim_link(each.claim_id, view.selection)
        )
        for each in claims.itertuples()
    )


def _guidelines(study: pd.Series, view: View) -> tuple[tuple[Guideline, ...], tuple[Guideline, ...]]:
    """Guidelines published before this study, and those of later years; both empty where that cannot be said.

    Only direct studies of a treatment bear on a guideline; one of the study's own year stands in neither list.
    """
    before, later = [], []
    alone = study.to_frame().T
    year = study["year"]
    newest_first = view.pack.guidelines.sort_values("year", ascending=False, kind="stable", na_position="last")
    for _, guideline in newest_first.iterrows():
        seen = Guideline(
            f"{short_name(guideline['body'])} {guideline['year']}",
            str(guideline["position"]),
            guideline_link(str(guideline["guideline_id"]), view.selection),
        )
        if later_studies(guideline, alone):
            before.append(seen)
        elif (
            known(year)
            and later_studies({"year": int(year) - 1}, alone)
            and known(guideline["year"])
            and (int(guideline["year"]) > int(year))
        ):
            later.append(seen)
    return tuple(before), tuple(later)


def _same_as(study: pd.Series, view: View) -> str:
    if not known(study["possibly_same_as"]):
        return ""
    ids = [each.strip() for each in str(study["possibly_same_as"]).split(";")]
    citations = view.pack.studies.set_index("study_id")["citation"]
    others = listing([str(citations[each]) for each in ids if each in citations.index])
    return tr(
        "This may be the same study as {others}: two reports of one trial. Counts allow for both cases, "
        "and the reports are never pooled with each other.",
        others=others,
    )


def _text(row: pd.Series, name: str) -> str:
    return str(row[name]) if known(row[name]) else ""


def all_readings(study_id: str, view: View) -> tuple[tuple[str, Reading], ...]:
    """Every cell of the study and of its results that was read somewhere, with the result it belongs to."""
    pack = view.pack
    study = one_study(pack.studies, study_id)
    rows = [("studies", "", study)]
    rows += [
        ("results", str(row["result_id"]), row) for _, row in pack.results[pack.results["study_id"] == study_id].iterrows()
    ]
    found = [
        (about, reading(pack, table, row, name))
        for table, about, row in rows
        for name in columns_of(table)
        if known(row[name])
    ]
    return tuple((about, each) for about, each in found if each.traces)
