"""The flags of studies side by side: raised with the value behind it, not raised, or not known.

A rule raises no flag on what is not known. Beside a study that carries the flag, such a silence is told as not known: it is
no difference. Nor is one of a rule that does not judge such a study.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence.facts.flags import RULES, SURROGATES, UNMASKED
from evidence.facts.view import View
from evidence.packs.pack import Pack
from evidence.packs.provenance import Shown
from evidence.packs.records import Study
from evidence.study.facts import NO_TREATMENT
from evidence.study.page import flags_shown
from evidence.vocabulary.designs import TREATING
from evidence.vocabulary.known import known

RESTS_ON = {
    "small": ("n_analysed", "n_enrolled"),
    "short": ("duration_weeks",),
    "dose ambiguous": ("dose_basis",),
    "maker-funded": ("maker_funded",),
    "stopped early": ("stopped_early",),
}
"""The cells without which a rule cannot judge; it can as soon as one of them is known. The others always judge."""
ONLY_OF_TREATMENTS = frozenset(
    {"small", "short", "not blinded, patient-rated", "surrogate outcome", "numbers not reported", "no registration found"}
)
"""Rules for studies that treated somebody."""


@dataclass(frozen=True)
class FlagCell:
    """One flag of one study: raised (with its reason), not raised, not known or not applicable."""

    state: str
    reason: Shown | None = None


@dataclass(frozen=True)
class FlagRow:
    """A flag that one of the studies carries; `differs` when it was raised for one and judged and not raised for another."""

    flag: str
    severity: str
    cells: tuple[FlagCell, ...]

    @property
    def differs(self) -> bool:
        """Whether known cells differ."""
        return {"raised", "not raised"} <= {cell.state for cell in self.cells}


def flag_rows(studies: Sequence[Study], view: View) -> Iterator[FlagRow]:
    """A row for each flag that one of the studies carries, the most serious first."""
    carried = [{each.flag: each.reason for each in flags_shown(study, view)} for study in studies]
    measurers = _measurers(view.pack)
    for name, (severity, _) in RULES.items():
        if any(name in own for own in carried):
            cells = tuple(
                FlagCell("raised", own[name])
                if name in own
                else FlagCell(_silence(name, study, measurers.get(study.study_id, frozenset([""]))))
                for study, own in zip(studies, carried, strict=True)
            )
            yield FlagRow(name, severity, cells)


def _measurers(pack: Pack) -> dict[str, frozenset[str]]:
    """Who or what measured the outcomes of each study that has results, "" among them where one does not say."""
    by_outcome = {each.outcome: each.measured_by or "" for each in pack.rows.outcomes}
    found: dict[str, set[str]] = {}
    for result in pack.rows.results:
        found.setdefault(result.study_id, set()).add(by_outcome[result.outcome])
    return {study_id: frozenset(names) for study_id, names in found.items()}


def _silence(name: str, study: Study, measurers: frozenset[str]) -> str:
    """What it means that a rule raised no flag for a study; measurers: who measured its outcomes, "" where that is a gap."""
    if (
        (name in ONLY_OF_TREATMENTS and study.design not in TREATING)
        or (name == "dose ambiguous" and study.compound == NO_TREATMENT)
        or (name == "no registration found" and study.design == "case report")
    ):
        return "not applicable"
    if name == "surrogate outcome":
        return "not raised" if measurers - {"", *SURROGATES} else "not known"
    if name == "not blinded, patient-rated":
        blinded = study.blinding not in (*UNMASKED, "not stated")
        return "not raised" if blinded or not measurers & {"", "patient report"} else "not known"
    cells = [getattr(study, column) for column in RESTS_ON.get(name, ())]
    judged = not cells or any(known(cell) and cell != "not stated" for cell in cells)
    return "not raised" if judged else "not known"
