"""Chemical formulas: the atoms in one, its molar mass, and the share of an element by mass.

Formulas are written as in "Mg3(C6H5O7)2.9H2O": groups in brackets, water of crystallisation after a dot. Atomic masses are
the abridged standard atomic weights of IUPAC 2021 (doi:10.1515/pac-2019-0603).
"""

import re
from collections import Counter

ATOMIC_MASSES = {
    "H": 1.0080, "He": 4.0026, "Li": 6.94, "Be": 9.0122, "B": 10.81, "C": 12.011, "N": 14.007, "O": 15.999, "F": 18.998,
    "Na": 22.990, "Mg": 24.305, "Al": 26.982, "Si": 28.085, "P": 30.974, "S": 32.06, "Cl": 35.45, "K": 39.098, "Ca": 40.078,
    "Ti": 47.867, "V": 50.942, "Cr": 51.996, "Mn": 54.938, "Fe": 55.845, "Co": 58.933, "Ni": 58.693, "Cu": 63.546,
    "Zn": 65.38, "Ga": 69.723, "Ge": 72.630, "As": 74.922, "Se": 78.971, "Br": 79.904, "Rb": 85.468, "Sr": 87.62,
    "Zr": 91.222, "Mo": 95.95, "Ag": 107.87, "Sn": 118.71, "Sb": 121.76, "I": 126.90, "Cs": 132.91, "Ba": 137.33,
    "La": 138.91, "Gd": 157.25, "Pt": 195.08, "Au": 196.97, "Hg": 200.59, "Pb": 207.2, "Bi": 208.98,
}  # fmt: skip
TOKEN = re.compile(r"([A-Z][a-z]?)(\d*)|(\()|(\))(\d*)")
DOTS = re.compile(r"[.\u00b7*]")


class FormulaError(ValueError):
    """A text that is not a formula of known elements."""


def atoms(formula: str) -> Counter[str]:
    """How many atoms of each element a formula has; FormulaError when it cannot be read."""
    total: Counter[str] = Counter()
    for part in DOTS.split(formula.replace(" ", "")):
        leading = re.match(r"\d+", part)
        times = int(leading[0]) if leading else 1
        for element, number in _group(part[leading.end() :] if leading else part, formula).items():
            total[element] += times * number
    return total


def _group(part: str, formula: str) -> Counter[str]:
    """The atoms of one part without dots."""
    levels: list[Counter[str]] = [Counter()]
    place = 0
    while place < len(part):
        token = TOKEN.match(part, place)
        if token is None:
            raise FormulaError(f"'{formula}' cannot be read at '{part[place:]}'")
        place = token.end()
        if token[1]:
            if token[1] not in ATOMIC_MASSES:
                raise FormulaError(f"'{token[1]}' in '{formula}' is not a known element")
            levels[-1][token[1]] += int(token[2] or 1)
        elif token[3]:
            levels.append(Counter())
        elif len(levels) == 1:
            raise FormulaError(f"'{formula}' closes a bracket that was not opened")
        else:
            inner = levels.pop()
            for element, number in inner.items():
                levels[-1][element] += number * int(token[5] or 1)
    if len(levels) > 1 or not levels[0]:
        raise FormulaError(f"'{formula}' is not a whole formula")
    return levels[0]


def molar_mass(formula: str) -> float:
    """The molar mass in g/mol."""
    return sum(ATOMIC_MASSES[element] * number for element, number in atoms(formula).items())


def pieces(formula: str) -> tuple[tuple[str, bool], ...]:
    """A formula in pieces for setting in type: text, and whether it is a subscript; the dot of hydrates is raised."""
    found = re.finditer(r"(?<=[A-Za-z)])\d+|(?:(?<![A-Za-z)])\d|\D)+", formula)
    return tuple((DOTS.sub("\u00b7", each[0]), each[0].isdigit() and each.start() > 0) for each in found)
