"""A room on the chair's page: opened with one click, shown with code and QR code, told what to ask, and ended.

While a question is open the page shows how many have answered and not what; "Show the votes" closes it and shows the bars.
"""

import streamlit as st

from evidence.club.positions import Position
from evidence.club.session import Session
from evidence.club.session_parts import Part
from evidence.downloads.qr import qr_data_url
from evidence.rooms.charts import chart
from evidence.rooms.codes import grouped
from evidence.rooms.questions import answered_by, asked_parts, name_of, questions_at, scope_of
from evidence.rooms.room import Chair
from evidence.rooms.seen import Seen
from evidence.rooms.store import NoRoomsError
from evidence.vocabulary.fact import fact
from evidence.wording.html import render
from evidence.wording.say import tr
from pages.parts.club_chair import UNREACHABLE, chair_now, chair_or_new, keep, let_go, with_rooms
from pages.parts.club_ending import draw_end
from pages.parts.club_turn import take_turn
from pages.parts.club_votes import seen_now, take_seen
from pages.parts.notes import warn
from pages.parts.serve.reach import address_for_phones


def take_room(session: Session, places: tuple[Position, ...], here: int) -> Chair | None:
    """The room of this chair, told of this place, what it asks and which questions it answers; None without one."""
    if st.session_state.pop(UNREACHABLE, False):
        warn(tr("No room could be opened: too many are open, or their memory does not answer. Hands can be counted."))
    chair = chair_now()
    try:
        seen = chair.look() if chair else None
        if chair and seen:
            keep(chair)
            seen = _tell(chair, seen, session, places, here)
    except NoRoomsError:
        warn(tr("The room does not answer at the moment. What the phones have sent is shown when it does."))
        return None
    if seen is None and (chair or "room" in st.query_params):
        let_go()
        warn(tr("The room of this link has ended, or the link lacks the key of its chair."))
    take_seen(seen)
    return chair if seen else None


def _tell(chair: Chair, seen: Seen, session: Session, places: tuple[Position, ...], here: int) -> Seen | None:
    """Tell the room what is open and asked here, when that is not what it knows already; what it holds then."""
    told = take_turn(chair, seen, session, places, here)
    questions, answered = questions_at(session, places[here]), answered_by(session, places[here])
    if questions != seen.asked or not seen.closed.issuperset(answered):
        told = chair.ask(questions, answered)
    return chair.look() if told else seen


def to_show(session: Session, place: Position, chair: Chair | None) -> tuple[str, ...]:
    """The questions of a place whose votes are not shown yet; none where no phones are asked."""
    seen = seen_now()
    if chair is None or not seen.invited:
        return ()
    return tuple(each.name for each in questions_at(session, place) if each.name not in seen.closed)


def show_votes(names: tuple[str, ...]) -> None:
    """Close questions and show their bars; for use as a callback."""
    chair = chair_now()
    if chair is not None:
        with_rooms(lambda: chair.reveal(names))


def draw_opener(chair: Chair | None) -> None:
    """The button that opens a room for phones; when there is one, what the chair needs of it."""
    if chair is None or not seen_now().invited:
        st.button(tr("Open a room for phones"), key="club_room_open", on_click=_open, icon=":material/qr_code_2:")
        return
    with st.popover(tr("Room {code}", code=grouped(chair.code)), icon=":material/qr_code_2:"):
        st.write(tr("It ends four hours after it was opened, or now. Votes and hands are gone with it."))
        link = f"{address_for_phones()}/journal_club?room={chair.code}&chair={chair.key}"
        st.write(tr("This page on another device of the chair (who has this link can show and delete votes):"))
        st.code(link, language=None, wrap_lines=True)
        draw_end(chair)


def _open() -> None:
    with_rooms(lambda: chair_or_new()[0].invite())


def draw_strip(session: Session, place: Position, chair: Chair | None) -> None:
    """Where phones join, and how many answered: at the first step, and where something is asked."""
    if (place.step and not to_show(session, place, chair)) or chair is None or not seen_now().invited:
        return
    address = address_for_phones()
    link = f"{address}/room?room={chair.code}&in={seen_now().ticket}"
    st.html(
        render(
            "club_room.html",
            seen=seen_now(),
            code=grouped(chair.code),
            address=f"{address.partition('://')[2]}/room" if address else "",
            why=fact("room on this machine only", command="make run HOST=0.0.0.0"),
            qr=qr_data_url(link) if address else "",
            counts=f"room/count?room={chair.code}&chair={chair.key}",
            large=place.step == 0,
        )
    )


def are_shown(session: Session, kind: str, parts: tuple[Part, ...]) -> bool:
    """Whether phones were asked all these questions of a step, and their votes are shown."""
    seen, scope = seen_now(), scope_of(session)
    return seen.invited and all(name_of(scope, kind, part) in seen.closed for part in parts)


def draw_bars(session: Session, kind: str, number: int | None = None) -> None:
    """The bars of a step, or of one of its questions: those that are not open on the phones."""
    seen, scope = seen_now(), scope_of(session)
    parts = asked_parts(session, kind)
    made = [chart(seen, scope, kind, each) for each in (parts if number is None else parts[number : number + 1])]
    shown = [each for each in made if each and (not seen.invited or each.name in seen.closed)]
    if shown or seen.invited:
        st.html(render("club_bars.html", charts=shown))
