"""Judgements belong to their tool, and a GRADE statement uses the verb of its certainty.

Tools: RoB 2 (Sterne 2019, doi:10.1136/bmj.l4898), ROBINS-I (Sterne 2016, doi:10.1136/bmj.i4919), JBI
checklists, whose domains are their questions and stay free. Verbs after Santesso 2020,
doi:10.1016/j.jclinepi.2019.10.014.
"""

import re
from collections.abc import Iterator, Mapping

from evidence.packs.problems import Problem, did_you_mean, shown
from evidence.packs.tables import Table
from evidence.vocabulary.columns import allowed_words
from evidence.vocabulary.tools import DOMAINS, OVERALL

ANY_TOOL = ("no information", "not assessed")
JUDGEMENTS = {
    "RoB 2": ("low", "some concerns", "high", *ANY_TOOL),
    "ROBINS-I": ("low", "moderate", "serious", "critical", *ANY_TOOL),
    "JBI case report": ("yes", "no", "unclear", *ANY_TOOL),
}
VERBS = {"very low": "very uncertain", "low": "may", "moderate": "probably"}
DOWNGRADED = ("risk_of_bias", "inconsistency", "indirectness", "imprecision", "publication_bias")


def judgements_of_the_tool(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Judgement and domain are words of the tool in the same row."""
    table = tables["appraisals"]
    for row, appraisal in enumerate(table.records()):
        tool = appraisal["tool"]
        for name, words in (("judgement", JUDGEMENTS.get(tool, ())), ("domain", _domains(tool))):
            value = appraisal[name]
            if words and value is not None and value not in words:
                message = f"'{shown(value)}' is not a {name} of {tool}{did_you_mean(value, words)}"
                yield table.problem(row, name, message, ", ".join(words))


def _domains(tool: str) -> tuple[str, ...]:
    return (*DOMAINS[tool], OVERALL) if tool in DOMAINS else ()


def verb_of_the_certainty(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """The statement says how sure it is with the agreed words, and a high certainty without any of them."""
    table = tables["certainty"]
    for row, rating in enumerate(table.records()):
        certainty, statement = rating["certainty"], rating["statement"]
        if certainty is None or statement is None:
            continue
        used = {level: bool(re.search(rf"\b{verb}\b", statement, re.IGNORECASE)) for level, verb in VERBS.items()}
        if certainty in VERBS and not used[certainty]:
            message = f"the certainty is {certainty}, so the statement must say '{VERBS[certainty]}'"
            yield table.problem(row, "statement", message, f"a sentence with the words '{VERBS[certainty]}'")
        elif certainty == "high" and any(used.values()):
            said = ", ".join(VERBS[level] for level in VERBS if used[level])
            message = f"the certainty is high, but the statement says '{said}'"
            yield table.problem(row, "statement", message, "a sentence such as '... results in ...'")


def rating_follows_from_its_levels(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """A warning when start and levels (none, serious (-1), very serious (-2)) lead to another certainty."""
    levels = allowed_words("certainty", "certainty")
    table = tables["certainty"]
    for row, rating in enumerate(table.records()):
        steps = [_steps(rating[name] or "") for name in DOWNGRADED]
        if None in steps or rating["start"] is None or rating["certainty"] is None:
            continue
        place = levels.index(rating["start"]) + sum(step for step in steps if step is not None)
        implied = levels[min(place, len(levels) - 1)]
        if implied != rating["certainty"]:
            message = f"starting from {rating['start']}, the levels given lead to {implied}, not {rating['certainty']}"
            yield table.warning(row, "certainty", message)


def _steps(text: str) -> int | None:
    said = re.match(r"(none|not serious|serious \([-−]1\)|very serious \([-−]2\))", text.strip(), re.IGNORECASE)
    return {"n": 0, "s": 1, "v": 2}[said[1][0].lower()] if said else None


RULES = (judgements_of_the_tool, verb_of_the_certainty, rating_follows_from_its_levels)
