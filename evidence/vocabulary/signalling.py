"""What to check before a domain of bias is judged: the signalling questions of each tool, in our own words.

They follow RoB 2 (Sterne 2019, for the effect of assignment), ROBINS-I (Sterne 2016) and the JBI checklist for case reports
(2020, one question a domain), all turned so that "yes" speaks for the study. They stand in signalling.csv: tool, domain,
question, in the order of the tool.
"""

import csv
from functools import cache
from pathlib import Path

QUESTIONS = Path(__file__).parent / "signalling.csv"


@cache
def _every() -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    with QUESTIONS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            place = (row["tool"], row["domain"])
            found[place] = (*found.get(place, ()), row["question"])
    return found


def signalling_questions(tool: str, domain: str) -> tuple[str, ...]:
    """The questions of a domain in the order of its tool; none for a domain that is not there."""
    return _every().get((tool, domain), ())


def signalled_domains() -> tuple[tuple[str, str], ...]:
    """Every tool and domain that has questions."""
    return tuple(_every())
