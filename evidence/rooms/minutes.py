"""What stands in the minutes of a journal club: votes before and after, take-home, open questions. No names, only counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from evidence.addresses import source_link
from evidence.club.beside import found_beside
from evidence.club.condition import in_condition
from evidence.club.full_text import by_reason
from evidence.club.session import Session
from evidence.club.session_parts import Part, Words
from evidence.facts.wanted import Wanted, wanted_values
from evidence.rooms.charts import Chart, chart
from evidence.rooms.questions import AFTER, BEFORE, asked_parts, scope_of
from evidence.rooms.room import Seen
from evidence.vocabulary.fact import fact

QUESTIONS, WANTED, WANTED_OF_ONE, SOURCES = 4, 3, 2, 6
"""Questions to discuss; values to look up, of several studies one each, and of one study for so many reasons; sources. It
is said how many more there are."""
BESIDE = 2
"""Tables of one question that stand in one column beside a wide one; more of them take three columns above it."""
NO_VOTES = Seen((), frozenset(), invited=False, phones=0)


@dataclass(frozen=True)
class Answered:
    """The numbers of one question at one time: what it is about, one number an option, and what the data say to it."""

    about: Words
    counts: tuple[int, ...]
    ours: Words

    @property
    def n(self) -> int:
        """How many answered, phones and hands together."""
        return sum(self.counts)


@dataclass(frozen=True)
class Votes:
    """Questions that have the same options, one row each; a question that was asked before and after has two."""

    question: Words
    options: tuple[Words, ...]
    rows: tuple[Answered, ...]

    @property
    def is_wide(self) -> bool:
        """Whether it is a table with a column for each option, as questions of the same options are."""
        return len(self.rows) > 2

    @property
    def has_ours(self) -> bool:
        """Whether there is an answer of the data to stand beside."""
        return any(row.ours for row in self.rows)


@dataclass(frozen=True)
class Minutes:
    """The parts of the minutes; more_wanted and more_sources tell how many are left out."""

    votes: tuple[Votes, ...]
    take_home: tuple[Words, ...]
    questions: tuple[Words, ...]
    wanted: tuple[Wanted, ...]
    more_wanted: int
    sources: tuple[tuple[str, str], ...]
    more_sources: int

    @property
    def only_place(self) -> Wanted | None:
        """What is named once when all that is to look up is about one study and stands in one place."""
        places = {(each.about, each.where, each.link) for each in self.wanted}
        return self.wanted[0] if len(places) == 1 else None

    @property
    def is_beside(self) -> bool:
        """Whether wide tables stand beside the others on paper, which are then few enough to stand in one column."""
        wide = [each.is_wide for each in self.votes]
        return any(wide) and 1 <= wide.count(False) <= BESIDE


def minutes_of(session: Session, seen: Seen = NO_VOTES) -> Minutes:
    """The minutes of a session: what the room answered, and what the data say."""
    wanted = _wanted(session)
    if session.study_id:
        first = by_reason(wanted)[:WANTED_OF_ONE]
    else:
        first = [(each, 1) for each in {each.about: each for each in reversed(wanted)}.values()][::-1][:WANTED]
    studies = in_condition(session).view.study_rows
    sources = [(study.citation, source_link({"doi": study.doi, "pmid": study.pmid})) for study in studies]
    return Minutes(
        votes_of(session, seen),
        session.step("take-home").sentences,
        first_questions(session, QUESTIONS),
        tuple(each for each, _ in first),
        len(wanted) - sum(n for _, n in first),
        tuple(sources[:SOURCES]),
        len(sources[SOURCES:]),
    )


def first_questions(session: Session, most: int) -> tuple[Words, ...]:
    """The questions that the most serious flags raise, then those that are always asked."""
    pairs = session.step("discussion").pairs
    always = [pair.text for pair in pairs if pair.label.kind == "question for all"]
    raised = [pair.text for pair in pairs if pair.label.kind != "question for all"]
    return (*raised[: most - len(always)], *always)


def votes_of(session: Session, seen: Seen) -> tuple[Votes, ...]:
    """What was answered in the order in which it is asked; questions that nobody answered are left out."""
    found = []
    for options, charts in groupby(_charts(session, seen), key=lambda pair: tuple(row.words for row in pair[0].rows)):
        several = list(charts)
        rows = tuple(row for each, ours in several for row in _rows(each, ours, len(several) > 1))
        found.append(Votes(_asked(several[0][0]) if len(several) == 1 else fact("judged by the room"), options, rows))
    return tuple(found)


def _charts(session: Session, seen: Seen) -> Iterator[tuple[Chart, Words]]:
    scope = scope_of(session)
    (practice,) = asked_parts(session, AFTER)
    after = chart(seen, scope, AFTER, practice)
    for kind in (BEFORE, "bias", AFTER):
        for part in asked_parts(session, kind):
            if kind == BEFORE and part.key == practice.key and after is not None:
                continue
            made = chart(seen, scope, kind, part)
            if made is not None:
                yield made, _ours(session, kind, part)


def _asked(made: Chart) -> Words:
    return fact("what was asked", heading=made.heading, question=made.question)


def _rows(made: Chart, ours: Words, among_others: bool) -> Iterator[Answered]:
    """One row for each time a question was asked; its heading stands in it where several share their options."""
    for time in range(max(1, len(made.series))):
        counts = tuple(row.counts[time].n for row in made.rows)
        about = made.series[time] if made.series else made.heading
        yield Answered((made.heading, about) if made.series and among_others else about, counts, ours)


def _ours(session: Session, kind: str, part: Part) -> Words:
    """What the data say to a question, nothing where they have no answer."""
    if kind == BEFORE:
        in_take_home = session.study_id and part.key == "direction"
        return "" if in_take_home else found_beside(session).get(part.key, "")
    return part.ours[0] if kind == "bias" and session.study_id and part.ours else ""


def _wanted(session: Session) -> list[Wanted]:
    """The gaps that bear on what the session was about, heaviest first."""
    names = {study.citation for study in session.view.study_rows}
    bodies = set() if session.study_id else {row.body for row in session.view.pack.rows.guidelines}
    return [each for each in wanted_values(session.view.pack) if each.about in names | bodies]
