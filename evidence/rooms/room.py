"""A room: its chair asks and reveals, its phones answer, and both see what they need of it.

A phone is a key that the room gave out; it has one answer to a question and can change it until the question is closed.
Nothing in a room tells whose phone it is. A room ends after four hours, or when its chair says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from evidence.rooms.codes import new_code, new_key
from evidence.rooms.questions import Question, read, written
from evidence.rooms.store import NoRoomsError, Store

LIFE_S = 4 * 3600
MOST_PHONES = 400
CODE, CHAIR, STAMP, ASKED, INVITED, TIMER = "code", "chair", "stamp", "asked", "invited", "timer"
PHONE, VOTE, HANDS, CLOSED = "phone", "vote", "hands", "closed"
BETWEEN = "\x1f"


def _name(*parts: str) -> str:
    return BETWEEN.join(parts)


@dataclass(frozen=True)
class Seen:
    """What a chair sees of a room at one moment; answers are counted by question and option."""

    asked: tuple[Question, ...]
    closed: frozenset[str]
    invited: bool
    phones: int
    votes: dict[str, dict[str, int]] = field(default_factory=dict)
    hands: dict[str, dict[str, int]] = field(default_factory=dict)
    timer: float | None = None

    def answered(self, question: str) -> int:
        """Phones that have answered a question."""
        return sum(self.votes.get(question, {}).values())

    def counted(self, question: str, option: str) -> int:
        """Phones and hands for one option."""
        return self.votes.get(question, {}).get(option, 0) + self.hands.get(question, {}).get(option, 0)


@dataclass(frozen=True)
class OnPhone:
    """What a phone shows: the questions of the moment, which of them are closed, and its own answers.

    stamp changes whenever the chair changes something.
    """

    stamp: str
    asked: tuple[Question, ...]
    closed: frozenset[str]
    answers: dict[str, str]


def seen(texts: dict[str, str]) -> Seen:
    """What the texts of a room add up to."""
    votes: dict[str, dict[str, int]] = {}
    hands: dict[str, dict[str, int]] = {}
    closed, phones = set(), 0
    for name, text in texts.items():
        kind, *rest = name.split(BETWEEN)
        if kind == PHONE:
            phones += 1
        elif kind == VOTE:
            counts = votes.setdefault(rest[1], {})
            counts[text] = counts.get(text, 0) + 1
        elif kind == HANDS:
            hands.setdefault(rest[0], {})[rest[1]] = int(text)
        elif kind == CLOSED:
            closed.add(rest[0])
    timer = float(texts[TIMER]) if TIMER in texts else None
    return Seen(read(texts[ASKED]), frozenset(closed), INVITED in texts, phones, votes, hands, timer)


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
        stamp, invited, own = self.store.some(self.code, STAMP, INVITED, _name(PHONE, phone))
        return stamp if invited else None, own is not None

    def join(self) -> str | None:
        """The key of a new phone; None when the room has ended or is full."""
        found = self.look()
        if found is None or not found.invited or found.phones >= MOST_PHONES:
            return None
        phone = new_key()
        return phone if self.store.change(self.code, (CODE, self.code), {_name(PHONE, phone): "1"}) else None

    def on_phone(self, phone: str) -> OnPhone | None:
        """What the phone is to show; None when it does not belong to the room, or the room has ended."""
        stamp, asked, own = self.store.some(self.code, STAMP, ASKED, _name(PHONE, phone))
        if stamp is None or asked is None or own is None:
            return None
        questions = read(asked)
        names = [each.name for each in questions]
        if not names:
            return OnPhone(stamp, (), frozenset(), {})
        found = self.store.some(
            self.code, *(_name(VOTE, phone, each) for each in names), *(_name(CLOSED, each) for each in names)
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
            if self.store.change(self.code, (STAMP, now.stamp), {_name(VOTE, phone, question): answer}):
                return True
        return False


class Chair(Room):
    """A room as its chair knows it: who holds the key may ask, reveal, count hands, reset and end."""

    def __init__(self, store: Store, code: str, key: str) -> None:
        super().__init__(store, code)
        self.key = key

    def look(self) -> Seen | None:
        """What is counted so far, None when the room has ended or the key is another one."""
        texts = self.store.every(self.code)
        return seen(texts) if texts.get(CHAIR) == self.key else None

    def ask(self, questions: Iterable[Question], closed: Iterable[str] = ()) -> bool:
        """Ask the phones these questions from now on, and close others; False when the room has ended."""
        return self._changed({ASKED: written(questions), **{_name(CLOSED, each): "1" for each in closed}})

    def reveal(self, questions: Iterable[str]) -> bool:
        """Close questions: their answers stay as they are."""
        return self._changed({_name(CLOSED, each): "1" for each in questions})

    def invite(self) -> bool:
        """Let phones in."""
        return self._changed({INVITED: "1"})

    def count_hands(self, question: str, option: str, hands: int) -> bool:
        """Keep the number of hands for an option."""
        return self.store.change(self.code, self._held, {_name(HANDS, question, option): str(hands)})

    def start_timer(self, moment: float) -> bool:
        """Keep when the timer was started, in seconds since 1970."""
        return self.store.change(self.code, self._held, {TIMER: repr(moment)})

    def reset(self, scope: str) -> bool:
        """Forget the votes and hands of one session, and open its questions again."""
        start = f"{scope} | "
        drop = [
            name
            for name in self.store.every(self.code)
            if (parts := name.split(BETWEEN))[0] in (VOTE, HANDS, CLOSED)
            and parts[2 if parts[0] == VOTE else 1].startswith(start)
        ]
        return self._changed({}, drop)

    def end(self) -> None:
        """Forget the room and everything in it."""
        if self.look() is not None:
            self.store.end(self.code)

    @property
    def _held(self) -> tuple[str, str]:
        return (CHAIR, self.key)

    def _changed(self, put: dict[str, str], drop: Iterable[str] = ()) -> bool:
        return self.store.change(self.code, self._held, {**put, STAMP: new_key()}, drop)


def open_room(store: Store, replica: int = 0) -> Chair:
    """A new room for this chair; phones find it when it invites them. Raises NoRoomsError."""
    for _ in range(5):
        code, key = new_code(replica), new_key()
        if store.make(code, {CODE: code, CHAIR: key, STAMP: new_key(), ASKED: "[]"}, LIFE_S):
            return Chair(store, code, key)
    raise NoRoomsError("no code is free")
