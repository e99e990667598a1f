"""Risk of bias beside each study: symbol and letter carry the judgement, colour only supports it.

Tools: RoB 2 (doi:10.1136/bmj.l4898), ROBINS-I (doi:10.1136/bmj.i4919), JBI checklist for case reports.
Nothing entered is "not assessed"; that is not a judgement and never becomes one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from evidence.packs.pack import Pack
from evidence.packs.records import Appraised
from evidence.packs.remember import per_pack
from evidence.vocabulary.tools import JUDGEMENTS, OVERALL, TOOLS


@dataclass(frozen=True)
class Mark:
    """One judgement as it is drawn: domain in full, judgement word, symbol, look and the reason."""

    domain: str
    judgement: str
    symbol: str
    look: str
    rationale: str


def mark(domain: str, judgement: str, rationale: str = "") -> Mark:
    """The mark for a judgement of the vocabulary; KeyError for any other word."""
    known = JUDGEMENTS[judgement]
    return Mark(domain, judgement, known.symbol, known.look, rationale)


class Marks(NamedTuple):
    """The tool, its domains in its order, and the overall mark; "" and nothing but "not assessed" without an appraisal."""

    tool: str
    domains: tuple[Mark, ...]
    overall: Mark

    @property
    def has_overall(self) -> bool:
        """False when the tool has no overall judgement and none was entered."""
        return not self.tool or TOOLS[self.tool].has_overall or self.overall.judgement != "not assessed"

    @property
    def drawn(self) -> tuple[Mark, ...]:
        """The domains, and last the overall mark where there is one."""
        return (*self.domains, self.overall) if self.has_overall else self.domains


def marks_from(rows: Sequence[Appraised]) -> Marks:
    """The marks of one study from its judgements; the tool of the first row, and of several for a domain the last."""
    if not rows:
        return Marks("", (), mark(OVERALL, "not assessed"))
    tool = rows[0].tool
    judged = {row.domain: mark(row.domain, row.judgement, row.rationale) for row in rows if row.tool == tool}
    order = TOOLS[tool].domain_names or tuple(domain for domain in judged if domain != OVERALL)
    return Marks(
        tool,
        tuple(judged.get(domain, mark(domain, "not assessed")) for domain in order),
        judged.get(OVERALL, mark(OVERALL, "not assessed")),
    )


@per_pack
def _judgements(pack: Pack) -> dict[str, dict[str, list[Appraised]]]:
    """The rows of each study by the outcome they judge, "" for the study as a whole."""
    found: dict[str, dict[str, list[Appraised]]] = {}
    for row in pack.rows.appraisals:
        found.setdefault(row.study_id, {}).setdefault(row.outcome, []).append(row)
    return found


def marks_for(pack: Pack, study_id: str, outcome: str) -> Marks:
    """The marks of a study for one of its outcomes; what was judged for the study as a whole holds where it has none.

    An overall judgement of the whole is not carried to an outcome of which a domain was judged worse than it allows.
    """
    return _made(*_own_and_whole(pack, study_id, outcome))


def marks_by_tool(pack: Pack, study_id: str, outcome: str) -> dict[str, Marks]:
    """What marks_for says, from each tool that the study was judged with, by its name; with "" for the study as a whole."""
    own, whole = _own_and_whole(pack, study_id, outcome)
    tools = dict.fromkeys(row.tool for row in (*own, *whole))
    return {tool: _made(*([row for row in rows if row.tool == tool] for rows in (own, whole))) for tool in tools}


def _own_and_whole(pack: Pack, study_id: str, outcome: str) -> tuple[list[Appraised], list[Appraised]]:
    """The judgements of a study for an outcome, and those for the study as a whole."""
    judged = _judgements(pack).get(study_id, {})
    return judged.get(outcome, []), judged.get("", [])


def _made(own: list[Appraised], whole: list[Appraised]) -> Marks:
    made = marks_from([*own[:1], *whole, *own])
    if not own or any(row.domain == OVERALL for row in own) or _allows(made):
        return made
    return made._replace(overall=mark(OVERALL, "not assessed"))


def _allows(marks: Marks) -> bool:
    """False when the overall judgement is better than the worst domain of a tool in which that domain decides."""
    tool = TOOLS[marks.tool]
    worst = tool.worst(each.judgement for each in marks.domains)
    return not tool.worst_domain_decides or worst is None or marks.overall.judgement in tool.overall_words(worst)


@per_pack
def all_marks(pack: Pack) -> dict[str, Marks]:
    """The marks of every study as a whole, by its id; of the first outcome judged where only outcomes were judged."""
    judged = _judgements(pack)
    return {
        study.study_id: marks_from(of_study.get("", next(iter(of_study.values()), [])))
        for study in pack.rows.studies
        for of_study in [judged.get(study.study_id, {})]
    }


def marks_of(pack: Pack, study_id: str, outcome: str | None = None) -> Marks:
    """The marks of a study, for one of its outcomes when one is named."""
    return marks_for(pack, study_id, outcome) if outcome else all_marks(pack)[study_id]
