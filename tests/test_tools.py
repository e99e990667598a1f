"""The appraisal tools of the format: each word looks one way, and each domain has its question."""

import pytest

from evidence.vocabulary.columns import allowed_words
from evidence.vocabulary.tools import JUDGEMENTS, OVERALL, SILENT, TOOLS, domain_question
from evidence.wording.say import say


def test_tools_and_judgements_are_those_of_the_dictionary():
    assert tuple(TOOLS) == allowed_words("appraisals", "tool")
    assert set(JUDGEMENTS) == set(allowed_words("appraisals", "judgement"))


def test_a_word_looks_the_same_in_every_tool():
    for tool in TOOLS.values():
        for each in tool.judgements:
            assert (each.symbol, each.look) == (JUDGEMENTS[each.word].symbol, JUDGEMENTS[each.word].look)


def test_every_domain_asks_a_question_of_its_own_and_another_domain_a_general_one():
    for tool in TOOLS.values():
        asked = [say(each.question) for each in tool.domains]
        assert len(set(asked)) == len(asked) and all(each.endswith("?") for each in asked)
    assert say(domain_question("confounding")) == "Could something else than the treatment explain the change?"
    assert say(domain_question(OVERALL)) != say(domain_question("takeaway lessons"))


@pytest.mark.parametrize(
    ("tool", "domains", "overall"),
    [
        ("RoB 2", ("low", "low"), ("low", "some concerns", "high")),
        ("RoB 2", ("low", "some concerns", "no information"), ("some concerns", "high")),
        ("RoB 2", ("high", "not assessed"), ("high",)),
        ("ROBINS-I", ("moderate", "serious", "low"), ("serious", "critical")),
        ("ROBINS-I", ("critical", "no information"), ("critical",)),
    ],
)
def test_overall_is_never_better_than_the_worst_domain(tool, domains, overall):
    worst = TOOLS[tool].worst(domains)
    assert TOOLS[tool].overall_words(worst) == overall


def test_what_is_silent_is_no_step_of_a_scale():
    for tool in TOOLS.values():
        assert tool.worst(each.word for each in SILENT) is None
    assert TOOLS["JBI case report"].worst(("yes", "no", "unclear")) is None
