"""Quality flags: rules over the data, each with the value that raised it and a severity; never summed to a score.

Severity: serious (the result cannot bear much weight), caution (read with care), note (worth knowing).
Limits: fewer than 50 people analysed is small, because a two-group comparison of that size cannot detect a medium
difference with 80 % power (64 per group are needed for d = 0.5, Cohen 1988); under 8 weeks is short for a chronic condition.
What is not known never raises a flag: an empty registration means that none was found only in a pack that records them.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from evidence.packs.pack import Pack
from evidence.packs.records import Outcome, Result, Study
from evidence.packs.remember import per_pack
from evidence.vocabulary.designs import TREATING, UNCONTROLLED
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.references import references
from evidence.wording.language import ENGLISH, speaking
from evidence.wording.say import say

SMALL_PEOPLE = 50
SHORT_WEEKS = 8
SURROGATES = ("instrument", "laboratory")
UNMASKED = ("open label", "single-blind")


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag of one study, with the value that raised it."""

    study_id: str
    name: str
    severity: str
    reason: Fact


@dataclass(frozen=True, slots=True)
class Read:
    """What a rule looks at: a study, its results with the outcome of each, and whether the pack records registrations."""

    study: Study
    results: tuple[tuple[Result, Outcome], ...]
    registers: bool

    @property
    def treats(self) -> bool:
        """True when the study gave somebody the treatment."""
        return self.study.design in TREATING

    def labels(self, measured_by: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The outcomes measured, or only those measured by one of these, each once."""
        found = (outcome for _, outcome in self.results if not measured_by or outcome.measured_by in measured_by)
        return tuple(dict.fromkeys(outcome.label for outcome in found))


Rule = Callable[[Read], Fact | None]
"""Returns the value that raises the flag, or nothing."""


def no_control_group(read: Read) -> Fact | None:
    return fact("flagged design", design=read.study.design) if read.study.design in UNCONTROLLED else None


def not_blinded(read: Read) -> Fact | None:
    rated = read.labels(("patient report",))
    if read.study.blinding not in UNMASKED or not read.treats or not rated:
        return None
    return fact("flagged blinding", blinding=read.study.blinding, outcomes=rated)


def small(read: Read) -> Fact | None:
    people = people_of(read.study)
    if not read.treats or people is None or people >= SMALL_PEOPLE:
        return None
    return fact("flagged people", n=people, limit=SMALL_PEOPLE)


def short(read: Read) -> Fact | None:
    length = read.study.duration_weeks
    if not read.treats or length is None or length >= SHORT_WEEKS:
        return None
    return fact("flagged weeks", n=length, limit=SHORT_WEEKS)


def indirect_condition(read: Read) -> Fact | None:
    return fact("flagged condition", condition=read.study.condition) if read.study.directness == "indirect" else None


def surrogate_outcome(read: Read) -> Fact | None:
    measured = {outcome.measured_by for _, outcome in read.results if outcome.measured_by}
    if not read.treats or not measured or not measured.issubset(SURROGATES):
        return None
    return fact("flagged measurement", outcomes=read.labels())


def dose_ambiguous(read: Read) -> Fact | None:
    return fact("flagged dose") if read.study.dose_basis == "unclear" else None


def no_registration_found(read: Read) -> Fact | None:
    expected = read.registers and read.treats and read.study.design != "case report"
    return fact("flagged registration") if expected and not read.study.registration else None


def numbers_not_reported(read: Read) -> Fact | None:
    numbers = (each for result, _ in read.results for each in (result.mean_1, result.events_1, result.estimate))
    if not read.treats or any(number is not None for number in numbers):
        return None
    return fact("flagged numbers", read_as=read.study.read_as)


def full_text_not_read(read: Read) -> Fact | None:
    return fact("flagged reading", read_as=read.study.read_as) if read.study.read_as != "full text" else None


def unpublished(read: Read) -> Fact | None:
    return fact("flagged status", status=read.study.status) if read.study.status != "published" else None


def maker_funded(read: Read) -> Fact | None:
    if read.study.maker_funded != "yes":
        return None
    return fact("flagged funding", funding=read.study.funding or fact("a maker of the product"))


def stopped_early(read: Read) -> Fact | None:
    return fact("flagged stop") if read.study.stopped_early == "yes" else None


def possible_duplicate(read: Read) -> Fact | None:
    others = same_as(read.study)
    return fact("flagged duplicate", others=others) if others else None


RULES: dict[str, tuple[str, Rule]] = {
    "no control group": ("serious", no_control_group),
    "numbers not reported": ("serious", numbers_not_reported),
    "indirect condition": ("serious", indirect_condition),
    "not blinded, patient-rated": ("serious", not_blinded),
    "small": ("caution", small),
    "short": ("caution", short),
    "surrogate outcome": ("caution", surrogate_outcome),
    "dose ambiguous": ("caution", dose_ambiguous),
    "unpublished": ("caution", unpublished),
    "maker-funded": ("caution", maker_funded),
    "stopped early": ("caution", stopped_early),
    "possible duplicate": ("caution", possible_duplicate),
    "no registration found": ("note", no_registration_found),
    "full text not read": ("note", full_text_not_read),
}
"""Every flag with its severity and its rule, the most serious first."""


def people_of(study: Study) -> int | None:
    """People analysed, else enrolled; None when neither is known."""
    return study.n_analysed if study.n_analysed is not None else study.n_enrolled


def same_as(study: Study) -> tuple[str, ...]:
    """The ids of reports that may be the same study."""
    return references(study.possibly_same_as)


@per_pack
def flags_of(pack: Pack) -> dict[str, tuple[Flag, ...]]:
    """The flags of every study by its id, in the order of RULES; an empty tuple for a study without any."""
    registers = any(study.registration for study in pack.rows.studies)
    outcomes = {each.outcome: each for each in pack.rows.outcomes}
    results: dict[str, list[tuple[Result, Outcome]]] = {}
    for result in pack.rows.results:
        results.setdefault(result.study_id, []).append((result, outcomes[result.outcome]))
    return {
        study.study_id: _raised(Read(study, tuple(results.get(study.study_id, ())), registers))
        for study in pack.rows.studies
    }


def _raised(read: Read) -> tuple[Flag, ...]:
    found = ((name, severity, rule(read)) for name, (severity, rule) in RULES.items())
    return tuple(Flag(read.study.study_id, name, severity, reason) for name, severity, reason in found if reason)


@per_pack
def flag_names(pack: Pack) -> tuple[str, ...]:
    """The flags that some study of the pack carries, in the order of RULES."""
    raised = {flag.name for flags in flags_of(pack).values() for flag in flags}
    return tuple(name for name in RULES if name in raised)


@per_pack
def flags_by_study(pack: Pack) -> dict[str, tuple[tuple[str, Fact], ...]]:
    """The flags of each study that has any: pairs of flag and reason, by study id."""
    return {
        study_id: tuple((flag.name, flag.reason) for flag in flags) for study_id, flags in flags_of(pack).items() if flags
    }


@per_pack
def study_flags(pack: Pack) -> pd.DataFrame:
    """The flags as a table with their reasons in English: study_id, flag, severity, reason; in the order of RULES."""
    every = [flag for flags in flags_of(pack).values() for flag in flags]
    place = {name: at for at, name in enumerate(RULES)}
    with speaking(ENGLISH):
        rows = [(flag.study_id, flag.name, flag.severity, say(flag.reason)) for flag in every]
    rows.sort(key=lambda row: place[row[1]])
    return pd.DataFrame(rows, columns=["study_id", "flag", "severity", "reason"]).astype("str")


WITH_TREATMENT = tuple(TREATING)
