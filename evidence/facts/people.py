"""How many people a result is about: everybody counted once."""

from evidence.packs.records import Result, Study


def people_of(study: Study, result: Result | None = None) -> int | None:
    """The people of a result, of the study where the result does not say; None where neither does.

    Two groups add up, unless the same people were in both: before and after, or a crossover.
    """
    if result is not None and result.n_1 is not None:
        if result.contrast == "before-after" or result.n_2 is None:
            return result.n_1
        return max(result.n_1, result.n_2) if study.structure == "crossover" else result.n_1 + result.n_2
    return study.n_analysed if study.n_analysed is not None else study.n_enrolled
