"""What dose a study gave, in mg of the element per day, with the range when the source leaves it open.

A source may print the weight of the salt or of the element. When it does not say which (dose_basis unclear), the number
printed is either: salt x elemental share, or the element itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from evidence.vocabulary.known import known
from evidence.wording.words import amount, tr


@dataclass(frozen=True)
class Dose:
    """Elemental dose in mg/day from low to high (equal when certain), with how it is known; None when not known.

    between says that doses between the ends are possible too, because the compound has several forms.
    """

    low: float | None
    high: float | None
    basis: str
    between: bool = False

    @property
    def text(self) -> str:
        """The dose for reading, for example 151 or 250 mg."""
        if self.low is None or self.high is None:
            return ""
        if self.low == self.high:
            return tr("{dose} mg", dose=amount(self.high))
        words = tr("{low} to {high} mg") if self.between else tr("{low} or {high} mg")
        return words.format(low=amount(self.low), high=amount(self.high))


def shares(compound: str, compounds: pd.DataFrame) -> tuple[float, ...]:
    """Elemental shares (0 to 1) of all forms of a compound, lowest first; empty when none is known."""
    rows = compounds.loc[compounds["compound"] == compound, "elemental_percent"].dropna()
    return tuple(sorted(float(percent) / 100 for percent in rows))


def dose(study: Mapping[str, object], compounds: pd.DataFrame) -> Dose:
    """The elemental dose of one study; never computed from a salt dose unless the row says the basis is unclear."""
    basis = str(study["dose_basis"]) if known(study["dose_basis"]) else "not stated"
    elemental, salt = study["elemental_mg_per_day"], study["salt_mg_per_day"]
    if basis == "unclear" and known(salt) and not known(elemental):
        share = shares(str(study["compound"]), compounds)
        if not share:
            return Dose(None, None, basis)
        return Dose(float(salt) * share[0], float(salt), basis, len(share) > 1)  # type: ignore[arg-type]
    if basis == "unclear" and known(salt) and known(elemental):
        share = shares(str(study["compound"]), compounds)
        ends = [float(elemental), *(float(salt) * each for each in share)]  # type: ignore[arg-type]
        return Dose(min(ends), max(ends), basis, len(share) > 1)
    if known(elemental):
        return Dose(float(elemental), float(elemental), basis)  # type: ignore[arg-type]
    return Dose(None, None, basis)


def dose_text(study: Mapping[str, object], compounds: pd.DataFrame) -> str:
    """Compound and dose in a few words: what is not known is left out, not guessed."""
    given = dose(study, compounds).text
    compound = str(study["compound"])
    if compound == "not applicable":
        return ""
    if compound == "not stated":
        compound = tr("compound not stated")
    return f"{compound}, {given}" if given else compound
