"""The parameters an address may have besides the filters, and what is said about a name that nobody knows."""

import re
from collections.abc import Iterable

from evidence.facts.selection import FILTER_NAMES, MOST_TOLD
from evidence.packs.nearest import did_you_mean
from evidence.packs.problems import shown
from evidence.vocabulary.fact import Fact, fact

PAGE_PARAMETERS = (
    *("version", "open", "rows", "sort", "own"),
    *("study", "compare", "guideline", "claim", "verdict", "core", "side", "part", "table"),
    *("step", "length", "present", "paper", "plan", "room", "chair"),
)
"""What pages understand: the data version, parts that are open, a reader's own table, what is chosen, the club."""
NOT_CITED = ("version", "own", "present", "paper", "plan", "room", "chair")
CITED = tuple(name for name in PAGE_PARAMETERS if name not in NOT_CITED)
"""What a link to cite keeps of them: everything that is open, but neither a session's own table nor how it is
presented, and never the room of a journal club and the key of its chair."""
OF_OTHERS = re.compile(
    r"(utm|mtm|pk|hsa|mc|vero|embed)_.+|_(ga|gl|hs\w+)|\w*cl(k|ra)?id|gbraid|wbraid|igshid|embed|ref|ref_(src|url)|referrer|si",
    re.IGNORECASE,
)
"""What mail programs, search engines, social networks and frames around a page add to a link; it means nothing here."""


def unknown_parameters(names: Iterable[str]) -> tuple[Fact, ...]:
    """A complaint for each of a few names that may be slips, with the nearest known one, and one for all the others."""
    known = (*FILTER_NAMES, *PAGE_PARAMETERS)
    slips: list[Fact] = []
    strange: list[Fact] = []
    for name in dict.fromkeys(names):
        if name in known or OF_OTHERS.fullmatch(name):
            continue
        hint = did_you_mean(name, known) if len(slips) < MOST_TOLD and len(strange) < MOST_TOLD else None
        if hint is None:
            strange.append(fact("value of a key", value=shown(name)))
        else:
            slips.append(fact("parameter that is a slip", name=shown(name), hint=hint))
    if len(strange) > MOST_TOLD:
        rest = len(strange) - MOST_TOLD
        return (*slips, fact("unknown parameters and more", names=tuple(strange[:MOST_TOLD]), n=rest))
    return (*slips, fact("unknown parameters", names=tuple(strange), n=len(strange))) if strange else tuple(slips)
