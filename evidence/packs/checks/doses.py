"""The elemental dose agrees with the salt dose and the share of the element in the compound.

elemental = salt x share, within 5 % for at least one form of the compound, unless dose_basis says the
basis is unclear.
"""

from collections.abc import Iterator, Mapping

from evidence.packs.problems import Problem
from evidence.packs.tables import Table

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
            forms = " or ".join(f"{dose:.4g}" for dose in sorted(fitting))
            message = f"{salt:g} mg of {study['compound']} hold {forms} mg of the element, not {elemental:g}"
        elif elemental > salt:
            message = f"{elemental:g} mg of the element cannot come from {salt:g} mg of salt"
        else:
            continue
        yield table.problem(row, "elemental_mg_per_day", message, "a dose within 5 % of the salt's, or dose_basis unclear")


RULES = (elemental_agrees_with_salt,)
