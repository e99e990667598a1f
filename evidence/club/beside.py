"""What stands beside the prediction of the room: of one study what it found itself, of a view the answer of all the data."""

from evidence.club.one_study import TRUST
from evidence.club.own_results import found_in_short
from evidence.club.session import Session
from evidence.club.session_answers import certainty_of
from evidence.club.session_parts import Words
from evidence.facts.bottom_line import bottom_line
from evidence.facts.marks import all_marks
from evidence.vocabulary.fact import fact


def found_beside(session: Session) -> dict[str, Words]:
    """The answer to each question of the expectation by its key."""
    if session.study_id:
        overall = all_marks(session.view.pack)[session.study_id].overall
        return {"direction": found_in_short(session.view), TRUST: fact("word", word=overall.judgement)}
    line = bottom_line(session.view.pack)
    return {"direction": line.statement, "certainty": certainty_of(line) or fact("not rated")}
