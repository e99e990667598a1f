"""The steps of a journal-club session up to the result: question, expectation, methods, risk of bias; and practice."""

import pandas as pd

from evidence.club.discussion import domain_question, shortened
from evidence.club.session_parts import Grid, Part, Step, sources
from evidence.facts.doses import dose_text
from evidence.facts.flags import study_flags
from evidence.facts.marks import Mark, all_marks
from evidence.facts.view import View
from evidence.vocabulary.columns import allowed_words
from evidence.vocabulary.known import known
from evidence.vocabulary.tools import DOMAINS
from evidence.wording.words import count, people, tr, weeks

DIRECTIONS = ("better", "no clear difference", "worse", "cannot be told")
CERTAINTIES = ("high", "moderate", "low", "very low")
PRACTICE = ("yes", "for some patients", "no", "more evidence first")
JUDGEMENTS = {
    "RoB 2": ("low", "some concerns", "high"),
    "ROBINS-I": ("low", "moderate", "serious", "critical"),
}


def question_step(view: View, study_id: str) -> Step:
    """The question as population, intervention, comparison, outcomes."""
    dataset, studies = view.pack.dataset, view.studies
    measured = view.pack.outcomes["outcome"].isin(view.results["outcome"])
    outcomes = list(view.pack.outcomes.loc[measured, "label"])
    if study_id:
        study = studies.iloc[0]
        given = [dose_text(study, view.pack.compounds), weeks(study) if known(study["duration_weeks"]) else ""]
        pairs = (
            (tr("People"), _or_not_read(study["population"]) or str(study["condition"])),
            (tr("Intervention"), ", ".join(each for each in given if each) or tr("none given for this study")),
            (tr("Comparison"), _or_not_read(study["comparator"])),
            (tr("Outcomes"), "; ".join(outcomes) or tr("none in what was read")),
        )
        return Step("question", tr("The question"), (_or_not_read(study["title"]),), pairs, sources=sources(view))
    asked = (
        (tr("People"), dataset["population"]),
        (tr("Intervention"), dataset["intervention"]),
        (tr("Comparison"), dataset["comparison"]),
        (tr("Outcomes"), shortened(outcomes, 6) or tr("none in what was read")),
        (tr("In view"), count("study", "studies", len(studies))),
    )
    return Step("question", tr("The question"), (dataset["question"],), asked, sources=sources(view))


def expectation_step(view: View) -> Step:
    """What the room expects, before anything is shown."""
    intervention = view.pack.dataset["intervention"]
    parts = (
        Part(
            tr("Direction"),
            tr("With {intervention}, do you expect patients to be better or worse off?", intervention=intervention),
            DIRECTIONS,
        ),
        Part(tr("Certainty"), tr("How certain will the evidence be?"), CERTAINTIES),
    )
    return Step("expectation", tr("What do you expect?"), parts=parts)


def methods_step(view: View, study_id: str) -> Step:
    """How it was done: design, dose, blinding, and the flags with the value that raised each."""
    flags = study_flags(view.pack)
    if study_id:
        study = view.studies.iloc[0]
        own = flags[flags["study_id"] == study_id]
        pairs = (
            (tr("Design"), ", ".join(dict.fromkeys((study["design"], study["structure"])))),
            (tr("Blinding"), study["blinding"]),
            (tr("People"), _people(study)),
            (tr("Dose"), dose_text(study, view.pack.compounds) or tr("not applicable")),
            (tr("Length"), weeks(study)),
            (tr("Read as"), study["read_as"]),
        )
        grid = Grid(
            tr("Quality flags"),
            (tr("Flag"), tr("Weight"), tr("Why")),
            tuple(own[["flag", "severity", "reason"]].itertuples(index=False, name=None)),
        )
        return Step("methods", tr("How was it done?"), pairs=pairs, grids=(grid,) if len(own) else ())
    numbers = flags.groupby("study_id").size()
    rows = tuple(
        (
            str(study["citation"]),
            str(study["design"]),
            str(study["condition"]),
            dose_text(study, view.pack.compounds) or tr("no treatment"),
            str(study["blinding"]),
            _people(study),
            str(numbers.get(study["study_id"], 0)),
        )
        for _, study in view.studies.iterrows()
    )
    headings = (tr("Study"), tr("Design"), tr("Condition"), tr("Dose"), tr("Blinding"), tr("n"), tr("Flags"))
    every = Grid(tr("Studies in view"), headings, rows)
    return Step("methods", tr("How was it done?"), grids=(_designs(view), every) if rows else ())


