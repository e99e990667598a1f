"""What a trial of its size could have detected, in words."""

import math

import pandas as pd

from evidence.packs.pack import Pack
from evidence.statistics.power import power_table
from evidence.vocabulary.known import known
from evidence.wording.words import amount, tr


def power_sentences(results: pd.DataFrame, pack: Pack) -> dict[str, str]:
    """What each two-group trial of a continuous outcome could have detected, by result id; nothing where no SD is known."""
    units = pack.outcomes.set_index("outcome")["unit"]
    said = {}
    for row in power_table(results, pack.outcomes, pack.reference_values).itertuples():
        if not known(row.smallest_difference):
            continue
        unit = " " + str(units[row.outcome]).split(";")[0] if known(units[row.outcome]) else ""
        text = tr(
            "With {n_1} and {n_2} people and this spread, a true difference of {difference}{unit} "
            "would be found 8 times in 10.",
            n_1=amount(row.n_1),
            n_2=amount(row.n_2),
            difference=amount(row.smallest_difference),
            unit=unit,
        )
        if known(row.people_per_group):
            text += " " + tr(
                "To find the smallest difference that matters ({matters}{unit}, {source}), {n} people per group are needed.",
                matters=amount(row.important_difference),
                unit=unit,
                source=row.source,
                n=math.ceil(row.people_per_group),
            )
        said[str(row.result_id)] = text
    return said
