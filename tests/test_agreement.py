"""Two extractions made independently: what they agree on, what only one has, and what is to settle."""

import csv
import io

import pytest

from evidence.downloads.disagreements_csv import disagreements_csv
from evidence.versions.agreement import Matched, agreement
from tests.conftest import means, small_pack

DOMAINS = ("randomisation process", "missing outcome data", "measurement of the outcome", "overall")
FIRST = ("low", "low", "high", "high")
SECOND = ("low", "some concerns", "high", "high")


def judged(words):
    about = {"study_id": "A", "tool": "RoB 2", "tool_version": "2019", "rationale": "Because."}
    return [{**about, "domain": domain, "judgement": word} for domain, word in zip(DOMAINS, words, strict=True)]


@pytest.fixture(scope="module")
def both():
    first = small_pack(
        [{"study_id": "A", "age_mean": "50.0", "n_enrolled": 60}, {"study_id": "B"}, {"study_id": "OnlyFirst"}],
        [means("A-1", "A", 4.0, 6.0), means("B-1", "B", 4.0, 6.0)],
        appraisals=judged(FIRST),
    )
    second = small_pack(
        [{"study_id": "A", "age_mean": "50", "country": "Peru"}, {"study_id": "B", "design": "cohort"}],
        [means("A-1", "A", 4.5, 6.0), means("B-1", "B", 4.0, 6.0)],
        appraisals=judged(SECOND),
    )
    return first, second


@pytest.fixture(scope="module")
def found(both):
    return agreement(both[0].tables, both[1].tables)


def column_of(found, table, name):
    (column,) = [each for each in found.columns if (each.table, each.column) == (table, name)]
    return column


def test_rows_are_matched_by_their_key_and_those_of_one_are_counted_apart(found):
    assert found.tables[0] == Matched("studies", 2, ("OnlyFirst",), ())
    assert found.tables[2] == Matched("results", 2, (), ())


def test_cells_are_compared_as_what_they_are_and_gaps_are_counted_apart(found):
    age, enrolled, country = (column_of(found, "studies", name) for name in ("age_mean", "n_enrolled", "country"))
    assert (age.n, age.agreeing, age.percent) == (1, 1, 100.0)
    assert (enrolled.n, enrolled.missing_first, enrolled.missing_second, enrolled.percent) == (0, 0, 1, None)
    assert (country.n, country.missing_first, country.missing_second) == (0, 1, 0)
    assert not any(each.column == "doi" for each in found.columns)
    mean = column_of(found, "results", "mean_1")
    assert (mean.n, mean.agreeing, mean.percent, mean.kappa) == (2, 1, 50.0, None)


def test_judgements_have_a_kappa_for_each_tool(found):
    judgement = column_of(found, "appraisals", "judgement")
    assert (judgement.part, judgement.n, judgement.agreeing) == ("RoB 2", 4, 3)
    # Observed 3/4; expected (2 x 1 + 0 x 1 + 2 x 2) / 16 = 6/16.
    assert judgement.kappa.kappa == pytest.approx((3 / 4 - 6 / 16) / (1 - 6 / 16))


def test_the_file_holds_each_disagreement_with_room_to_settle_it(found):
    rows = list(csv.DictReader(io.StringIO(disagreements_csv(found).decode())))
    told = {(each["table"], each["row"], each["column"]): each for each in rows}
    assert {key: each["kind"] for key, each in told.items()} == {
        ("studies", "OnlyFirst", ""): "row missing in second",
        ("studies", "A", "country"): "missing in first",
        ("studies", "A", "n_enrolled"): "missing in second",
        ("studies", "B", "design"): "differs",
        ("results", "A-1", "mean_1"): "differs",
        ("appraisals", "A |  | RoB 2 | missing outcome data", "judgement"): "differs",
    }
    mean = told["results", "A-1", "mean_1"]
    assert (mean["first"], mean["second"], mean["settled"], mean["reason"]) == ("4", "4.5", "", "")


@pytest.mark.parametrize("name", ["shipped", "headache", "bcg"])
def test_a_pack_agrees_with_itself_in_everything(name, request):
    pack = request.getfixturevalue(name)
    found = agreement(pack.tables, pack.tables)
    assert found.disagreements == () and found.columns
    assert all(each.agreeing == each.n > 0 and each.missing_first == each.missing_second == 0 for each in found.columns)
    assert all(each.kappa.kappa in (None, pytest.approx(1)) for each in found.columns if each.kappa is not None)


def test_the_other_way_round_the_same_is_found(both, found):
    back = agreement(both[1].tables, both[0].tables)
    assert [(each.n, each.agreeing, each.missing_second) for each in found.columns] == [
        (each.n, each.agreeing, each.missing_first) for each in back.columns
    ]
    assert len(back.disagreements) == len(found.disagreements)
