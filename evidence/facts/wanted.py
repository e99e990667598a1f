"""What a reader who holds a full text could add: the gaps of a pack that weigh on its answer, heaviest first.

Randomised trials of the condition itself come first, then other direct treatment studies, guidelines that were not read,
associations, and trials in another condition. Every gap comes with lines of its table: what is known stands in them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from evidence.addresses import doi_link, pubmed_link
from evidence.facts.flags import NO_CONTROL, WITH_TREATMENT
from evidence.packs.pack import Pack
from evidence.statistics.tables import native_effects
from evidence.vocabulary.columns import file_name, label
from evidence.vocabulary.known import known
from evidence.vocabulary.tools import DOMAINS, OVERALL
from evidence.wording.words import amount, count, tr
from evidence.writing.csv_table import csv_bytes
from evidence.writing.table_lines import header_line, table_line

CELLS = ("n_enrolled", "n_analysed", "age_mean", "female_percent", "duration_weeks", "registration", "funding")
GUIDELINES, ASSOCIATIONS, INDIRECT = 4, 5, 6
RESULTS, DOSE, REPORT, APPRAISAL = range(4)
TOOL_VERSIONS = {"RoB 2": "2019", "ROBINS-I": "2016"}
SILENT = ("no information", "not assessed")


@dataclass(frozen=True)
class Wanted:
    """One gap: where it weighs, what is missing, where it would be found, why it matters, and lines to fill in."""

    weight: tuple[int, int]
    about: str
    what: str
    where: str
    link: str
    why: str
    table: str
    lines: tuple[str, ...]

    @property
    def file(self) -> str:
        """The file the lines belong to."""
        return file_name(self.table)

    @property
    def csv_text(self) -> str:
        """A header and the lines, ready to fill in."""
        return "\n".join((header_line(self.table), *self.lines))


def wanted_values(pack: Pack) -> tuple[Wanted, ...]:
    """Every gap of the pack, heaviest for the answer first; the order of the tables within the same weight."""
    effects = native_effects(pack.results, pack.outcomes)
    found: list[Wanted] = []
    for _, study in pack.studies.iterrows():
        weight = study_weight(study)
        if weight is None:
            continue
        found += _results(study, pack, effects, weight)
        if weight < GUIDELINES:
            found += [*_dose(study, weight), *_report(study, weight), *_appraisals(study, pack, weight)]
    found += [_guideline(row, pack) for _, row in pack.guidelines.iterrows() if row["position"] == "not read"]
    return tuple(sorted(found, key=lambda each: each.weight))


def study_weight(study: Mapping[str, object]) -> int | None:
    """How much a study weighs on the answer, 0 for most; None for a review, which has no people of its own."""
    design = str(study["design"])
    if design == "systematic review":
        return None
    treated = design in WITH_TREATMENT
    if study["directness"] != "direct":
        return INDIRECT if treated else INDIRECT + 1
    order = {"randomised trial": 0, "non-randomised controlled": 1, "before-after": 2}
    return order.get(design, 3) if treated else ASSOCIATIONS


def wanted_csv(pack: Pack) -> str:
    """The whole list as CSV; the lines to fill in stand in the last column."""
    rows = [
        (each.about, each.what, each.where, each.link, each.why, each.file, each.csv_text) for each in wanted_values(pack)
    ]
    return csv_bytes(pd.DataFrame(rows, columns=["about", "wanted", "where", "link", "why", "file", "lines"])).decode(
        "utf-8"
    )


def _results(study: pd.Series, pack: Pack, effects: pd.DataFrame, weight: int) -> Iterator[Wanted]:
    rows = pack.results[pack.results["study_id"] == study["study_id"]]
    labels = pack.outcomes.set_index("outcome")["label"]
    measures = pack.outcomes.set_index("outcome")["measure"]
    gaps = []
    for index, row in rows.iterrows():
        gap = _result_gap(row, effects.loc[index], str(measures[row["outcome"]]))
        if gap:
            what = tr("{outcome}{time}: {gap}", outcome=labels[row["outcome"]], time=_time(row), gap=gap)
            has_number = known(effects.loc[index, "estimate"])
            gaps.append((what, _why_assumed() if has_number else _why_result(weight), table_line("results", row)))
    if rows.empty and weight < GUIDELINES:
        new = _new_result(study, pack)
        gaps.append(
            (tr("{outcome}: any result", outcome=labels[new["outcome"]]), _why_result(weight), table_line("results", new))
        )
    where, link = _source(study)
    for what, why, line in gaps:
        yield Wanted((weight, RESULTS), study["citation"], what, where, link, why, "results", (line,))


def _result_gap(row: pd.Series, effect: pd.Series, usual_measure: str) -> str:
    """What a result lacks for an effect without an assumption; empty when it lacks nothing."""
    if known(effect["estimate"]):
        assumed = known(effect["assumption"]) and "r =" in str(effect["assumption"])
        return tr("the SD of the change (a correlation is assumed now)") if assumed else ""
    if known(row["estimate"]):
        return tr("the 95% interval or standard error of the estimate")
    if row["contrast"] == "before-after":
        return tr("the change with its SD, or means and SDs before and after, and the number of people")
    measure = row["measure"] if known(row["measure"]) else usual_measure
    if measure in ("RR", "OR"):
        return tr("people with the event and people in each group")
    if known(row["mean_1"]):
        return tr("the SD and the number of people of each group")
    return tr("mean, SD and number of people of each group")


def _time(row: pd.Series) -> str:
    return tr(", week {week}", week=amount(float(row["week"]))) if known(row["week"]) else ""


def _why_assumed() -> str:
    return tr("The interval rests on an assumed correlation; with this it would be the study's own.")


def _why_result(weight: int) -> str:
    if weight == 0:
        return tr(
            "A randomised trial in the condition of the question: with these numbers it could be drawn and, "
            "with another, pooled."
        )
    if weight < GUIDELINES:
        return tr(
            "A treatment study in the condition of the question: the number would stand in the figure instead of a reason."
        )
    if weight == ASSOCIATIONS:
        return tr(
            "An association in the condition of the question: not an effect, but it shows how firm the idea behind it is."
        )
    return tr("Another condition: it bears on the answer only from the side.")


def _new_result(study: pd.Series, pack: Pack) -> dict[str, object]:
    """The start of a result for a study that has none: its first line to fill in."""
    first = pack.certainty["outcome"].iloc[0] if len(pack.certainty) else pack.outcomes["outcome"].iloc[0]
    contrast = "before-after" if study["design"] in NO_CONTROL else "between groups"
    return {
        "result_id": f"{study['study_id']}-1", "study_id": study["study_id"], "outcome": first, "contrast": contrast,
        "note": tr("no result was read yet"),
    }  # fmt: skip


def _dose(study: pd.Series, weight: int) -> Iterator[Wanted]:
    gaps = []
    if study["compound"] == "not stated":
        gaps.append(tr("which compound was given"))
    if study["dose_basis"] == "unclear":
        gaps.append(tr("whether the dose is of the salt or of the element"))
    elif not known(study["elemental_mg_per_day"]):
        gaps.append(tr("the dose"))
    if gaps:
        why = tr("Without it the dose cannot be held against limits, nor against what other studies gave.")
        where, link = _source(study)
        yield Wanted(
            (weight, DOSE), study["citation"], "; ".join(gaps), where, link, why, "studies", (table_line("studies", study),)
        )


def _report(study: pd.Series, weight: int) -> Iterator[Wanted]:
    gaps = [label("studies", name).lower() for name in CELLS if not known(study[name])]
    if study["read_as"] != "full text":
        gaps.insert(0, tr("the full text (read so far: {read_as})", read_as=study["read_as"]))
    if gaps:
        why = tr("It says who was treated and for how long, and lets the risk of bias be judged from more than was read.")
        where, link = _source(study)
        yield Wanted(
            (weight, REPORT),
            study["citation"],
            ", ".join(gaps),
            where,
            link,
            why,
            "studies",
            (table_line("studies", study),),
        )


def _appraisals(study: pd.Series, pack: Pack, weight: int) -> Iterator[Wanted]:
    rows = pack.appraisals[pack.appraisals["study_id"] == study["study_id"]]
    if rows.empty:
        tool = "RoB 2" if study["design"] == "randomised trial" else "ROBINS-I"
        silent = [
            {"study_id": study["study_id"], "tool": tool, "tool_version": TOOL_VERSIONS[tool], "domain": domain,
             "judgement": "not assessed", "rationale": tr("to be written")}
            for domain in (*DOMAINS[tool], OVERALL)
        ]  # fmt: skip
    else:
        silent = [dict(row) for _, row in rows[rows["judgement"].isin(SILENT) & (rows["domain"] != OVERALL)].iterrows()]
    if silent:
        domains = ", ".join(str(row["domain"]) for row in silent)
        what = tr("risk of bias in {n}: {domains}", n=count("domain", "domains", len(silent)), domains=domains)
        why = tr("A domain without information can make the certainty better or worse.")
        lines = tuple(table_line("appraisals", row) for row in silent)
        where, link = _source(study)
        yield Wanted((weight, APPRAISAL), study["citation"], what, where, link, why, "appraisals", lines)


def _guideline(row: pd.Series, pack: Pack) -> Wanted:
    link = doi_link(str(row["doi"])) if known(row["doi"]) else _https(row["url"])
    superseded = row["status"] == "superseded"
    why = tr("Not read is not the same as not addressed: whether this body takes a position is open.")
    what = tr("what it says about {intervention}", intervention=pack.dataset["intervention"])
    return Wanted(
        (GUIDELINES, int(superseded)), str(row["body"]), what,
        str(row["title"]), link, why, "guidelines", (table_line("guidelines", row),),
    )  # fmt: skip


def _source(study: pd.Series) -> tuple[str, str]:
    """Where a study would be found in full, in words and as an address."""
    words = next((str(study[name]) for name in ("journal", "title", "citation") if known(study[name])), "")
    if known(study["doi"]):
        return words, doi_link(str(study["doi"]))
    return words, pubmed_link(str(study["pmid"])) if known(study["pmid"]) else ""


def _https(address: object) -> str:
    return str(address) if known(address) and str(address).startswith("https://") else ""
