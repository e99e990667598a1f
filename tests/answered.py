"""A room that has answered every question of a session, each option with another number; hands stand beside phones."""

from evidence.club.session import Session
from evidence.rooms.questions import AFTER, BEFORE, asked_parts, name_of, scope_of
from evidence.rooms.room import Seen


def answered(session: Session) -> Seen:
    """What a chair sees: an option has as many phones as its place and its question tell, and one hand of each."""
    votes, hands = {}, {}
    for number, kind in enumerate((BEFORE, "bias", AFTER), start=1):
        for part in asked_parts(session, kind):
            name = name_of(scope_of(session), kind, part)
            votes[name] = {option.key: number + 3 + place - (number > 1) for place, option in enumerate(part.options)}
            hands[name] = {option.key: 1 for option in part.options}
    return Seen((), frozenset(), invited=True, phones=25, votes=votes, hands=hands)
