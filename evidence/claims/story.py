"""The reason of a claim told in three parts, as the cell writes it: what is said, what was found, and how sure we are.

The three openings are words of the data format, like a column name: they are looked for in the cell and never shown.
"""

from evidence.vocabulary.fact import Fact, fact

OPENINGS = (
    ("What is said:", fact("what the article says")),
    ("What was found:", fact("what was found")),
    ("How sure we are:", fact("how sure we are")),
)
"""How each part opens in the cell, in their order, and the heading it is shown with."""


def story_parts(reason: str) -> tuple[tuple[Fact, str], ...]:
    """The parts of a reason with their headings; empty when one is missing or they stand in another order."""
    places = [reason.find(opening) for opening, _ in OPENINGS]
    if -1 in places or places != sorted(places) or places[0] != 0:
        return ()
    ends = [*places[1:], len(reason)]
    return tuple(
        (heading, reason[start + len(opening) : end].strip())
        for (opening, heading), start, end in zip(OPENINGS, places, ends, strict=True)
    )
