"""Questions for a journal club that the quality flags raise.

A flag that some study in view carries puts its question on the table, with the studies that raised it; two questions stand
at the end of every session.
"""

from evidence.club.session_parts import Pair, shortened
from evidence.facts.flags import RULES, flags_of
from evidence.facts.view import View
from evidence.vocabulary.fact import fact

ALWAYS = tuple(
    Pair(fact("question for all"), fact(f"ask {question}"))
    for question in ("what would change your mind", "the next patient")
)
CARRIERS = 2
"""Studies that are named beside a flag."""


def raised(view: View) -> tuple[Pair, ...]:
    """The questions that the flags in view raise, serious ones first, each beside its flag and the studies that carry it.

    With one study alone in view it is not named.
    """
    every, alone = flags_of(view.pack), len(view.study_rows) == 1
    carriers: dict[str, list[str]] = {}
    for study in view.study_rows:
        for flag in every[study.study_id]:
            carriers.setdefault(flag.name, []).append(study.citation)
    return tuple(
        Pair(
            fact("flag alone", flag=name)
            if alone
            else fact("flag of studies", flag=name, studies=shortened(carriers[name], CARRIERS)),
            fact(f"ask {name}"),
        )
        for name in RULES
        if name in carriers
    )
