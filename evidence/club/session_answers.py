"""The later steps of a journal-club session: result, power, guidelines, take-home, and what to discuss."""

from datetime import date

import pandas as pd

from evidence.club.discussion import discussion, shortened
from evidence.club.session_parts import Grid, Step
from evidence.facts.bottom_line import bottom_line, guidelines_say
from evidence.facts.flags import study_flags
from evidence.facts.guidance import ledger
from evidence.facts.view import View
from evidence.forest.panel import Panel, pooled_words, removed_sentence
from evidence.forest.row import OBSERVATIONAL, Forest, sentence
from evidence.statistics.power import POWER, people_per_group, smallest_detectable_difference
from evidence.statistics.tables import power_table
from evidence.vocabulary.known import known
from evidence.wording.say import say
from evidence.wording.words import certainty_symbol, people, plain, tr

SILENT_POSITIONS = ("not read", "out of scope")
MEDIUM = 0.5
"""A medium standardised difference (Cohen 1988), used only to say how many people a trial needs."""


def result_step(view: View, forests: tuple[Forest, ...], panels: tuple[Panel, ...]) -> Step:
    """The result in words: the pooled result or every reason against one, and what a change can be held against."""
    said: list[str] = []
    for forest, panel in zip(forests, panels, strict=True):
        if panel.pooled is not None:
            said += pooled_words(panel.pooled, view).summary
            said += [removed_sentence(panel)] if panel.unfiltered is not None else []
        elif len(forest.drawn) > 1:
            said.append(tr("Not pooled. The reasons:"))
            said += [f"{reason[:1].upper()}{reason[1:]}." for reason in panel.reasons]
        elif forest.panel == "treatment" and len(forest.drawn) == 1:
            said.append(tr("One number alone: there is nothing to pool."))
        elif forest.panel == "treatment":
            said.append(tr("No number can be drawn: what was read gives none that fits an axis."))
        else:
            said.append(tr("Associations are not effects of treatment and are not pooled."))
        said += [say((each.statement, each.sentence, each.caveat)) for each in panel.against]
    if not forests:
        said.append(tr("Nothing in view can stand in a forest plot."))
    words = tuple(sentence(row, forest.axis) for forest in forests for row in forest.rows)
    return Step("result", tr("The result"), tuple(said), sources=words)


