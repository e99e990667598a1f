"""The chair's view in a language of altered letters: the same notes, and no English left."""

from itertools import pairwise

import pytest

from evidence.club.positions import positions
from evidence.club.session import KINDS, session_of
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.rooms.clock import Clock
from evidence.rooms.questions import questions_at
from evidence.rooms.room import Chair
from evidence.rooms.seen import Seen
from evidence.rooms.sheet import MOST_LINES
from evidence.vocabulary.fact import fact
from evidence.vocabulary.tools import TOOLS
from evidence.wording.html import render
from evidence.wording.language import speaking
from pages.parts.club_sheet import sheet_of
from tests.pseudo import Pseudo, undone
from tests.test_pages_in_another_language import unaltered

CASES = {"everything": ("shipped", ""), "one study": ("shipped", "Jadidi2022"), "another pack": ("headache", "")}
CLOCKS = (
    None,
    Clock("bias"),
    Clock("bias", since=0.0),
    Clock("bias", {"bias": 60}),
    Clock("bias", {"bias": 60}, {"bias": 90.0}),
)


@pytest.fixture(params=CASES)
def session(request):
    pack, study = CASES[request.param]
    return session_of(evidence_in_view(request.getfixturevalue(pack), Selection()), study)


def chair_html(session):
    """Everything the chair's view shows at every place, and the timer as the screen of the room shows it."""
    places, html = positions(session), []
    more = {"chair": Chair(None, "2", "2"), "now": 5.0, "language": "en", "style": "", "script": "", "mark": ""}
    why = fact("room on this machine only", command="2")
    for here, place in enumerate(places):
        asked = questions_at(session, place)
        counts = {each.name: {each.options[0][0]: 2} for each in asked}
        for invited, clock in zip((True, False, True, False, True), CLOCKS, strict=True):
            seen = Seen(asked, frozenset(), invited, 2, counts, counts, clock, ("", "2"), sheet_of(session, places, here))
            for hidden in ((), asked):
                values = {**more, "seen": seen, "why": None, "hidden": hidden, "turning": bool(hidden)}
                html.append(render("chair.html", shown_code="2", **values))
    html += [render("club_clock.html", clock=each or Clock(""), now=5.0, asks="2", of="2") for each in CLOCKS]
    html += [render("club_chair_link.html", here="2", qr=qr, why=why) for qr in ("", "data:")]
    gone = {"seen": None, "hidden": (), "turning": False, "shown_code": "", "why": fact("room gone or not the chair's")}
    return [*html, render("chair.html", **more, **gone)]


def test_every_word_of_the_chair_s_view_is_of_the_language(session):
    english = chair_html(session)
    with speaking(Pseudo()):
        other = chair_html(session)
    assert [undone(each) for each in other] == english
    text = "".join(other)
    for name in TOOLS:
        text = text.replace(name, "")
    assert unaltered(text, session.view.pack) == set()


def test_every_place_has_a_sheet_that_names_its_neighbours_and_what_comes_next(session):
    places = positions(session)
    sheets = [sheet_of(session, places, here) for here in range(len(places))]
    assert [each.place for each in sheets] == [each.address for each in places]
    assert [each.on for each in sheets] == [*(each.place for each in sheets[1:]), ""]
    assert [each.back for each in sheets] == ["", *(each.place for each in sheets[:-1])]
    for one, two in pairwise(sheets):
        assert one.following.startswith(two.title) and two.detail in one.following and one.following != ""
    assert sheets[-1].following == ""
    for each in sheets:
        assert each.kind in KINDS and each.notes[0].lines and all(len(notes.lines) <= MOST_LINES for notes in each.notes)
        assert len({(one.title, one.detail) for one in sheets}) == len(sheets), "no two places look the same to the chair"


def test_the_chair_reads_where_the_row_on_the_screen_was_read(session):
    places = positions(session)
    for here, place in enumerate(places):
        if KINDS[place.step] != "result" or place.shown or not place.part:
            continue
        row = session.screen.rows[place.part - 1]
        notes = {notes.heading: notes.lines for notes in sheet_of(session, places, here).notes}
        assert notes["On the screen"][0].startswith(row.study) and notes["Read in"][0].startswith(row.study)


def test_our_judgement_is_told_of_one_study_and_never_made_of_a_list(session):
    places = positions(session)
    told = [
        notes.heading
        for here, place in enumerate(places)
        if KINDS[place.step] == "bias"
        for notes in sheet_of(session, places, here).notes
    ]
    assert ("Our judgement" in told) == bool(session.study_id)