def _designs(view: View) -> Grid:
    """How many studies of each design there are, how many of them direct, double-blind, and with a serious flag."""
    flags = study_flags(view.pack)
    serious = set(flags.loc[flags["severity"] == "serious", "study_id"])
    rows = tuple(
        (
            str(design),
            str(len(group)),
            str(int((group["directness"] == "direct").sum())),
            str(int((group["blinding"] == "double-blind").sum())),
            str(int(group["study_id"].isin(serious).sum())),
        )
        for design, group in view.studies.groupby("design", sort=False)
    )
    headings = (tr("Design"), tr("Studies"), tr("In this condition"), tr("Double-blind"), tr("With a serious flag"))
    return Grid(tr("By design"), headings, rows)


def bias_step(view: View, study_id: str) -> Step:
    """Risk of bias: domain by domain for one study; for a view, tool by tool."""
    every = all_marks(view.pack)
    marks = {study: every[study] for study in view.studies["study_id"]}
    heading = tr("How far can we trust it?")
    citations = dict(zip(view.studies["study_id"], view.studies["citation"], strict=True))
    if study_id:
        tool, domains, overall = marks[study_id]
        parts = tuple(_domain_part(tool, mark) for mark in (*domains, overall)) if tool else ()
        lead = tr("Risk of bias, {tool}", tool=tool) if tool else tr("No risk-of-bias appraisal is in the data.")
        return Step("bias", heading, (lead,), parts=parts)
    parts = tuple(
        _tool_part(tool, {citations[study]: mark for study, mark in marks.items() if mark[0] == tool})
        for tool in dict.fromkeys(mark[0] for mark in marks.values() if mark[0])
    )
    missing = [citations[study] for study, mark in marks.items() if not mark[0]]
    without = (tr("Not appraised: {studies}.", studies=shortened(missing)),) if missing else ()
    return Step("bias", heading, without, parts=parts)


def _domain_part(tool: str, mark: Mark) -> Part:
    is_overall = mark.domain == "overall"
    return Part(
        tr(mark.domain).capitalize(),
        tr("All in all, how high is the risk of bias?") if is_overall else domain_question(mark.domain),
        JUDGEMENTS.get(
            tool, tuple(word for word in allowed_words("appraisals", "judgement") if word in ("yes", "no", "unclear"))
        ),
        (f"{mark.symbol} {mark.judgement}".strip(), mark.rationale if known(mark.rationale) else tr("no reason given")),
    )


def _tool_part(tool: str, marks: dict[str, tuple[str, tuple[Mark, ...], Mark]]) -> Part:
    first = next(iter(marks.values()))
    domains = tuple(mark.domain for mark in first[1])
    short = tuple(str(place + 1) for place in range(len(domains)))
    rows = tuple(
        (study, *(mark.symbol or tr("not assessed") for mark in each[1]), f"{each[2].symbol} {each[2].judgement}".strip())
        for study, each in marks.items()
        if len(each[1]) == len(domains)
    )
    legend = tuple(f"{number} {domain}" for number, domain in zip(short, domains, strict=True))
    grid = Grid(tr("Risk of bias, {tool}", tool=tool), (tr("Study"), *short, tr("All in all")), rows)
    options = domains if tool in DOMAINS else legend[:6]
    question = tr("{studies}: which domain worries you most?", studies=count("study", "studies", len(rows)))
    return Part(tool, question, options, ("; ".join(legend),), grid)


def practice_step(view: View) -> Step:
    """Would it change practice?"""
    asked = Part(
        tr("Practice"),
        tr("After this, would you offer {intervention}?", intervention=view.pack.dataset["intervention"]),
        PRACTICE,
    )
    return Step("practice", tr("Would it change practice?"), parts=(asked,))


def _people(study: pd.Series) -> str:
    for column in ("n_analysed", "n_enrolled"):
        if known(study[column]):
            return people(int(study[column]))
    return "\u2013"


def _or_not_read(value: object) -> str:
    return str(value) if known(value) else tr("not read")
