"""What the second screen of the chair shows of a place: its name, notes, and what comes next, in the words of this run."""

from evidence.club.positions import Position
from evidence.club.references import source_line
from evidence.club.session import KINDS, Session
from evidence.club.session_parts import Part
from evidence.downloads.deck_main import SPOKEN
from evidence.rooms.questions import AFTER, BEFORE, asked_parts, questions_at
from evidence.rooms.sheet import MOST_LINES, Notes, Sheet, notes_under
from evidence.vocabulary.fact import fact
from evidence.wording.forest import sentence
from evidence.wording.say import capital, say, tr


def sheet_of(session: Session, places: tuple[Position, ...], here: int) -> Sheet:
    """The sheet of one of the places of a session."""
    place, last = places[here], here + 1 == len(places)
    return Sheet(
        place.address,
        KINDS[place.step],
        tr("{n:whole} of {all:whole}", n=session.kinds.index(KINDS[place.step]) + 1, all=len(session.kinds)),
        say(fact(f"club {KINDS[place.step]}")),
        _detail(session, places, here),
        tuple(each for each in _notes(session, place) if each.lines),
        "" if last else " \u00b7 ".join(filter(None, _name(session, places, here + 1))),
        places[here - 1].address if here else "",
        "" if last else places[here + 1].address,
    )


def _name(session: Session, places: tuple[Position, ...], index: int) -> tuple[str, str]:
    return say(fact(f"club {KINDS[places[index].step]}")), _detail(session, places, index)


def _detail(session: Session, places: tuple[Position, ...], index: int) -> str:
    """What tells a place from the others of its step: what is judged, else its number among them."""
    place = places[index]
    part = _judged(session, place)
    if part is not None:
        heading = capital(say(part.heading))
        told = tr("{heading}, our judgement", heading=heading) if place.shown else heading
        pages = [one for one in places if (one.step, one.part, one.shown) == (place.step, place.part, place.shown)]
        which = tr("({n:whole} of {all:whole})", n=place.page + 1, all=len(pages)) if len(pages) > 1 else ""
        return say((told, which))
    same = [each for each, one in enumerate(places) if one.step == place.step]
    return tr("{n:whole} of {all:whole}", n=same.index(index) + 1, all=len(same)) if len(same) > 1 else ""


def _notes(session: Session, place: Position) -> tuple[Notes, ...]:
    return _to_say(session, place), _on_screen(session, place), _ours(session, place), _sources(session, place)


def _judged(session: Session, place: Position) -> Part | None:
    """The question about bias that a place asks or answers."""
    kind = KINDS[place.step]
    parts = asked_parts(session, kind) if kind == "bias" else ()
    return parts[place.part] if place.part < len(parts) else None


def _to_say(session: Session, place: Position) -> Notes:
    """What to ask the room, and the questions."""
    kind = KINDS[place.step]
    spoken = [tr(SPOKEN[kind])] if kind in SPOKEN else []
    asked = [each.text for each in questions_at(session, place)] if kind in (BEFORE, AFTER, "bias") else []
    return notes_under(tr("To say"), [*spoken, *asked])


def _on_screen(session: Session, place: Position) -> Notes:
    """The row of the figure that was revealed last."""
    if KINDS[place.step] != "result" or place.shown or not place.part or not session.forests:
        return notes_under("", [])
    row = session.screen.rows[place.part - 1]
    return notes_under(tr("On the screen"), [sentence(row, session.screen.axis)])


def _ours(session: Session, place: Position) -> Notes:
    """Our judgement on a domain with its reason; over several studies it is the table on the screen."""
    part = _judged(session, place)
    told = part is not None and part.grid is None
    return notes_under(tr("Our judgement"), [capital(say(each)) for each in part.ours] if part and told else [])


def _sources(session: Session, place: Position) -> Notes:
    """Where the facts of the place were read, with how each was read: abstract, registry, full text."""
    kind, read = KINDS[place.step], session.step(KINDS[place.step]).sources
    if kind == "result" and place.part and not place.shown and session.forests:
        read = (source_line(session.screen.rows[place.part - 1].record.study),)
    elif not read and session.study_id:
        read = (source_line(session.view.study_rows[0]),)
    return notes_under(tr("Read in"), list(map(say, read[:MOST_LINES])), len(read))
