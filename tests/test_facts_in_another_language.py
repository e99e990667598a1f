"""Bottom line, ledger, map and wanted values in a language of altered letters: the same facts, and no English left."""

import re
from datetime import date
from html import unescape

import pytest

from evidence.downloads.wanted_csv import wanted_csv
from evidence.drawings.findings import findings_table
from evidence.drawings.first_screen import first_screen
from evidence.facts.bottom_line import guidelines_say
from evidence.facts.consultation import consultation
from evidence.facts.doses import given_of
from evidence.facts.evidence_map import SIDES, evidence_map
from evidence.facts.flags import flags_of
from evidence.facts.guidance import positions_of
from evidence.facts.selection import Selection
from evidence.facts.version_note import version_note
from evidence.facts.view import evidence_in_view
from evidence.facts.wanted import wanted_values
from evidence.packs.pack_notes import blocks
from evidence.vocabulary.columns import NUMBER_TYPES, columns_of
from evidence.vocabulary.measures import MEASURES
from evidence.vocabulary.tools import TOOLS
from evidence.wording.html import render
from evidence.wording.language import speaking
from evidence.wording.say import say
from tests.pseudo import Pseudo, undone

TODAY = date(2026, 11, 25)
CHANGES = blocks("# Changes\n\n## 2\n2.\n\n## 1\n1.")


def texts_of(pack):
    """Everything a reader is told of a pack by these facts, as pieces of text."""
    chosen = Selection(design=("randomised trial",), compound=(pack.rows.studies[0].compound,))
    html = [
        first_screen(evidence_in_view(pack, Selection()), TODAY),
        render("consultation.html", groups=consultation(pack), paper="paper"),
        render("ledger.html", positions=positions_of(pack, TODAY), said=guidelines_say(pack)),
        findings_table(pack),
        render("version_note.html", note=version_note("1", "2", CHANGES)),
        *(render("evidence_map.html", chart=evidence_map(pack, chosen, side), side="", heading="") for side in SIDES),
    ]
    pieces = [unescape(piece) for page in html for piece in re.split(r"<[^>]*>", page)]
    pieces += [say(part) for each in wanted_values(pack) for part in (each.what, each.why)]
    pieces += [say(flag.reason) for flags in flags_of(pack).values() for flag in flags]
    return [*pieces, *map(say, given_of(pack).values())]


def data_of(pack):
    """The texts of the data and the names of measures, longest first; words of a closed vocabulary are not among them."""
    found = set(MEASURES)
    for table, frame in pack.tables.items():
        for name, column in columns_of(table).items():
            if column.type not in ("category", *NUMBER_TYPES):
                found |= {str(cell) for cell in frame[name].dropna()}
    free = found - {"not stated", "not applicable"} - {domain for tool in TOOLS.values() for domain in tool.domain_names}
    return sorted(free, key=len, reverse=True)


@pytest.mark.parametrize("name", ["shipped", "headache", "bcg"])
def test_every_word_is_translated_and_nothing_else_changes(name, request):
    pack = request.getfixturevalue(name)
    english = texts_of(pack)
    with speaking(Pseudo()):
        other = texts_of(pack)
    assert [undone(piece) for piece in other] == english
    data = data_of(pack)
    for piece in other:
        left = piece
        for text in data:
            left = left.replace(text, "")
        assert not re.search("[A-Za-z]{2,}", left), piece


def test_the_list_of_what_is_wanted_leaves_in_english(shipped):
    english = wanted_csv(shipped)
    with speaking(Pseudo()):
        assert wanted_csv(shipped) == english
