"""How many people a result is about: everybody counted once."""

from evidence.packs.records import Result, Study


def people(result: Result | None, study: Study | None) -> int | None:
    """People behind a result, or behind a study where no result is given or its groups have no number; None when unknown.

    Before and after are the same people, and so are both groups of a crossover trial, where the larger number counts. In
    other results the groups are added; where one of them has no number, the other stands alone.
    """
    sizes = [] if result is None else [n for n in (result.n_1, result.n_2) if n is not None]
    if result is not None and sizes:
        if result.contrast == "before-after":
            return sizes[0]
        same_people = study is not None and study.structure == "crossover" and result.contrast == "between groups"
        return max(sizes) if same_people else sum(sizes)
    if study is None:
        return None
    return study.n_analysed if study.n_analysed is not None else study.n_enrolled
