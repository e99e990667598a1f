"""Typed tables made from a few rows, for tests that need no whole pack."""

from collections.abc import Mapping

import pandas as pd

from evidence.statistics.candidates import candidates
from evidence.statistics.effects import native
from evidence.statistics.pooling import NotPooled, Pooled, pool
from evidence.vocabulary.columns import columns_of

DTYPES = {"integer": "Int64", "year": "Int64", "number": "float64"}
RESULT = {"outcome": "pain", "contrast": "between groups", "comparator": "placebo"}
STUDY = {"design": "randomised trial", "structure": "parallel", "condition": "headache", "directness": "direct"}
OUTCOME = {"label": "Pain", "domain": "pain", "better": "lower", "measure": "MD"}


def table(name: str, rows: list[dict[str, object]]) -> pd.DataFrame:
    """A table of the format with all its columns, typed as a pack types them."""
    columns = columns_of(name)
    frame = pd.DataFrame(rows, columns=list(columns))
    return frame.astype({each: DTYPES.get(column.type, "str") for each, column in columns.items()})


def results_table(*rows: Mapping[str, object]) -> pd.DataFrame:
    """Results r0, r1 ... of studies S0, S1 ... on the outcome pain, against placebo, unless a row says otherwise."""
    return table(
        "results", [{"result_id": f"r{place}", "study_id": f"S{place}", **RESULT, **row} for place, row in enumerate(rows)]
    )


def studies_table(*rows: Mapping[str, object], count: int = 0) -> pd.DataFrame:
    """Studies S0, S1 ..., ordinary randomised trials unless a row says otherwise; at least count of them."""
    rows = (*rows, *({} for _ in range(count - len(rows))))
    return table(
        "studies",
        [{"study_id": f"S{place}", "citation": f"Study {place}", **STUDY, **row} for place, row in enumerate(rows)],
    )


def outcomes_table(*rows: Mapping[str, object]) -> pd.DataFrame:
    """The outcome pain (lower is better, MD) and the outcomes given."""
    return table("outcomes", [{"outcome": "pain", **OUTCOME}, *({**OUTCOME, **row} for row in rows)])


def pooled_of(
    results: pd.DataFrame, studies: pd.DataFrame, outcomes: pd.DataFrame, make=native, method: str = "REML"
) -> Pooled | NotPooled:
    """What the effects of these results pool to."""
    return pool(candidates(results, studies, outcomes, make(results, outcomes)), method)
