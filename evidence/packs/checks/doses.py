"""The elemental dose agrees with the salt dose and the share of the element in the compound.

elemental = salt x share, within 5 % for at least one form of the compound, unless dose_basis says the
basis is unclear.
"""

from collections.abc import Iterator, Mapping

from evidence.packs.problems import Problem, rounded, shown
from evidence.packs.tables import Table
from evidence.vocabulary.fact import fact

TOLERANCE = 0.05


def elemental_agrees_with_salt(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Both doses given: they fit a form of the compound, or the basis is marked unclear."""
    shares: dict[str, list[float]] = {}
    for compound in tables["compounds"].records():
        if compound["elemental_percent"] is not None:
            shares.setdefault(compound["compound"], []).append(compound["elemental_percent"] / 100)
    table = tables["studies"]
    for row, study in enumerate(table.records()):
        salt, elemental = study["salt_mg_per_day"], study["elemental_mg_per_day"]
        if salt is None or elemental is None or study["dose_basis"] == "unclear":
            continue
        if not table.readable(row, "dose_basis"):
            continue
        fitting = [salt * share for share in shares.get(study["compound"], [])]
        if fitting and not any(abs(elemental - dose) <= TOLERANCE * dose for dose in fitting):
            forms = tuple(fact("number in a cell", number=rounded(dose, 4)) for dose in sorted(fitting))
            named = shown(study["compound"])
            message = fact("dose does not fit the salt", salt=salt, compound=named, forms=forms, elemental=elemental)
        elif elemental > salt:
            message = fact("dose larger than the salt", elemental=elemental, salt=salt)
        else:
            continue
        yield table.problem(row, "elemental_mg_per_day", message, fact("allowed dose"))


RULES = (elemental_agrees_with_salt,)
