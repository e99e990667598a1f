"""Designs, positions and certainties know every word of the data dictionary, in its order."""

from evidence.vocabulary import designs
from evidence.vocabulary.certainty import CERTAINTIES, certainty_symbol
from evidence.vocabulary.columns import allowed_words
from evidence.vocabulary.designs import DESIGNS
from evidence.vocabulary.positions import POSITIONS, SILENT, UNREAD
from evidence.wording.say import catalogue


def test_every_design_of_the_dictionary_is_described_in_its_order():
    assert tuple(DESIGNS) == allowed_words("studies", "design")


def test_a_design_treats_observes_or_reviews_and_only_one_of_these():
    for design in DESIGNS.values():
        assert [design.treats, design.observational, design.is_review].count(True) == 1, design.name


def test_trials_compare_groups_that_were_treated():
    compared = {name for name, design in DESIGNS.items() if design.treats and design.has_control}
    assert compared == designs.TRIALS
    assert designs.TREATING == designs.TRIALS | designs.UNCONTROLLED
    assert designs.TREATING_GROUPS | designs.SINGLE_PATIENTS == designs.TREATING


def test_every_position_of_the_dictionary_is_described_in_its_order():
    assert tuple(POSITIONS) == allowed_words("guidelines", "position")


def test_a_document_that_was_not_read_is_silent_and_stands_last():
    assert UNREAD < SILENT
    last = max(stance.weight for stance in POSITIONS.values() if stance.name not in SILENT)
    assert all(POSITIONS[name].weight > last for name in SILENT)
    assert POSITIONS["not read"].symbol != POSITIONS["not addressed"].symbol


def test_every_count_of_designs_and_positions_has_a_message():
    kinds = {design.counted for design in DESIGNS.values()} | {each.said for each in POSITIONS.values() if each.said}
    assert kinds <= catalogue().keys()


def test_certainty_has_four_steps():
    assert set(CERTAINTIES) == set(allowed_words("certainty", "certainty"))
    assert [certainty_symbol(word) for word in ("very low", "high")] == ["\u2295\u25ef\u25ef\u25ef", "\u2295" * 4]
