"""Questions for a journal club that the quality flags raise.

A flag that some study in view carries puts its question on the table, with the studies that raised it; two questions stand
at the end of every session.
"""

from collections.abc import Mapping

import pandas as pd

from evidence.club.session_parts import Pair, shortened
from evidence.facts.flags import RULES
from evidence.vocabulary.fact import fact

ALWAYS = tuple(
    Pair(fact("question for all"), fact(f"ask {question}"))
    for question in ("what would change your mind", "the next patient")
)


def raised(flags: pd.DataFrame, citations: Mapping[str, str]) -> tuple[Pair, ...]:
    """The questions that the flags of these studies (study_id, flag) raise, serious ones first, each beside its flag.

    With more than one citation the studies that carry the flag are named.
    """
    found = []
    for flag in RULES:
        carriers = [citations[study] for study in flags.loc[flags["flag"] == flag, "study_id"]]
        if not carriers:
            continue
        whose = fact("flag of studies", flag=flag, studies=shortened(carriers, 2)) if len(citations) != 1 else None
        found.append(Pair(whose or fact("flag alone", flag=flag), fact(f"ask {flag}")))
    return tuple(found)
