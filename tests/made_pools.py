"""Rows that may be pooled, and what they pool to, for the tests of pooling and its gate."""

from pathlib import Path

from made_tables import outcomes_table, pooled_of, results_table, studies_table

from evidence.packs.pack import Pack
from evidence.statistics.pooling import NotPooled, Pooled
from evidence.vocabulary.fact import Fact

A = {"value_type": "final", "mean_1": 3, "sd_1": 2, "n_1": 20, "mean_2": 5, "sd_2": 2.5, "n_2": 22}
B = {**A, "mean_1": 4}
C = {**A, "mean_1": 2.5}
CASE_FOLDER = Path(__file__).parent / "cases"
OUTCOMES = outcomes_table({"outcome": "sleep", "label": "Sleep"}, {"outcome": "cure", "measure": "RR"})


def pooled_rows(*rows: dict, studies: tuple[dict, ...] = (), method: str = "REML") -> Pooled | NotPooled:
    return pooled_of(results_table(*rows), studies_table(*studies, count=len(rows)), OUTCOMES, method=method)


def pooled_pack(pack: Pack, *studies: str) -> Pooled | NotPooled:
    results = pack.results[pack.results["study_id"].isin(studies)] if studies else pack.results
    return pooled_of(results, pack.studies, pack.outcomes)


def kinds(facts: tuple[Fact, ...]) -> list[str]:
    return [each.kind for each in facts]


def must_pool(result: Pooled | NotPooled) -> Pooled:
    assert isinstance(result, Pooled), result
    return result


def must_not_pool(*rows: dict) -> tuple[Fact, ...]:
    result = pooled_rows(*rows)
    assert isinstance(result, NotPooled)
    return result.reasons
