"""Capitals and accents of a filter's value do not matter; what could be two values is never guessed, whoever asks."""

import argparse

import pytest
from starlette.datastructures import QueryParams

import evidence
from evidence.commands.filters import UnknownValue, add_filters, chosen_selection
from evidence.facts.asked_values import Asked, read_values
from evidence.facts.in_force import beyond, filters_in_force
from evidence.facts.selection import MANY, Selection, choices, read_selection
from evidence.wording.html import render
from evidence.wording.say import say
from pages.parts.serve.asking import filters_asked
from tests.conftest import PAIN, ROOT, small_pack

PACK = small_pack(
    [
        {"study_id": "A", "year": 2019, "compound": "Thé vert", "condition": "Pain"},
        {"study_id": "B", "year": 2021, "compound": "the VERT", "condition": "Ménière's disease", "n_analysed": 10},
        {"study_id": "C", "year": 2021, "design": "before-after", "compound": "maté"},
    ],
    outcomes=({**PAIN, "outcome": "IRLS"},),
)
BOTH = "'THE VERT', which could be 'Thé vert' or 'the VERT': write it exactly."


@pytest.mark.parametrize(
    ("name", "asked", "meant"),
    [
        ("design", "Randomised Trial", "randomised trial"),
        ("design", "RÁNDOMISED TRIAL", "randomised trial"),
        ("outcome", "irls", "IRLS"),
        ("condition", "meniere's DISEASE", "Ménière's disease"),
        ("condition", "Me\u0301nie\u0300re's disease", "Ménière's disease"),
        ("compound", "MATE", "maté"),
        ("results", "ALL", "all"),
    ],
)
def test_capitals_and_accents_do_not_matter(name, asked, meant):
    assert read_selection({name: [asked]}, PACK) == read_selection({name: [meant]}, PACK)
    assert read_selection({name: [asked]}, PACK)[1] == ()


def test_every_known_value_is_found_however_it_is_written():
    pack = evidence.open(ROOT / "data").pack
    for name, words in choices(pack).items():
        for word in words:
            assert read_values([word.upper(), word.lower(), word], words) == Asked((word,)), name


def test_an_exact_value_wins_and_one_that_could_be_two_is_named_and_not_guessed():
    assert read_selection({"compound": ["the VERT"]}, PACK) == (Selection(compound=("the VERT",)), ())
    selection, complaints = read_selection({"compound": ["THE VERT", "maté", "The Vert"]}, PACK)
    assert selection == Selection(compound=("maté",))
    assert list(map(say, complaints)) == [f"The link names compound {BOTH}"]


def test_other_signs_do_matter():
    assert read_values(["<5 mg", "5 mg", "> 5mg"], (">5 mg",)) == Asked(unknown=("<5 mg", "5 mg", "> 5mg"))


def test_a_value_asked_in_two_spellings_counts_once():
    assert read_selection({"outcome": ["irls", "IRLS"], "design": ["Before-After", "before-after"]}, PACK) == (
        Selection(design=("before-after",), outcome="IRLS"),
        (),
    )


def test_an_unknown_value_is_named_with_the_nearest():
    _, complaints = read_selection({"design": ["randomized trial"]}, PACK)
    assert say(complaints[0]) == (
        "The link names design 'randomized trial', which this data does not have, did you mean 'randomised trial'? "
        "Known: randomised trial, before-after."
    )


def command(*words):
    parser = argparse.ArgumentParser()
    add_filters(parser)
    return chosen_selection(parser.parse_args(words), PACK)


def test_the_plain_addresses_the_command_line_and_python_read_values_as_a_page_does():
    meant = Selection(design=("randomised trial",), outcome="IRLS")
    assert command("--design", "Randomised Trial", "--outcome", "irls") == meant
    assert evidence.front_door.Opened(PACK).view(design="RANDOMISED TRIAL", outcome="irls").inside.selection == meant
    assert filters_asked(QueryParams("design=Randomised+Trial&outcome=irls"), PACK) == (meant, ())
    assert len(filters_asked(QueryParams("compound=THE+VERT"), PACK)[1]) == 1
    with pytest.raises(UnknownValue, match="could be 'Thé vert' or 'the VERT'"):
        command("--compound", "THE VERT")
    with pytest.raises(UnknownValue, match="not known in this pack, did you mean 'before-after'"):
        command("--design", "before-afte")
    with pytest.raises(ValueError, match="could be 'Thé vert' or 'the VERT'"):
        evidence.front_door.Opened(PACK).view(compound="THE VERT")


def test_of_very_many_values_the_first_have_a_chip_and_the_others_are_counted():
    asked = Selection(condition=tuple(f"condition {n}" for n in range(3_000)), flag=("small",), outcome="IRLS")
    chips = filters_in_force(asked, PACK, 20)
    assert [say(each.filter) for each in chips[19:]] == [
        "Condition: condition 19",
        "Without flag: small",
        "Outcome: Pain score",
    ]
    assert beyond(asked, 20) == 2_980 and len(chips[0].without.condition) == 2_999
    page = render(
        "filters_in_force.html", chips=[(each.filter, "?") for each in chips], more=2_980, shown=1, total=3, clear="?"
    )
    assert "and 2,980 more in the sidebar" in page
    assert "more in" not in render("filters_in_force.html", chips=[], more=0, shown=1, total=3, clear="?")


def test_each_filter_in_force_stands_alone_with_the_selection_without_it():
    asked = Selection(
        design=("randomised trial", "before-after"), flag=("small",), outcome="IRLS", year=(2019, 2020), r=0.7, results="all"
    )
    chips = filters_in_force(asked, PACK)
    assert [say(each.filter) for each in chips] == [
        *(
            "Design: randomised trial",
            "Design: before-after",
            "Without flag: small",
            "Outcome: Pain score",
            "Year: 2019 to 2020",
        )
    ]
    assert chips[0].without.design == ("before-after",) and chips[0].without.flag == ("small",)
    assert [each.without.r for each in chips] == [0.7] * 5
    for each in chips:
        asked_with, left = set(asked.query()), set(each.without.query())
        assert left < asked_with and len({name for name, _ in asked_with - left}) == 1
    assert filters_in_force(Selection(r=0.7, results="all"), PACK) == ()
    assert say(filters_in_force(Selection(year=(2019, 2019)), PACK)[0].filter) == "Year: 2019"
    assert set(MANY) <= {name for name, _ in Selection(**{name: ("x",) for name in MANY}).query()}
