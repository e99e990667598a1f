"""A room: its chair asks and reveals, its phones answer, and both see what they need of it.

A phone is a key that the room gave out; it has one answer to a question and can change it until the question is closed.
Nothing in a room tells whose phone it is. A room ends after four hours, or when its chair says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hmac import compare_digest

from evidence.rooms import clock, sheet
from evidence.rooms.clock import Clock
from evidence.rooms.codes import TICKET, new_code, new_key, new_ticket
from evidence.rooms.questions import Question, read, written
from evidence.rooms.seen import (
    ASKED,
    BETWEEN,
    CHAIR,
    CLOSED,
    CODE,
    HANDS,
    INVITED,
    PHONE,
    PLACE,
    SHEET,
    STAMP,
    TIMER,
    TURN,
    VOTE,
    Seen,
    seen,
    text_name,
)
from evidence.rooms.sheet import Sheet
from evidence.rooms.store import NoRoomsError, Store

LIFE_S = 4 * 3600
MOST_PHONES = 400


@dataclass(frozen=True)
class OnPhone:
    """What a phone shows: the questions of the moment, which of them are closed, and its own answers.

    stamp changes whenever the chair changes something.
    """

    stamp: str
    asked: tuple[Question, ...]
    closed: frozenset[str]
    answers: dict[str, str]


class Room:
    """A room as its phones know it. Every method may raise NoRoomsError."""

    def __init__(self, store: Store, code: str) -> None:
        self.store, self.code = store, code

    def look(self) -> Seen | None:
        """What is counted so far, None when the room has ended."""
        texts = self.store.every(self.code)
        return seen(texts) if texts else None

    def stamp(self, phone: str) -> tuple[str | None, bool]:
        """The stamp, None when phones find no room under this code, and whether the phone belongs to it."""
        stamp, invited, own = self.store.some(self.code, STAMP, INVITED, text_name(PHONE, phone))
        return stamp if invited else None, own is not None

    def has_ticket(self, ticket: str) -> bool:
        """Whether this is the ticket that phones find in the QR code of the room."""
        (own,) = self.store.some(self.code, INVITED)
        return len(ticket) == TICKET and compare_digest(ticket.encode(), (own or "").encode())

    def join(self) -> str | None:
        """The key of a new phone; None when the room has ended or is full."""
        found = self.look()
        if found is None or not found.invited or found.phones >= MOST_PHONES:
            return None
        phone = new_key()
        return phone if self.store.change(self.code, (CODE, self.code), {text_name(PHONE, phone): "1"}) else None

    def on_phone(self, phone: str) -> OnPhone | None:
        """What the phone is to show; None when it does not belong to the room, or the room has ended."""
        stamp, asked, own = self.store.some(self.code, STAMP, ASKED, text_name(PHONE, phone))
        if stamp is None or asked is None or own is None:
            return None
        questions = read(asked)
        names = [each.name for each in questions]
        if not names:
            return OnPhone(stamp, (), frozenset(), {})
        found = self.store.some(
            self.code, *(text_name(VOTE, phone, each) for each in names), *(text_name(CLOSED, each) for each in names)
        )
        answers = {name: text for name, text in zip(names, found, strict=False) if text is not None}
        closed = frozenset(name for name, text in zip(names, found[len(names) :], strict=True) if text is not None)
        return OnPhone(stamp, questions, closed, answers)

    def vote(self, phone: str, question: str, answer: str) -> bool:
        """Take the answer of a phone instead of its last one; False for what is not asked, not offered or closed."""
        for _ in range(3):
            now = self.on_phone(phone)
            if now is None or question in now.closed:
                return False
            if not any(each.name == question and each.allows(answer) for each in now.asked):
                return False
            if self.store.change(self.code, (STAMP, now.stamp), {text_name(VOTE, phone, question): answer}):
                return True
        return False


class Chair(Room):
    """A room as its chair knows it: who holds the key may ask, reveal, turn the page, count hands, reset and end.

    window: which window of the chair this is; the others, and never this one, are woken by what it does.
    """

    def __init__(self, store: Store, code: str, key: str, window: str = "") -> None:
        super().__init__(store, code)
        self.key, self.window = key, window

    def look(self) -> Seen | None:
        """What is counted so far, None when the room has ended or the key is another one."""
        texts = self.store.every(self.code)
        return seen(texts) if texts.get(CHAIR) == self.key else None

    def ask(self, questions: Iterable[Question], closed: Iterable[str] = ()) -> bool:
        """Ask the phones these questions from now on, and close others; False when the room has ended."""
        return self._changed({ASKED: written(questions), **{text_name(CLOSED, each): "1" for each in closed}})

    def reveal(self, questions: Iterable[str]) -> bool:
        """Close questions: their answers stay as they are."""
        return self._changed({text_name(CLOSED, each): "1" for each in questions} | self._turned)

    def invite(self) -> bool:
        """Let phones in."""
        return self._changed({INVITED: new_ticket()})

    def count_hands(self, question: str, option: str, hands: int) -> bool:
        """Keep the number of hands for an option."""
        return self.store.change(self.code, self._held, {text_name(HANDS, question, option): str(hands)})

    def turn_to(self, scope: str, address: str) -> bool:
        """Open another place of a session, in every window of the chair."""
        return self.store.change(self.code, self._held, {PLACE: text_name(scope, address)} | self._turned)

    def keep_timer(self, timer: Clock, told: bool = True) -> bool:
        """Keep the timer; told: the other windows are to show it at once."""
        put = {TIMER: clock.written(timer)} | (self._turned if told else {})
        return self.store.change(self.code, self._held, put)

    def keep_sheet(self, shown: Sheet) -> bool:
        """Keep what the second screen shows."""
        return self.store.change(self.code, self._held, {SHEET: sheet.written(shown)})

    def turned(self, since: str) -> bool | None:
        """Whether another window has done something since that turn; None without a room, or with another key."""
        key, turn = self.store.some(self.code, CHAIR, TURN)
        if key != self.key:
            return None
        return turn is not None and turn != since and turn.partition(".")[0] != (self.window or "-")

    def reset(self, scope: str) -> bool:
        """Forget the votes and hands of one session, and open its questions again."""
        start = f"{scope} | "
        drop = [
            name
            for name in self.store.every(self.code)
            if (parts := name.split(BETWEEN))[0] in (VOTE, HANDS, CLOSED)
            and parts[2 if parts[0] == VOTE else 1].startswith(start)
        ]
        return self._changed(self._turned, drop)

    def end(self) -> None:
        """Forget the room and everything in it."""
        if self.look() is not None:
            self.store.end(self.code)

    @property
    def _held(self) -> tuple[str, str]:
        return (CHAIR, self.key)

    @property
    def _turned(self) -> dict[str, str]:
        return {TURN: f"{self.window}.{new_key()}"}

    def _changed(self, put: dict[str, str], drop: Iterable[str] = ()) -> bool:
        return self.store.change(self.code, self._held, {**put, STAMP: new_key()}, drop)


def open_room(store: Store, replica: int = 0) -> Chair:
    """A new room for this chair; phones find it when it invites them. Raises NoRoomsError."""
    for _ in range(5):
        code, key = new_code(replica), new_key()
        if store.make(code, {CODE: code, CHAIR: key, STAMP: new_key(), ASKED: "[]"}, LIFE_S):
            return Chair(store, code, key)
    raise NoRoomsError("no code is free")
