"""Judgements belong to their tool and follow from its domains, and a GRADE statement uses the verb of its certainty.

The tools with their rules stand in `evidence.vocabulary.tools`. Verbs after Santesso 2020,
doi:10.1016/j.jclinepi.2019.10.014.
"""

import re
from collections.abc import Iterator, Mapping

from evidence.packs.nearest import did_you_mean
from evidence.packs.problems import Problem, listed, shown
from evidence.packs.tables import Table
from evidence.vocabulary.columns import allowed_words
from evidence.vocabulary.fact import fact
from evidence.vocabulary.tools import OVERALL, TOOLS

VERBS = {"very low": "very uncertain", "low": "may", "moderate": "probably"}
DOWNGRADED = ("risk_of_bias", "inconsistency", "indirectness", "imprecision", "publication_bias")


def judgements_of_the_tool(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Judgement and domain are words of the tool in the same row."""
    table = tables["appraisals"]
    for row, appraisal in enumerate(table.records()):
        tool = TOOLS.get(appraisal["tool"])
        if tool is None:
            continue
        domains = (*tool.domain_names, OVERALL) if tool.domains else ()
        for name, kind, words in (
            ("judgement", "judgement of another tool", tool.words),
            ("domain", "domain of another tool", domains),
        ):
            value = appraisal[name]
            if words and value is not None and value not in words:
                message = fact(kind, value=shown(value), tool=tool.name, hint=did_you_mean(value, words))
                yield table.problem(row, name, message, listed(words))


def overall_as_bad_as_its_worst_domain(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Where the tool says so, the overall judgement of a study or outcome is never better than its worst domain.

    A domain judged for the study as a whole counts for each of its outcomes that has no judgement of its own there.
    """
    table = tables["appraisals"]
    appraisals = table.records()
    judged: dict[tuple[str, str, str], dict[str, str]] = {}
    for each in appraisals:
        tool = TOOLS.get(each["tool"])
        if tool is not None and each["domain"] in tool.domain_names:
            key = (each["study_id"], each["tool"], each["outcome"] or "")
            judged.setdefault(key, {})[each["domain"]] = each["judgement"]
    for row, each in enumerate(appraisals):
        tool = TOOLS.get(each["tool"])
        if each["domain"] != OVERALL or tool is None or not tool.worst_domain_decides:
            continue
        whole = (each["study_id"], each["tool"])
        domains = judged.get((*whole, ""), {}) | judged.get((*whole, each["outcome"] or ""), {})
        worst, overall = tool.worst(domains.values()), tool.severity(each["judgement"])
        if worst is None or overall is None or overall >= worst:
            continue
        names = tuple(shown(name) for name, word in domains.items() if tool.severity(word) == worst)
        message = fact(
            "overall better than a domain",
            overall=each["judgement"],
            domains=names,
            worst=tool.overall_words(worst)[0],
            tool=tool.name,
        )
        yield table.problem(row, "judgement", message, listed(tool.overall_words(worst)))


def verb_of_the_certainty(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """The statement says how sure it is with the agreed words, and a high certainty without any of them."""
    table = tables["certainty"]
    for row, rating in enumerate(table.records()):
        certainty, statement = rating["certainty"], rating["statement"]
        if certainty is None or statement is None:
            continue
        used = {level: bool(re.search(rf"\b{verb}\b", statement, re.IGNORECASE)) for level, verb in VERBS.items()}
        if certainty in VERBS and not used[certainty]:
            message = fact("statement without its verb", certainty=certainty, verb=VERBS[certainty])
            yield table.problem(row, "statement", message, fact("allowed verb", verb=VERBS[certainty]))
        elif certainty == "high" and any(used.values()):
            message = fact("statement with a verb of doubt", verbs=tuple(VERBS[level] for level in VERBS if used[level]))
            yield table.problem(row, "statement", message, fact("allowed statement"))


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
            message = fact(
                "certainty does not follow", start=rating["start"], implied=implied, certainty=rating["certainty"]
            )
            yield table.warning(row, "certainty", message)


def _steps(text: str) -> int | None:
    said = re.match(r"(none|not serious|serious \([-−]1\)|very serious \([-−]2\))", text.strip(), re.IGNORECASE)
    return {"n": 0, "s": 1, "v": 2}[said[1][0].lower()] if said else None


RULES = (judgements_of_the_tool, overall_as_bad_as_its_worst_domain, verb_of_the_certainty, rating_follows_from_its_levels)
