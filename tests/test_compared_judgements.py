"""Risk of bias and flags side by side: only what was judged of both, with the same tool and for the same, can differ."""

from evidence.drawings.comparison import comparison_table
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.study.comparison import comparison_of
from tests.conftest import PAIN, means, small_pack


def compared(pack, *study_ids):
    return comparison_of(study_ids, evidence_in_view(pack, Selection()))


def html_of(pack, *study_ids):
    return comparison_table(compared(pack, *study_ids), evidence_in_view(pack, Selection()))


def test_judgements_of_different_tools_share_no_row_and_what_was_not_judged_is_no_difference():
    judged = [
        *((study, "RoB 2", "randomisation process", word) for study, word in (("A", "low"), ("B", "high"), ("D", "low"))),
        *((study, "RoB 2", "missing outcome data", word) for study, word in (("A", "low"), ("B", "no information"))),
        ("C", "ROBINS-I", "confounding", "serious"),
    ]
    pack = small_pack(
        [{"study_id": each} for each in "ABCD"],
        appraisals=[
            {
                "study_id": study,
                "tool": tool,
                "tool_version": "1",
                "domain": domain,
                "judgement": word,
                "basis": "abstract",
                "rationale": "read",
            }
            for study, tool, domain, word in judged
        ],
    )
    (tool,) = compared(pack, "A", "B").bias
    marked = {row.domain for row in tool.rows if row.differs}
    assert marked == {"randomisation process"}
    first, second = compared(pack, "A", "C").bias
    assert not any(row.differs for tool in (first, second) for row in tool.rows)
    assert "another tool" in html_of(pack, "A", "C")


def test_a_judgement_for_another_outcome_is_a_gap_and_no_gap_hides_what_is_known_to_differ():
    sleep = {**PAIN, "outcome": "sleep", "label": "Sleep"}
    judged = {
        "A": {"": "low"},
        "B": {"pain": "high", "sleep": "no information"},
        "C": {"": "low"},
        "D": {"pain": "low", "sleep": "high"},
        "E": {"pain": "low"},
        "F": {"sleep": "low"},
    }
    same = {"tool": "RoB 2", "tool_version": "1", "domain": "missing outcome data", "basis": "abstract", "rationale": "read"}
    pack = small_pack(
        [{"study_id": each} for each in judged],
        [means("a", "A", 3, 5), *(means(f"{n}{each}", each, 3, 5, outcome=n) for each in "BDEF" for n in ("pain", "sleep"))],
        outcomes=(PAIN, sleep),
        appraisals=[
            {"study_id": study, "outcome": outcome, "judgement": word, **same}
            for study, words in judged.items()
            for outcome, word in words.items()
        ],
    )

    def differs(*ids):
        return any(row.differs for tool in compared(pack, *ids).bias for row in tool.rows)

    assert differs(*"ABC") and differs(*"AB") and differs(*"DF") and differs(*"BE")
    assert not differs(*"AC") and not differs(*"DE") and not differs(*"EF") and not differs(*"AD")


def test_a_flag_that_could_not_be_judged_is_not_known_and_no_difference():
    pack = small_pack(
        [{"study_id": "A", "n_analysed": 12}, {"study_id": "B"}, {"study_id": "C", "n_analysed": 200}],
        [means("a", "A", 3, 5), means("b", "B", 3, 5), means("c", "C", 3, 5)],
    )
    small = {row.flag: row for row in compared(pack, "A", "B").flags}["small"]
    assert [cell.state for cell in small.cells] == ["raised", "not known"] and not small.differs
    small = {row.flag: row for row in compared(pack, "A", "C").flags}["small"]
    assert [cell.state for cell in small.cells] == ["raised", "not raised"] and small.differs


def test_a_rule_that_looks_at_outcomes_is_silent_where_nobody_says_who_measured_them():
    unsaid = {name: cell for name, cell in PAIN.items() if name != "measured_by"} | {"outcome": "x", "label": "X"}
    blood = {**PAIN, "outcome": "blood", "label": "Blood", "measured_by": "laboratory"}
    pack = small_pack(
        [
            *({"study_id": each, "blinding": "open label"} for each in "ABC"),
            {"study_id": "D"},
            {"study_id": "E", "blinding": "not stated"},
            {"study_id": "F", "blinding": "not stated"},
            {"study_id": "G", "blinding": "open label"},
        ],
        [
            *(means(each, each, 3, 5) for each in "AF"),
            *(means(each, each, 3, 5, outcome="x") for each in "BD"),
            *(means(each, each, 3, 5, outcome="blood") for each in "CE"),
        ],
        outcomes=(PAIN, unsaid, blood),
    )

    def states(flag, *ids):
        row = next(each for each in compared(pack, *ids).flags if each.flag == flag)
        return [cell.state for cell in row.cells], row.differs

    rated = "not blinded, patient-rated"
    known = {"B": "not known", "C": "not raised", "D": "not raised", "E": "not raised", "F": "not known", "G": "not known"}
    for other, state in known.items():
        assert states(rated, "A", other) == (["raised", state], state == "not raised"), other
    assert states("surrogate outcome", "C", "B", "A") == (["raised", "not known", "not raised"], True)
    assert not states("surrogate outcome", "C", "B")[1] and not states("surrogate outcome", "C", "G")[1]


def test_a_rule_that_does_not_judge_case_reports_makes_no_difference_to_one():
    trial = {"study_id": "C", "registration": "NCT00000001"}
    pack = small_pack([{"study_id": "A"}, {"study_id": "B", "design": "case report"}, trial])
    row = next(each for each in compared(pack, "A", "B").flags if each.flag == "no registration found")
    assert [cell.state for cell in row.cells] == ["raised", "not applicable"] and not row.differs
    assert next(each for each in compared(pack, "A", "C").flags if each.flag == "no registration found").differs
