"""Questions for a journal club: one for each domain of a risk-of-bias tool, and one for each quality flag.

A flag that some study in view carries puts its question on the table, with the studies that raised it.
"""

from dataclasses import dataclass

import pandas as pd

from evidence.facts.flags import RULES
from evidence.wording.words import listing, tr

DOMAIN_QUESTIONS = {
    "randomisation process": "Was allocation random, and hidden until people were enrolled?",
    "deviations from intended interventions": "Did all get what was intended, and could knowing it have changed anything?",
    "missing outcome data": "Are there results for nearly everyone who was allocated?",
    "measurement of the outcome": "Could knowing the treatment have changed the measurement?",
    "selection of the reported result": "Was this result planned, or chosen among several?",
    "confounding": "Could something else than the treatment explain the change?",
    "selection of participants": "Was entry into the study independent of what happened later?",
    "classification of interventions": "Was it clear from the start who was treated, and with what?",
    "missing data": "Are there results for nearly everyone who started?",
    "measurement of outcomes": "Could knowing the treatment have changed the measurement?",
}
FLAG_QUESTIONS = {
    "no control group": "What else could have brought this change without the treatment: time, attention, placebo, chance?",
    "numbers not reported": "What would you need to see in numbers before acting on this? Who could be asked for them?",
    "indirect condition": "Would you expect the same effect in the condition you treat? Why, and why not?",
    "not blinded, patient-rated": "How much of the answer could come from patients who knew what they took?",
    "small": "How large an effect could so few people show, and is an effect of that size plausible?",
    "short": "Is this long enough for what your patients need?",
    "surrogate outcome": "Would your patients feel a difference in what was measured here?",
    "dose ambiguous": "Which dose would you write on a prescription after reading this?",
    "unpublished": "Why might this not have been published, and what does that mean for the rest?",
    "maker-funded": "Where in design, analysis or wording could an interest of the funder show?",
    "stopped early": "Was stopping early planned, and in which direction does it bend the result?",
    "possible duplicate": "Are these two studies or one? What changes if it is one?",
    "no registration found": "How would you find out whether the outcome was chosen before the results were known?",
    "full text not read": "Which sentence of the full text would you look up first?",
}
ALWAYS = (
    "What would change your mind: which study, in whom, against what?",
    "What will you say to the next patient who asks?",
)


@dataclass(frozen=True)
class DiscussionQuestion:
    """A question with the flag that raised it and the studies that carry the flag; both empty for a standing question."""

    question: str
    flag: str = ""
    studies: str = ""


def domain_question(domain: str) -> str:
    """What to ask the room about one domain; a general question for a domain of another tool."""
    return tr(DOMAIN_QUESTIONS.get(domain, "How well was this done?"))


def discussion(flags: pd.DataFrame, citations: dict[str, str]) -> tuple[DiscussionQuestion, ...]:
    """The questions that the flags of these studies (study_id, flag) raise, serious ones first, then the standing ones."""
    raised = []
    for flag in RULES:
        carriers = [citations[study] for study in flags.loc[flags["flag"] == flag, "study_id"]]
        if carriers and flag in FLAG_QUESTIONS:
            raised.append(DiscussionQuestion(tr(FLAG_QUESTIONS[flag]), flag, shortened(carriers, 2)))
    return (*raised, *(DiscussionQuestion(tr(question)) for question in ALWAYS))


def shortened(names: list[str], most: int = 4) -> str:
    """Names as prose; beyond the most that can be read aloud, how many more there are."""
    if len(names) <= most:
        return listing(names)
    return tr("{names} and {n} more", names=", ".join(names[: most - 1]), n=len(names) - most + 1)
