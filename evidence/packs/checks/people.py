"""The people in a result fit the study: groups add up to no more than were enrolled."""

from collections.abc import Iterator, Mapping

from evidence.packs.problems import Problem
from evidence.packs.tables import Table
from evidence.vocabulary.fact import fact


def group_sizes(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Groups add up to no more than the people enrolled; after treatment there are no more people than before."""
    studies, table = tables["studies"], tables["results"]
    enrolled = {study["study_id"]: study for study in studies.records()}
    for row, study in enumerate(studies.records()):
        if None not in (study["n_analysed"], study["n_enrolled"]) and study["n_analysed"] > study["n_enrolled"]:
            message = fact("more analysed than enrolled", n=study["n_analysed"], enrolled=study["n_enrolled"])
            yield studies.problem(row, "n_analysed", message, fact("allowed range", low=0, high=study["n_enrolled"]))
    for row, result in enumerate(table.records()):
        first, second = result["n_1"], result["n_2"]
        if first is not None and second is not None and result["contrast"] == "before-after" and first > second:
            message = fact("more people after than before", n=first, before=second)
            yield table.problem(row, "n_1", message, fact("allowed range", low=1, high=second))
        for end in ("1", "2"):
            if result[f"n_{end}"] == 1 and result[f"sd_{end}"] is not None:
                yield table.problem(row, f"sd_{end}", fact("SD of one person"), fact("allowed empty cell"))
        study = enrolled.get(result["study_id"], {})
        most = study.get("n_enrolled")
        if most is None or (first is None and second is None):
            continue
        apart = result["contrast"] != "before-after" and study["structure"] != "crossover"
        people = (first or 0) + (second or 0) if apart else max(first or 0, second or 0)
        if people > most:
            kind = "both groups beyond the enrolled" if apart and first and second else "group beyond the enrolled"
            name = "n_1" if first is not None else "n_2"
            message = fact(kind, n=people, enrolled=most)
            yield table.problem(row, name, message, fact("allowed up to", high=most))


RULES = (group_sizes,)
