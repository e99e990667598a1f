"""What a room is asked at a place of a session, in the words of the chair's language.

A question goes to the room as it is said, so that every phone of a room reads the same, also when the chair has opened a
table of their own; an answer is the key of one of its options, and nothing else.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from evidence.club.positions import Position
from evidence.club.session import KINDS, Session
from evidence.club.session_parts import Part
from evidence.vocabulary.fact import fact
from evidence.wording.say import capital, say

BEFORE, AFTER = "expectation", "practice"
"""The steps at which the room is asked what it would do: before it has seen anything, and after."""


@dataclass(frozen=True)
class Question:
    """A question with the answers to choose from, each with its key."""

    name: str
    heading: str
    text: str
    options: tuple[tuple[str, str], ...]

    def allows(self, answer: str) -> bool:
        """Whether an answer is one of the options."""
        return any(key == answer for key, _ in self.options)


def asked_parts(session: Session, kind: str) -> tuple[Part, ...]:
    """The questions of a step: those of the session, and before the evidence also what one would do today."""
    parts = session.step(kind).parts
    if kind == BEFORE:
        (practice,) = session.step(AFTER).parts
        intervention = session.view.pack.dataset["intervention"]
        return (*parts, replace(practice, question=fact("ask practice before", intervention=intervention)))
    return parts


def parts_at(session: Session, place: Position) -> tuple[Part, ...]:
    """What is asked at a place of a session, nothing at most of them."""
    kind = KINDS[place.step]
    parts = asked_parts(session, kind)
    if kind == "bias" and parts:
        return () if place.shown else (parts[place.part],)
    return parts if kind in (BEFORE, AFTER) else ()


def scope_of(session: Session) -> str:
    """What the votes of a session are kept under: the study, or the view."""
    return session.study_id or "view"


def name_of(scope: str, kind: str, part: Part) -> str:
    """What the votes on a question are kept under: the same in every language."""
    return f"{scope} | {kind} | {part.key}"


def questions_at(session: Session, place: Position) -> tuple[Question, ...]:
    """What the room is asked at a place, in words."""
    kind, scope = KINDS[place.step], scope_of(session)
    return tuple(
        Question(
            name_of(scope, kind, part),
            capital(say(part.heading)),
            say(part.question),
            tuple((option.key, say(option.words)) for option in part.options),
        )
        for part in parts_at(session, place)
    )


def answered_by(session: Session, place: Position) -> tuple[str, ...]:
    """The questions that a place answers: from then on they are closed."""
    kind, scope = KINDS[place.step], scope_of(session)
    if kind == "bias" and place.shown:
        return tuple(name_of(scope, kind, part) for part in asked_parts(session, kind)[place.part : place.part + 1])
    if kind == "result":
        return tuple(name_of(scope, BEFORE, part) for part in asked_parts(session, BEFORE))
    return ()


def written(questions: Iterable[Question]) -> str:
    """Questions as one text."""
    return json.dumps([asdict(each) for each in questions], ensure_ascii=False)


def read(text: str) -> tuple[Question, ...]:
    """Questions from the text that `written` made."""
    return tuple(
        Question(each["name"], each["heading"], each["text"], tuple((key, words) for key, words in each["options"]))
        for each in json.loads(text)
    )
