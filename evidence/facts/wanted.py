"""What a reader who holds a full text could add: the gaps of a pack that weigh on its answer, heaviest first.

Randomised trials of the condition itself come first, then other direct treatment studies, guidelines that were not read,
associations, and trials in another condition. Every gap comes with lines of its table: what is known stands in them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import TypeVar

from evidence.addresses import source_link
from evidence.facts.doses import has_doses, names_compounds
from evidence.facts.evidence import effects_of
from evidence.facts.selection import DEFAULT_R
from evidence.packs.pack import Pack
from evidence.packs.records import Appraised, Guideline, Result, Study
from evidence.packs.remember import per_pack
from evidence.statistics.effect import Effect
from evidence.vocabulary.columns import file_name
from evidence.vocabulary.designs import DESIGNS, RANDOMISED, UNCONTROLLED
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.measures import MEASURES
from evidence.vocabulary.positions import UNREAD
from evidence.vocabulary.tools import NOT_ASSESSED, OVERALL, SILENT, TOOLS
from evidence.writing.table_lines import header_line, table_line

CELLS = ("n_enrolled", "n_analysed", "age_mean", "female_percent", "duration_weeks", "registration", "funding")
SINGLE, GUIDELINES, ASSOCIATIONS, INDIRECT = 3, 4, 5, 6
RESULTS, DOSE, REPORT, APPRAISAL = range(4)
UNJUDGED = tuple(each.word for each in SILENT)
Row = TypeVar("Row", Result, Appraised)


@dataclass(frozen=True)
class Wanted:
    """One gap: where it weighs, what is missing, where it would be found, why it matters, and lines to fill in.

    about, where and lines are data; what and why are facts.
    """

    weight: tuple[int, int]
    about: str
    what: Fact
    where: str
    link: str
    why: Fact
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


@per_pack
def wanted_values(pack: Pack) -> tuple[Wanted, ...]:
    """Every gap of the pack, heaviest for the answer first; the order of the tables within the same weight."""
    found: list[Wanted] = []
    effects, _ = effects_of(pack, DEFAULT_R)
    results, appraisals = _by_study(pack.rows.results), _by_study(pack.rows.appraisals)
    for study in pack.rows.studies:
        weight = study_weight(study)
        if weight is None:
            continue
        found += _results(study, results.get(study.study_id, []), pack, effects, weight)
        if weight < GUIDELINES:
            found += _of_report(study, appraisals.get(study.study_id, []), pack, weight)
    found += [_guideline(row, pack) for row in pack.rows.guidelines if row.position in UNREAD]
    return tuple(sorted(found, key=lambda each: each.weight))


def wanted_of_study(pack: Pack, study_id: str) -> tuple[Wanted, ...]:
    """Every gap of one study, however little it weighs on the answer; none for a review and for an unknown study."""
    study = next((each for each in pack.rows.studies if each.study_id == study_id), None)
    weight = None if study is None else study_weight(study)
    if study is None or weight is None:
        return ()
    effects, _ = effects_of(pack, DEFAULT_R)
    results = [each for each in pack.rows.results if each.study_id == study_id]
    judged = [each for each in pack.rows.appraisals if each.study_id == study_id]
    return (*_results(study, results, pack, effects, weight, alone=True), *_of_report(study, judged, pack, weight))


def _of_report(study: Study, judged: list[Appraised], pack: Pack, weight: int) -> Iterator[Wanted]:
    """What lacks beside its results: dose, the report itself, and the appraisal of a study that treated somebody."""
    yield from _dose(study, pack, weight)
    yield from _report(study, weight)
    if DESIGNS[study.design].treats:
        yield from _appraisals(study, judged, weight)


def study_weight(study: Study) -> int | None:
    """How much a study weighs on the answer, 0 for most; None for a review, which has no people of its own."""
    design = DESIGNS[study.design]
    if design.is_review:
        return None
    if study.directness != "direct":
        return INDIRECT if design.treats else INDIRECT + 1
    return min([*DESIGNS].index(design.name), SINGLE) if design.treats else ASSOCIATIONS


def _by_study(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.study_id, []).append(row)
    return found


def _results(
    study: Study, rows: list[Result], pack: Pack, effects: dict[str, Effect], weight: int, alone: bool = False
) -> Iterator[Wanted]:
    """Results that lack something; alone: any result at all of a study that has none, however little it weighs."""
    outcomes = {each.outcome: each for each in pack.rows.outcomes}
    gaps: list[tuple[Fact, Fact, str]] = []
    for row in rows:
        effect = effects[row.result_id]
        gap = _result_gap(row, effect, outcomes[row.outcome].measure)
        if gap is not None:
            why = fact("because r is assumed") if effect.has_number else _why_result(weight)
            gaps.append((_at(outcomes[row.outcome].label, row.week, gap), why, table_line("results", asdict(row))))
    if not rows and (alone or weight < GUIDELINES):
        new = _new_result(study, pack)
        what = _at(outcomes[new["outcome"]].label, None, fact("any result wanted"))
        gaps.append((what, _why_result(weight), table_line("results", new)))
    where, link = _source(study)
    for what, why, line in gaps:
        yield Wanted((weight, RESULTS), study.citation, what, where, link, why, "results", (line,))


def _at(outcome: str, week: float | None, gap: Fact) -> Fact:
    if week is None:
        return fact("wanted of an outcome", outcome=outcome, gap=gap)
    return fact("wanted of an outcome at a week", outcome=outcome, week=week, gap=gap)


def _result_gap(row: Result, effect: Effect, usual_measure: str) -> Fact | None:
    """What a result lacks for an effect without an assumption; None when it lacks nothing."""
    if effect.has_number:
        return fact("SD of the change wanted") if effect.rests_on_r else None
    if row.estimate is not None:
        return fact("interval wanted")
    if row.contrast == "before-after":
        return fact("change wanted")
    measure = MEASURES[row.measure or usual_measure]
    if not measure.from_means:
        return fact("events wanted" if measure.from_events else "estimate wanted")
    return fact("SDs wanted") if row.mean_1 is not None else fact("means wanted")


def _why_result(weight: int) -> Fact:
    if weight == 0:
        return fact("because it is a randomised trial")
    if weight < GUIDELINES:
        return fact("because it is a treatment study")
    return fact("because it is an association" if weight == ASSOCIATIONS else "because it bears from the side")


def _new_result(study: Study, pack: Pack) -> dict[str, str]:
    """The start of a result for a study that has none: its first line to fill in."""
    return {
        "result_id": f"{study.study_id}-1",
        "study_id": study.study_id,
        "outcome": (pack.rows.certainty or pack.rows.outcomes)[0].outcome,
        "contrast": "before-after" if study.design in UNCONTROLLED else "between groups",
        "note": "no result was read yet",
    }


def _dose(study: Study, pack: Pack, weight: int) -> Iterator[Wanted]:
    """The compound and its dose; nothing in a pack that tells of neither."""
    gaps = []
    if study.compound == "not stated" and names_compounds(pack):
        gaps.append(fact("compound wanted"))
    if study.dose_basis == "unclear":
        gaps.append(fact("dose basis wanted"))
    elif study.elemental_mg_per_day is None and study.compound != "not applicable" and has_doses(pack):
        gaps.append(fact("dose wanted"))
    if gaps:
        yield _of_study(study, (weight, DOSE), fact("doses wanted", gaps=tuple(gaps)), fact("because doses are compared"))


def _report(study: Study, weight: int) -> Iterator[Wanted]:
    gaps = [fact(f"{name} wanted") for name in CELLS if getattr(study, name) in (None, "")]
    if study.read_as != "full text":
        gaps.insert(0, fact("full text wanted", read_as=study.read_as))
    if gaps:
        yield _of_study(study, (weight, REPORT), fact("report wanted", gaps=tuple(gaps)), fact("because it says who"))


def _of_study(study: Study, weight: tuple[int, int], what: Fact, why: Fact) -> Wanted:
    """A gap in the line of a study."""
    where, link = _source(study)
    return Wanted(weight, study.citation, what, where, link, why, "studies", (table_line("studies", asdict(study)),))


def _appraisals(study: Study, rows: list[Appraised], weight: int) -> Iterator[Wanted]:
    silent = [row for row in rows if row.judgement in UNJUDGED and row.domain != OVERALL] if rows else _unjudged(study)
    if silent:
        what = fact("appraisal wanted", n=len(silent), domains=tuple(row.domain for row in silent))
        where, link = _source(study)
        lines = tuple(table_line("appraisals", asdict(row)) for row in silent)
        why = fact("because certainty can change")
        yield Wanted((weight, APPRAISAL), study.citation, what, where, link, why, "appraisals", lines)


def _unjudged(study: Study) -> list[Appraised]:
    """A line for every domain of the tool that fits the design, to be filled in."""
    tool = TOOLS["RoB 2" if study.design == RANDOMISED else "ROBINS-I"]
    empty = {"outcome": "", "judgement": NOT_ASSESSED.word, "rationale": "to be written", "basis": ""}
    return [
        Appraised(study.study_id, tool=tool.name, tool_version=tool.version, domain=domain, **empty)
        for domain in (*tool.domain_names, OVERALL)
    ]


def _guideline(row: Guideline, pack: Pack) -> Wanted:
    what = fact("position wanted", intervention=pack.dataset["intervention"])
    weight = (GUIDELINES, int(row.status == "superseded"))
    link = source_link({"doi": row.doi, "url": row.url})
    line = table_line("guidelines", asdict(row))
    return Wanted(weight, row.body, what, row.title, link, fact("because unread is not silent"), "guidelines", (line,))


def _source(study: Study) -> tuple[str, str]:
    """Where a study would be found in full, in words of the data and as an address."""
    return study.printed_in or study.title or study.citation, source_link({"doi": study.doi, "pmid": study.pmid})
