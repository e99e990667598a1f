"""A link that is too long for a QR code is printed without one; nothing else is missing."""

import re

from pptx.enum.shapes import MSO_SHAPE_TYPE

from evidence.addresses import asked_at, citable_link
from evidence.club.session import session_of
from evidence.downloads.deck import deck
from evidence.downloads.handout import handout
from evidence.downloads.qr import qr_data_url, qr_png
from evidence.facts.selection import Selection, choices
from evidence.facts.view import evidence_in_view
from evidence.wording.html import render
from tests.conftest import means, small_pack
from tests.test_deck import opened

LONGEST = 2_331
"""Bytes in the largest QR code (version 40) at error correction M, after ISO/IEC 18004."""
HERE = "https://evidence.example.org"
PACK = small_pack(
    [{"study_id": f"S{n}", "compound": f"tea number {n} of the garden"} for n in range(90)],
    [means(f"R{n}", f"S{n}", 3, 4) for n in range(90)],
)


def test_the_longest_link_has_a_code_and_one_more_letter_has_none():
    assert qr_png("?" + "a" * (LONGEST - 1)) and qr_data_url("?" + "a" * (LONGEST - 1))
    assert qr_png("?" + "a" * LONGEST) is None
    assert qr_data_url("?" + "a" * LONGEST) == ""


def test_slides_and_hand_out_of_many_filters_are_made_with_the_link_and_without_a_picture():
    view = evidence_in_view(PACK, Selection(compound=choices(PACK)["compound"]))
    with asked_at(HERE):
        link = citable_link(view.selection, PACK.version)
        slides = list(opened(deck(session_of(view))).slides)
    assert len(link) > LONGEST
    said = [shape.text_frame.text for each in slides for shape in each.shapes if shape.has_text_frame]
    assert "The link is longer than a slide: it stands whole in the notes of this one." in said
    assert any(link in each.notes_slide.notes_text_frame.text for each in slides)
    assert not [shape for each in slides for shape in each.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    page = handout(session_of(view)).decode()
    assert "<img" not in page and "tea number 89" in page and "tea+number" not in page
    with asked_at(HERE):
        page = handout(session_of(view)).decode()
    assert "<img" not in page and "tea+number+89" in page


def test_the_club_shows_a_picture_only_when_there_is_one():
    assert re.search(r'<img src="data:image/png', render("club_link.html", link="?a=1", qr=qr_data_url("?a=1")))
    assert "<img" not in render("club_link.html", link="?a=1", qr="")
