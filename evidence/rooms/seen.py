"""What the texts of a room are called, and what they add up to for its chair."""

from dataclasses import dataclass, field

from evidence.rooms import clock, sheet
from evidence.rooms.clock import Clock
from evidence.rooms.questions import Question, read
from evidence.rooms.sheet import Sheet

CODE, CHAIR, STAMP, ASKED, INVITED = "code", "chair", "stamp", "asked", "invited"
TIMER, PLACE, SHEET, TURN = "clock", "place", "sheet", "turn"
PHONE, VOTE, HANDS, CLOSED = "phone", "vote", "hands", "closed"
BETWEEN = "\x1f"


def text_name(*parts: str) -> str:
    """The name of a text: its kind, then what tells it from others of that kind."""
    return BETWEEN.join(parts)


@dataclass(frozen=True)
class Seen:
    """What a chair sees of a room at one moment; answers are counted by question and option.

    place: session and address of the place that is open. turn: changes whenever one window of the chair or their second
    screen does what the others are to show.
    """

    asked: tuple[Question, ...]
    closed: frozenset[str]
    invited: bool
    phones: int
    votes: dict[str, dict[str, int]] = field(default_factory=dict)
    hands: dict[str, dict[str, int]] = field(default_factory=dict)
    timer: Clock | None = None
    place: tuple[str, str] = ("", "")
    sheet: Sheet | None = None
    turn: str = ""
    ticket: str = ""

    def answered(self, question: str) -> int:
        """Phones that have answered a question."""
        return sum(self.votes.get(question, {}).values())

    def counted(self, question: str, option: str) -> int:
        """Phones and hands for one option."""
        return self.votes.get(question, {}).get(option, 0) + self.hands.get(question, {}).get(option, 0)


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
    return Seen(
        read(texts[ASKED]),
        frozenset(closed),
        INVITED in texts,
        phones,
        votes,
        hands,
        clock.read(texts[TIMER]) if TIMER in texts else None,
        _place(texts.get(PLACE, BETWEEN)),
        sheet.read(texts[SHEET]) if SHEET in texts else None,
        texts.get(TURN, ""),
        texts.get(INVITED, ""),
    )


def _place(text: str) -> tuple[str, str]:
    scope, _, address = text.partition(BETWEEN)
    return scope, address
