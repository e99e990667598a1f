"""The appraisal tools as objects: their domains with what to ask about each, their judgements, and what an overall may be.

RoB 2 (Sterne 2019, doi:10.1136/bmj.l4898): overall is low when every domain is low, and high when one domain is high.
ROBINS-I (Sterne 2016, doi:10.1136/bmj.i4919): overall is at least as severe as the most severe domain. The domains of a JBI
checklist are its questions and stay free; it has no overall judgement of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from evidence.vocabulary.fact import Fact, fact

OVERALL = "overall"


@dataclass(frozen=True)
class Judgement:
    """A word with its symbol and one of six looks: low, some, high, critical, none (no information), blank (not assessed).

    severity counts from 0 for the best of a tool; None when the word is no step of a scale.
    """

    word: str
    symbol: str
    look: str
    severity: int | None = None


@dataclass(frozen=True)
class Domain:
    """A domain with what to ask about it; the question is said by `evidence.wording`."""

    name: str
    question: Fact


NO_INFORMATION = Judgement("no information", "?", "none")
NOT_ASSESSED = Judgement("not assessed", "", "blank")
SILENT = (NO_INFORMATION, NOT_ASSESSED)
"""Allowed with any tool, and no step of its scale."""


@dataclass(frozen=True)
class Tool:
    """own are its judgements, best first; with worst_domain_decides overall is never better than the worst domain.

    has_overall: whether the tool itself ends in an overall judgement.
    """

    name: str
    version: str
    domains: tuple[Domain, ...]
    own: tuple[Judgement, ...]
    worst_domain_decides: bool
    has_overall: bool

    @cached_property
    def domain_names(self) -> tuple[str, ...]:
        """The domains in the order of the tool, without overall; empty when they are free."""
        return tuple(each.name for each in self.domains)

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement a row of this tool may hold."""
        return (*self.own, *SILENT)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of these judgements."""
        return tuple(each.word for each in self.judgements)

    def severity(self, word: str | None) -> int | None:
        """How severe a judgement is; None for a word that is no step of the tool's scale."""
        return next((each.severity for each in self.own if each.word == word), None)

    def worst(self, words: Iterable[str | None]) -> int | None:
        """The severity of the worst of some judgements; None when none of them is a step of the scale."""
        return max((step for step in map(self.severity, words) if step is not None), default=None)

    def overall_words(self, worst: int) -> tuple[str, ...]:
        """What overall may be when the worst domain has this severity."""
        return tuple(each.word for each in self.own if each.severity is not None and each.severity >= worst)


def _domains(*names: str) -> tuple[Domain, ...]:
    return tuple(Domain(name, fact(f"ask {name}")) for name in names)


TOOLS = {
    tool.name: tool
    for tool in (
        Tool(
            name="RoB 2",
            version="2019",
            domains=_domains(
                "randomisation process",
                "deviations from intended interventions",
                "missing outcome data",
                "measurement of the outcome",
                "selection of the reported result",
            ),
            own=(
                Judgement("low", "+", "low", 0),
                Judgement("some concerns", "\u2212", "some", 1),
                Judgement("high", "\u00d7", "high", 2),
            ),
            worst_domain_decides=True,
            has_overall=True,
        ),
        Tool(
            name="ROBINS-I",
            version="2016",
            domains=_domains(
                "confounding",
                "selection of participants",
                "classification of interventions",
                "deviations from intended interventions",
                "missing data",
                "measurement of outcomes",
                "selection of the reported result",
            ),
            own=(
                Judgement("low", "+", "low", 0),
                Judgement("moderate", "\u2212", "some", 1),
                Judgement("serious", "\u00d7", "high", 2),
                Judgement("critical", "!", "critical", 3),
            ),
            worst_domain_decides=True,
            has_overall=True,
        ),
        Tool(
            name="JBI case report",
            version="2020",
            domains=(),
            own=(Judgement("yes", "+", "low"), Judgement("no", "\u00d7", "high"), Judgement("unclear", "?", "none")),
            worst_domain_decides=False,
            has_overall=False,
        ),
    )
}
"""The tools of the format by name."""

JUDGEMENTS = {each.word: each for tool in TOOLS.values() for each in tool.judgements}
"""Every judgement of the format by its word; a word looks the same in every tool."""

DOMAINS = {tool.name: tool.domain_names for tool in TOOLS.values() if tool.domains}
"""The names of the domains of each tool that has its own."""


def domain_question(name: str) -> Fact:
    """What to ask about a domain; a general question for overall and for a domain that stands in no tool."""
    if name == OVERALL:
        return fact("ask overall")
    found = (each.question for tool in TOOLS.values() for each in tool.domains if each.name == name)
    return next(found, fact("ask any domain"))
