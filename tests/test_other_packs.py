"""Packs on other topics open with the same program: the classic BCG trials, and an invented pack on headache."""

from pathlib import Path

import pytest
from made_tables import pooled_of

from evidence.packs.pack import Pack, read_pack
from evidence.statistics.pooling import NotPooled, Pooled
from evidence.vocabulary.columns import TABLES

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def bcg() -> Pack:
    return read_pack(ROOT / "examples" / "bcg")


@pytest.fixture(scope="module")
def headache() -> Pack:
    return read_pack(ROOT / "tests" / "packs" / "headache")


def pooled(pack: Pack, outcome: str) -> Pooled | NotPooled:
    results = pack.results[pack.results["outcome"] == outcome].reset_index(drop=True)
    return pooled_of(results, pack.studies, pack.outcomes)


def test_the_bcg_trials_pool_to_what_metafor_gives(bcg: Pack) -> None:
    """metafor 3.8-1: rma(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg, test = "knha")."""
    found = pooled(bcg, "tuberculosis")
    assert isinstance(found, Pooled)
    assert found.k == 13
    assert (found.estimate, found.ci_low, found.ci_high) == pytest.approx((0.48942094, 0.33007225, 0.72569826), abs=1e-6)
    assert (found.tau2, found.i2, found.q) == pytest.approx((0.3132, 92.22, 152.2330), abs=0.01)


def test_the_bcg_pack_tells_random_from_other_allocation(bcg: Pack) -> None:
    assert bcg.warnings == ()
    assert bcg.studies["design"].value_counts().to_dict() == {"randomised trial": 7, "non-randomised controlled": 6}
    assert not bcg.studies["read_as"].eq("full text").any()


def test_a_pack_without_provenance_opens_with_a_warning(headache: Pack) -> None:
    assert not headache.has("provenance")
    assert any(problem.message.kind == "no provenance" for problem in headache.warnings)


def test_absent_tables_are_empty_and_known_to_be_absent(headache: Pack) -> None:
    assert not headache.has("guidelines")
    assert len(headache.guidelines) == 0
    assert set(headache.tables) == set(TABLES)


def test_studies_with_the_same_label_stay_two(headache: Pack) -> None:
    same = headache.studies[headache.studies["citation"] == "Alpha 2001"]
    assert list(same["study_id"]) == ["Alpha2001", "Alpha2001b"]


def test_text_that_looks_like_code_is_kept_as_written(headache: Pack) -> None:
    titles = " ".join(headache.studies["title"])
    assert [each for each in ("<script>alert(1)</script>", "**Bold**", "=1+1") if each not in titles] == []


def test_the_mixed_headache_results_are_not_pooled(headache: Pack) -> None:
    assert isinstance(pooled(headache, "migraine days"), NotPooled)
