"""What nobody can see stays out of the data, whatever Unicode calls it; what a script is spelled with stays in."""

import sys
import unicodedata

import pytest

from evidence.packs.cells import cell_problem
from evidence.packs.invisible import invisible_sign, named
from evidence.vocabulary.columns import column
from evidence.wording.say import say

SUMMARY = column("studies", "summary")


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("\x07", "U+0007"),
        ("\xad", "U+00AD SOFT HYPHEN"),
        ("\u061c", "U+061C ARABIC LETTER MARK"),
        ("\u115f", "U+115F HANGUL CHOSEONG FILLER"),
        ("\u180e", "U+180E MONGOLIAN VOWEL SEPARATOR"),
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("\u200d", "U+200D ZERO WIDTH JOINER"),
        ("\u2028", "U+2028 LINE SEPARATOR"),
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u2067", "U+2067 RIGHT-TO-LEFT ISOLATE"),
        ("\u2065", "U+2065"),
        ("\u3164", "U+3164 HANGUL FILLER"),
        ("\ue000", "U+E000"),
        ("\ufe0f", "U+FE0F VARIATION SELECTOR-16"),
        ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("\ufff9", "U+FFF9 INTERLINEAR ANNOTATION ANCHOR"),
        ("\U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
    ],
)
def test_an_invisible_sign_is_refused_with_its_code_point_and_its_name(sign, name):
    message, _ = cell_problem(SUMMARY, f"Sleep{sign}less")
    assert message.kind == "hidden character"
    assert say(message) == f"the cell holds the invisible or control character {name}; remove it"


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\xad"])
@pytest.mark.parametrize("name", ["study_id", "design", "doi", "year", "n_enrolled"])
def test_in_every_kind_of_column(name, sign):
    assert cell_problem(column("studies", name), f"2{sign}0")[0].kind == "hidden character"


@pytest.mark.parametrize(
    "text",
    [
        "Two lines\nin a cell\r\n.",
        "Čapek, Łoś, O'Neill, Nguyễn, Ångström",
        "e\u0301cole",
        "می\u200cخواهم",
        "क्\u200dष",
        "שלום, 你好, 안녕",
        "25\u00a0mg ≥ 3 µg · 5–7 ✓",
    ],
)
def test_what_a_reader_sees_or_a_script_is_spelled_with_is_allowed(text):
    assert invisible_sign(text) is None


def test_of_all_signs_of_unicode_none_without_a_shape_is_let_through():
    categories = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    let_through = {
        named(sign)
        for sign in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(sign) in categories and invisible_sign(f"a{sign}b") is None
    }
    assert let_through == {"U+000A", "U+000D"}
