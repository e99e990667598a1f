"""The people in a result fit the study: groups add up to no more than were enrolled."""

from collections.abc import Iterator, Mapping

from evidence.packs.problems import Problem
from evidence.packs.tables import Table


def group_sizes(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Groups add up to no more than the people enrolled; after treatment there are no more people than before."""
    studies, table = tables["studies"], tables["results"]
    enrolled = {study["study_id"]: study for study in studies.records()}
    for row, study in enumerate(studies.records()):
        if None not in (study["n_analysed"], study["n_enrolled"]) and study["n_analysed"] > study["n_enrolled"]:
            message = f"{study['n_analysed']} people analysed, but only {study['n_enrolled']} enrolled"
            yield studies.problem(row, "n_analysed", message, f"0 to {study['n_enrolled']}")
    for row, result in enumerate(table.records()):
        first, second = result["n_1"], result["n_2"]
        if first is not None and second is not None and result["contrast"] == "before-after" and first > second:
            message = f"{first} people after treatment, but only {second} before"
            yield table.problem(row, "n_1", message, f"1 to {second}")
        for end in ("1", "2"):
            if result[f"n_{end}"] == 1 and result[f"sd_{end}"] is not None:
                yield table.problem(row, f"sd_{end}", "one person has no SD", "an empty cell")
        study = enrolled.get(result["study_id"], {})
        most = study.get("n_enrolled")
        if most is None or (first is None and second is None):
            continue
        apart = result["contrast"] != "before-after" and study["structure"] != "crossover"
        people = (first or 0) + (second or 0) if apart else max(first or 0, second or 0)
        if people > most:
            said = "people in both groups together" if apart and first and second else "people in the group"
            name = "n_1" if first is not None else "n_2"
            yield table.problem(row, name, f"{people} {said}, but the study enrolled {most}", f"up to {most}")


RULES = (group_sizes,)
