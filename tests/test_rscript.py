"""The R script that leaves the program runs in R and finds every number again."""

import csv
import math
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence.downloads.rscript import r_script
from evidence.facts.selection import Selection
from evidence.facts.view import View, evidence_in_view
from evidence.forest.panel import pool_outcome
from evidence.packs.pack import Pack, read_pack
from evidence.statistics.effects import native, standardised
from evidence.statistics.pooling import Pooled
from evidence.statistics.small_studies import Funnel, funnel

ROOT = Path(__file__).resolve().parents[1]
PACKS = ("data", "examples/bcg", "tests/packs/headache", "tests/cases/c02_crossover_paired")
NUMBERS = ("estimate", "ci_low", "ci_high", "se", "df")
TOLERANCE = 1e-6
Numbers = dict[tuple[str, str, str], dict[str, str]]


def run(script: str, folder: Path, **environment: str) -> Numbers:
    """The numbers a script writes, by part, outcome and id."""
    if shutil.which("Rscript") is None:
        pytest.fail("Rscript with metafor is missing; on Debian make test installs r-base-core and r-cran-metafor")
    (folder / "analysis.R").write_text(script, encoding="utf-8")
    command = ["Rscript", "analysis.R", "numbers.csv"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, env=environment or None)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    with (folder / "numbers.csv").open(encoding="utf-8", newline="") as file:
        return {(row["part"], row["outcome"], row["id"]): row for row in csv.DictReader(file)}


def agrees(found: str, expected: float | None) -> bool:
    if expected is None or math.isnan(expected):
        return found == ""
    return found != "" and math.isclose(float(found), expected, rel_tol=TOLERANCE, abs_tol=1e-9)


def whole_view(folder: str, **selection: object) -> View:
    return evidence_in_view(read_pack(ROOT / folder), Selection(**selection))  # type: ignore[arg-type]


def expected_pool(pooled: Pooled) -> Iterator[tuple[str, str, dict[str, float | None]]]:
    names = ("estimate", "ci_low", "ci_high", "se", "k", "tau2", "i2", "q", "pi_low", "pi_high")
    yield "pooled", pooled.outcome, {**{name: getattr(pooled, name) for name in names}, "p_value": pooled.q_p}
    for result_id, weight in pooled.weights.items():
        yield "weight", result_id, {"weight": weight}
    for row in pooled.leave_one_out:
        yield (
            "leave one out",
            row.result_id,
            {name: getattr(row, name) for name in ("k", "estimate", "ci_low", "ci_high", "tau2", "i2")},
        )
    found = funnel(pooled)
    if isinstance(found, Funnel):
        yield (
            "egger",
            pooled.outcome,
            {"estimate": found.slope, "se": found.slope_se, "df": found.df, "t": found.t, "p_value": found.p},
        )


@pytest.mark.parametrize("r", [0.5, 0.8])
@pytest.mark.parametrize("folder", PACKS)
def test_the_script_finds_every_number_of_the_view_again(folder: str, r: float, tmp_path: Path) -> None:
    view = whole_view(folder, r=r)
    numbers = run(r_script(view), tmp_path)
    expected = 0
    for part, make in (("native", native), ("standardised", standardised)):
        for effect in make(view.results, view.pack.outcomes, correlation=r):
            row = numbers[part, effect.outcome, effect.result_id]
            wrong = [name for name in NUMBERS if not agrees(row[name], getattr(effect, name))]
            assert not wrong, (effect, row)
            assert row["estimate"] == "" or row["measure"] == effect.measure
            expected += 1
    for outcome in view.results["outcome"].unique():
        pooled = pool_outcome(view, outcome)
        if not isinstance(pooled, Pooled):
            continue
        for part, identifier, values in expected_pool(pooled):
            row = numbers[part, outcome, identifier]
            wrong = [name for name, value in values.items() if not agrees(row[name], value)]
            assert not wrong, (part, identifier, values, row)
            expected += 1
    assert len(numbers) == expected


def test_a_pack_that_may_be_pooled_is_among_them() -> None:
    view = whole_view("examples/bcg")
    pooled = pool_outcome(view, "tuberculosis")
    assert isinstance(pooled, Pooled) and pooled.k == 13


def test_a_filtered_view_gives_a_script_of_its_own(tmp_path: Path) -> None:
    view = whole_view("examples/bcg", design=("randomised trial",))
    numbers = run(r_script(view), tmp_path)
    assert numbers["pooled", "tuberculosis", "tuberculosis"]["k"] == "7"
    assert "# Filters: design: randomised trial" in r_script(view)


def test_hazard_ratios_are_computed_with_as_logarithms(make_pack, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    outcome = {"outcome": "death", "label": "Death", "domain": "harms", "better": "lower", "measure": "HR"}
    hazards = {"A": (0.66, 0.55, 0.79), "B": (0.78, 0.67, 0.91), "C": (0.83, 0.73, 0.95)}
    results = [
        {
            "result_id": name,
            "study_id": name,
            "outcome": "death",
            "contrast": "between groups",
            "comparator": "placebo",
            "estimate": estimate,
            "ci_low": low,
            "ci_high": high,
        }
        for name, (estimate, low, high) in hazards.items()
    ]
    view = evidence_in_view(make_pack([{"study_id": name} for name in hazards], results, [outcome]), Selection())
    pooled = pool_outcome(view, "death")
    assert isinstance(pooled, Pooled) and pooled.measure == "HR" and pooled.is_ratio
    numbers = run(r_script(view), tmp_path)
    for part, identifier, values in expected_pool(pooled):
        row = numbers[part, "death", identifier]
        assert not [name for name, value in values.items() if not agrees(row[name], value)], (part, identifier)


def test_an_empty_view_gives_a_script_that_runs(tmp_path: Path) -> None:
    view = whole_view("examples/bcg")
    empty = View(view.pack, view.selection, frozenset(), frozenset())
    assert run(r_script(empty), tmp_path) == {}


def test_awkward_words_stay_words(make_pack, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    word = "a \"quoted\" \\ back`slash` 'n Größe 😀 ), stop('no')"
    outcome = {"outcome": word, "label": "A\nlabel", "domain": "pain", "better": "lower", "measure": "MD"}
    result = {
        "result_id": "one",
        "study_id": "A",
        "outcome": word,
        "contrast": "between groups",
        "value_type": "final",
        "mean_1": 1,
        "sd_1": 2,
        "n_1": 9,
        "mean_2": 2,
        "sd_2": 2,
        "n_2": 9,
    }
    pack: Pack = make_pack([{"study_id": "A"}], [result], [outcome])
    script = r_script(evidence_in_view(pack, Selection()))
    code = "\n".join(line for line in script.splitlines() if not line.startswith("#"))
    assert code.isascii()
    path = {"PATH": str(Path(str(shutil.which("Rscript"))).parent), "LC_ALL": "C.UTF-8"}
    numbers = run(script, tmp_path, **path)
    assert numbers["native", word, "one"]["estimate"] == "-1"


def test_the_same_view_gives_the_same_script_with_version_and_filters_and_no_date() -> None:
    first, second = (r_script(whole_view("examples/bcg")) for _ in range(2))
    assert first == second
    assert "# Data version: " in first and "# Filters: no filter; r = 0.5" in first
    assert "set.seed" not in first and "Sys.time" not in first


def test_the_script_says_why_an_outcome_is_not_pooled(headache: Pack) -> None:
    script = r_script(evidence_in_view(headache, Selection()))
    assert "# Migraine days: not pooled: change without a control group is never pooled" in script
