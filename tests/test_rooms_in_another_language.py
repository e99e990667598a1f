"""A room on the phone and on the screen in a language of altered letters: the same questions, and no English left."""

import pytest

from evidence.club.positions import positions
from evidence.club.session import KINDS, session_of
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.rooms.charts import chart
from evidence.rooms.questions import answered_by, asked_parts, questions_at, read, scope_of, written
from evidence.rooms.room import OnPhone
from evidence.rooms.seen import Seen
from evidence.vocabulary.fact import fact
from evidence.vocabulary.tools import TOOLS
from evidence.wording.html import render
from evidence.wording.language import speaking
from tests.pseudo import Pseudo, undone
from tests.test_pages_in_another_language import unaltered

WHYS = ("not found", "code wrong", "tries used up", "full", "gone", "keeps no cookie")
CASES = {"everything": ("shipped", ""), "one study": ("shipped", "Jadidi2022"), "another pack": ("headache", "")}


@pytest.fixture(params=CASES)
def session(request):
    pack, study = CASES[request.param]
    return session_of(evidence_in_view(request.getfixturevalue(pack), Selection()), study)


def seen_of(session, asked=()):
    """A room in which each first option has two phones and three hands."""
    counts = {
        name: {part.options[0].key: 2}
        for kind in ("expectation", "bias", "practice")
        for part in asked_parts(session, kind)
        for name in [f"{scope_of(session)} | {kind} | {part.key}"]
    }
    hands = {name: {option: 3 for option in each} for name, each in counts.items()}
    return Seen(asked, frozenset(), True, 2, counts, hands)


def page_html(session):
    """Everything a room shows, on the phone and on the screen."""
    html = [render("room_now.html", why=fact(f"room {why}"), now=None, at=None, code="") for why in WHYS]
    html.append(render("room_now.html", why=fact("rooms unreachable"), now=None, at=None, code=""))
    more = {"language": "en", "style": "", "script": "", "shown_code": "", "mark": "", "at": None}
    html.append(render("room.html", code="", why=None, now=None, **more))
    for place in positions(session):
        questions = questions_at(session, place)
        names = [each.name for each in questions]
        shown = [({}, ()), ({}, names), ({name: "yes" for name in names}, ())]
        for answers, closed in shown:
            now = OnPhone("", questions, frozenset(closed), answers)
            for at in (None, *range(len(questions))):
                html.append(render("room.html", code="2", why=None, now=now, **{**more, "at": at}))
        strip = {"seen": seen_of(session, questions), "code": "2", "counts": "", "large": False}
        why = fact("room on this machine only", command="2")
        html += [render("club_room.html", address=where, why=why, qr="data:", **strip) for where in ("", "2")]
    for kind in ("expectation", "bias", "practice"):
        parts = asked_parts(session, kind)
        charts = [chart(seen_of(session), scope_of(session), kind, part) for part in parts]
        html += [render("club_bars.html", charts=charts), render("club_bars.html", charts=())]
        html.append(render("club_asked.html", parts=parts))
        html += [render("club_hands.html", part=part) for part in parts]
    return html


def test_every_word_of_a_room_is_of_the_language(session):
    english = page_html(session)
    with speaking(Pseudo()):
        other = page_html(session)
    assert [undone(each) for each in other] == english
    text = "".join(other)
    for name in TOOLS:
        text = text.replace(name, "")
    assert unaltered(text, session.view.pack) == set()


def test_what_is_asked_is_kept_under_the_same_names_in_every_language_and_read_back(session):
    asked = [questions_at(session, place) for place in positions(session)]
    with speaking(Pseudo()):
        other = [questions_at(session, place) for place in positions(session)]
    for one, two in zip(asked, other, strict=True):
        assert [(each.name, [key for key, _ in each.options]) for each in one] == [
            (each.name, [key for key, _ in each.options]) for each in two
        ]
        assert read(written(one)) == one


def test_each_domain_of_a_study_can_be_answered_with_no_information_once(session):
    for part in asked_parts(session, "bias"):
        keys = [option.key for option in part.options]
        assert keys.count("no information") == (1 if session.study_id else 0) and len(set(keys)) == len(keys)


def test_a_question_is_closed_where_its_answer_is_shown_and_never_before(session):
    asked_at, answered_at = {}, {}
    for index, place in enumerate(positions(session)):
        for each in questions_at(session, place):
            asked_at.setdefault(each.name, index)
        for name in answered_by(session, place):
            answered_at.setdefault(name, index)
    assert set(answered_at) <= set(asked_at) and all(asked_at[name] < index for name, index in answered_at.items())
    practice = f"{scope_of(session)} | practice | practice"
    assert set(asked_at) - set(answered_at) == {practice}


def test_the_room_says_what_it_would_do_before_and_after(session):
    before, after = (asked_parts(session, kind)[-1] for kind in ("expectation", "practice"))
    assert before.options == after.options and before.question != after.question
    made = chart(seen_of(session), scope_of(session), "practice", after)
    assert made and [each.n for each in made.rows[0].counts] == [5, 5] and len(made.series) == 2
    assert KINDS.index("expectation") < KINDS.index("result") < KINDS.index("practice")
