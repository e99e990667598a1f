"""From the weight of a salt to the weight of the element in it, and back, for every salt of the table.

Arithmetic is in fractions, so that there and back gives exactly the amount one began with; rounding happens in words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from evidence.doses.formula import pieces
from evidence.packs.pack import Pack
from evidence.packs.provenance import Shown, shown
from evidence.vocabulary.known import known
from evidence.wording.words import amount, plain, tr

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
    def element_text(self) -> str:
        """The amount of the element for reading."""
        return tr("share not known") if self.element_mg is None else tr("{mg} mg", mg=amount(float(self.element_mg)))

    @property
    def salt_text(self) -> str:
        """The amount of the salt for reading."""
        return tr("share not known") if self.salt_mg is None else tr("{mg} mg", mg=amount(float(self.salt_mg)))


def exact(value: float | str) -> Fraction:
    """A number exactly as it is written in decimals, not as it is stored."""
    return Fraction(str(value))


def share_of(compound: Mapping[str, object]) -> Fraction | None:
    """The share of the element in a salt, 0 to 1; None when it is not known or nothing."""
    percent = compound["elemental_percent"]
    return exact(float(percent)) / 100 or None if known(percent) else None  # type: ignore[arg-type]


def element_in(salt_mg: Fraction, share: Fraction) -> Fraction:
    """The weight of the element in a weight of the salt."""
    return salt_mg * share


def salt_for(element_mg: Fraction, share: Fraction) -> Fraction:
    """The weight of the salt that holds a weight of the element."""
    return element_mg / share


def conversions(mg: float | str, weighed: str, pack: Pack) -> tuple[Conversion, ...]:
    """The amount for every salt of the pack; weighed says whether mg is of the element or of the salt."""
    given = exact(mg)
    made = []
    for _, row in pack.compounds.iterrows():
        share = share_of(row)
        if share is None:
            element, salt = (given, None) if weighed == ELEMENT else (None, given)
        else:
            element = given if weighed == ELEMENT else element_in(given, share)
            salt = salt_for(given, share) if weighed == ELEMENT else given
        percent = (
            shown(
                pack,
                "compounds",
                row,
                "elemental_percent",
                "converter",
                f"{plain(round(float(row['elemental_percent']), 2))}%",
            )
            if known(row["elemental_percent"])
            else None
        )
        made.append(
            Conversion(
                label=str(row["label"]),
                form=str(row["form"]),
                formula=pieces(str(row["formula"])) if known(row["formula"]) else (),
                share=percent,
                element_mg=element,
                salt_mg=salt,
            )
        )
    return tuple(made)
