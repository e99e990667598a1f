"""What dose a study gave, in mg of the element per day, with the range when the source leaves it open.

A source may print the weight of the salt or of the element. When it does not say which (dose_basis unclear), the number
printed is either: salt x elemental share, or the element itself.
"""

from dataclasses import dataclass

from evidence.packs.pack import Pack
from evidence.packs.remember import per_pack
from evidence.vocabulary.fact import Fact, fact

UNNAMED = ("not stated", "not applicable")
"""What stands for a compound where none is named."""


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
    def fact(self) -> Fact | None:
        """The dose to be said, for example 151 or 250 mg; None when it is not known."""
        if self.low is None or self.high is None:
            return None
        if self.low == self.high:
            return fact("elemental dose", dose=self.high)
        return fact("elemental dose between" if self.between else "elemental dose either", low=self.low, high=self.high)


def elemental(basis: str, element: float | None, salt: float | None, share: tuple[float, ...]) -> Dose:
    """The dose of the element from what a row gives in mg; never computed from a salt unless the basis is unclear.

    share: the elemental shares (0 to 1) of the forms of the compound, lowest first.
    """
    basis = basis or "not stated"
    if basis == "unclear" and salt is not None:
        if element is not None:
            ends = [element, *(salt * each for each in share)]
            return Dose(min(ends), max(ends), basis, len(share) > 1)
        return Dose(salt * share[0], salt, basis, len(share) > 1) if share else Dose(None, None, basis)
    return Dose(element, element, basis)


@per_pack
def shares_of(pack: Pack) -> dict[str, tuple[float, ...]]:
    """Elemental shares (0 to 1) of all forms of each compound that has any, lowest first."""
    found: dict[str, list[float]] = {}
    for each in pack.rows.compounds:
        if each.elemental_percent is not None:
            found.setdefault(each.compound, []).append(each.elemental_percent / 100)
    return {compound: tuple(sorted(share)) for compound, share in found.items()}


@per_pack
def doses_of(pack: Pack) -> dict[str, Dose]:
    """The elemental dose of every study by its id."""
    share = shares_of(pack)
    return {
        each.study_id: elemental(
            each.dose_basis, each.elemental_mg_per_day, each.salt_mg_per_day, share.get(each.compound, ())
        )
        for each in pack.rows.studies
    }


@per_pack
def given_of(pack: Pack) -> dict[str, Fact | str]:
    """Compound and dose of every study by its id; "" where no compound applies or the pack names none at all."""
    doses, named = doses_of(pack), names_compounds(pack)
    return {each.study_id: _given(each.compound, doses[each.study_id], named) for each in pack.rows.studies}


def names_compounds(pack: Pack) -> bool:
    """True when some study of the pack names what it gave; only then is a compound that was not stated a gap."""
    return any(study.compound not in UNNAMED for study in pack.rows.studies)


def has_doses(pack: Pack) -> bool:
    """True when the pack tells doses at all; only then is a dose that was not reported a gap."""
    studies = pack.rows.studies
    told = any(each.elemental_mg_per_day is not None or each.salt_mg_per_day is not None for each in studies)
    return told or any(each.dose_basis == "unclear" for each in studies) or bool(pack.rows.compounds)


def _given(compound: str, dose: Dose, named: bool) -> Fact | str:
    if compound == "not applicable" or (compound == "not stated" and not named and dose.fact is None):
        return ""
    name = fact("compound not stated") if compound == "not stated" else compound
    return fact("compound and dose", compound=name, dose=dose.fact) if dose.fact else name