def power_step(view: View) -> Step:
    """What the trials in view could have detected; only for comparisons of groups."""
    table = power_table(view.results, view.pack.outcomes, view.pack.reference_values)
    units = view.pack.outcomes.set_index("outcome")
    citations = dict(zip(view.studies["study_id"], view.studies["citation"], strict=True))
    rows = tuple(
        (
            citations[row.study_id],
            str(units.loc[row.outcome, "label"]),
            f"{people(int(row.n_1))} + {people(int(row.n_2))}",
            _amount(row.smallest_difference, units.loc[row.outcome, "unit"]),
            _amount(row.important_difference, units.loc[row.outcome, "unit"])
            if pd.notna(row.important_difference)
            else tr("none sourced"),
        )
        for row in table[table["smallest_difference"].notna()].itertuples()
    )
    headings = (tr("Study"), tr("Outcome"), tr("People"), tr("Could find"), tr("Matters from"))
    grid = Grid(tr("Smallest true difference found with 80 % probability"), headings, rows)
    said = [*_at_best(view, set(table.loc[table["smallest_difference"].notna(), "study_id"]))]
    alone = view.studies["design"].isin(["before-after", "case series", "case report"])
    if alone.any():
        names = shortened(list(view.studies.loc[alone, "citation"]))
        said.append(tr("Without a control group nothing can be detected as an effect: {studies}.", studies=names))
    if view.studies["design"].isin(OBSERVATIONAL).all() and len(view.studies):
        said.append(tr("An association cannot show an effect of treatment, whatever its size."))
    needed = people_per_group(MEDIUM, 1.0)
    if needed is not None:
        said.append(
            tr(
                "To find a medium difference (half a standard deviation) with {power} % probability, a trial needs {n} "
                "people in each group.",
                power=plain(100 * POWER),
                n=int(-(-needed // 1)),
            )
        )
    return Step("power", tr("What could it have detected?"), tuple(said), grids=(grid,) if rows else ())


def _at_best(view: View, known_already: set[str]) -> list[str]:
    """For parallel trials whose groups were not read: what two equal groups of all their people could find."""
    said = []
    scales = view.pack.outcomes.loc[view.pack.outcomes["measure"].isin(["MD", "SMD"]), "outcome"]
    scored = set(view.results.loc[view.results["outcome"].isin(scales), "study_id"])
    for _, study in view.studies.iterrows():
        size = study["n_analysed"] if known(study["n_analysed"]) else study["n_enrolled"]
        if study["design"] != "randomised trial" or study["structure"] != "parallel" or not known(size):
            continue
        smallest = smallest_detectable_difference(1.0, int(size) / 2, int(size) / 2)
        if study["study_id"] in scored - known_already and smallest is not None:
            said.append(
                tr(
                    "{study}: at best, with all {n} people in two equal groups, it could find a difference of {sd} standard "
                    "deviations on a scale.",
                    study=study["citation"],
                    n=people(int(size)),
                    sd=plain(round(smallest, 2)),
                )
            )
    return said if len(said) < 4 else said[:3]


def guideline_step(view: View, study_id: str) -> Step:
    """What guidelines say on the day of the last search, and which of the studies appeared only later."""
    day = date.fromisoformat(view.pack.dataset["last_search"])
    every = ledger(view.pack.guidelines, view.studies, day)
    shown = [each for each in every if each.position not in SILENT_POSITIONS]
    later = tr("Could it know the study?") if study_id else tr("Studies that came later")

    def came_later(published: tuple[str, ...], year: int | None) -> str:
        if not study_id:
            return shortened(list(published)) or tr("none in view")
        if published:
            return tr("no, the study came later")
        of_study = view.studies.iloc[0]["year"]
        if year is None or not known(of_study):
            return tr("not known")
        return tr("perhaps, the same year") if year == int(of_study) else tr("yes")

    direct = not study_id or view.studies.iloc[0]["directness"] == "direct"
    rows = tuple(
        (
            f"{each.body}, {say(each.dated)}",
            f"{each.symbol} {each.position}",
            say(each.validity),
            came_later(each.published_before, each.year) if direct else tr("about another condition"),
        )
        for each in shown
    )
    said = [say(guidelines_say(view.pack))] if every else []
    if len(every) > len(shown):
        said.append(
            tr(
                "{n} more documents: the relevant text was not read, or it is about something else.",
                n=len(every) - len(shown),
            )
        )
    if not every:
        said.append(tr("No guideline is in the data."))
    heading = tr("What do guidelines say, and could they have known?")
    grid = Grid(tr("Positions on {day}", day=day.isoformat()), (tr("Body"), tr("Position"), tr("Validity"), later), rows)
    sources = tuple(
        f"{each.body}, {say(each.dated)}: {each.statement} ({each.read_as}) {each.link}".strip() for each in shown
    )
    return Step("guidelines", heading, tuple(said), grids=(grid,) if rows else (), sources=sources)


def take_home_step(view: View) -> Step:
    """The bottom line of the whole data, in GRADE words; a filter or a single study never changes it."""
    line = bottom_line(view.pack)
    certainty = f"{line.symbol} {tr('{certainty} certainty', certainty=line.certainty)}" if line.certainty else ""
    labels = dict(zip(view.pack.outcomes["outcome"], view.pack.outcomes["label"], strict=True))
    rows = tuple(
        (str(labels.get(row.outcome, row.outcome)), f"{certainty_symbol(row.certainty)} {row.certainty}", row.statement)
        for row in view.pack.certainty.itertuples()
    )
    grid = Grid(tr("Certainty by outcome (GRADE)"), (tr("Outcome"), tr("Certainty"), tr("In words")), rows)
    said = tuple(say(part) for part in (line.statement, certainty, line.studies, line.guidelines) if part)
    return Step("take-home", tr("Take-home"), said, grids=(grid,) if rows else (), sources=(line.rationale,))


def discussion_step(view: View) -> Step:
    """Questions that the flags in view raise."""
    flags = study_flags(view.pack)
    flags = flags[flags["study_id"].isin(view.studies["study_id"])]
    citations = dict(zip(view.studies["study_id"], view.studies["citation"], strict=True))
    asked = discussion(flags, citations)
    one = len(view.studies) == 1
    pairs = tuple(
        ((each.flag if one else f"{each.flag}: {each.studies}") if each.flag else tr("For all"), each.question)
        for each in asked
    )
    return Step("discussion", tr("To discuss"), pairs=pairs)


def _amount(value: float, unit: object) -> str:
    short = str(unit).partition(";")[0] if known(unit) else ""
    return f"{plain(round(value, 2))} {short}".strip()
