"""From the weight of a salt to the weight of the element in it, and back, for every salt of the table.

Arithmetic is in fractions, so that there and back gives exactly the amount one began with; rounding happens in words.
"""

from dataclasses import dataclass
from fractions import Fraction

from evidence.doses.formula import pieces
from evidence.packs.pack import Pack
from evidence.packs.provenance import Shown, shown, with_unit
from evidence.packs.records import Compound
from evidence.vocabulary.columns import column
from evidence.vocabulary.fact import Fact, fact

ELEMENT, SALT = "element", "salt"
WEIGHED = (ELEMENT, SALT)
"""What the reader knows the weight of."""


@dataclass(frozen=True)
class Conversion:
    """One salt with the amounts of element and salt that belong together; None where its share is not known."""

    label: str
    form: str
    formula: tuple[tuple[str, bool], ...]
    share: Shown | None
    element_mg: Fraction | None
    salt_mg: Fraction | None

    @property
    def element_text(self) -> Fact:
        """The amount of the element for reading."""
        return _amount(self.element_mg)

    @property
    def salt_text(self) -> Fact:
        """The amount of the salt for reading."""
        return _amount(self.salt_mg)


def _amount(mg: Fraction | None) -> Fact:
    return fact("share of the element not known") if mg is None else fact("amount in mg", mg=float(mg))


def exact(value: float | str) -> Fraction:
    """A number exactly as it is written in decimals, not as it is stored."""
    return Fraction(str(value))


def share_of(compound: Compound) -> Fraction | None:
    """The share of the element in a salt, 0 to 1; None when it is not known or nothing."""
    percent = compound.elemental_percent
    return None if percent is None else exact(percent) / 100 or None


def conversions(mg: float | str, weighed: str, pack: Pack) -> tuple[Conversion, ...]:
    """The amount for every salt of the pack; weighed says whether mg is of the element or of the salt."""
    given = exact(mg)
    made = []
    for each in pack.rows.compounds:
        share = share_of(each)
        if share is None:
            element, salt = (given, None) if weighed == ELEMENT else (None, given)
        else:
            element = given if weighed == ELEMENT else given * share
            salt = given / share if weighed == ELEMENT else given
        formula = pieces(each.formula) if each.formula else ()
        made.append(Conversion(each.label, each.form, formula, _share(pack, each), element, salt))
    return tuple(made)


def _share(pack: Pack, compound: Compound) -> Shown | None:
    percent = compound.elemental_percent
    if percent is None:
        return None
    text = with_unit(round(percent, 2) or percent, column("compounds", "elemental_percent"))
    return shown(pack, "compounds", compound, "elemental_percent", "converter", text)
