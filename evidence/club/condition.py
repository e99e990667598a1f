"""The session on the trials of the condition alone: what slides, hand-out and minutes show first."""

from dataclasses import replace

from evidence.club.session import Session, session_of
from evidence.facts.view import evidence_in_view
from evidence.forest.rows import TREATMENT
from evidence.vocabulary.designs import DESIGNS


def in_condition(session: Session) -> Session:
    """The session on the treatment studies of the condition alone, where there are any and nothing else is pooled.

    It says why the trials of the condition are not pooled, and its axis is theirs.
    """
    if session.study_id or not session.forests or session.panels[0].pooled is not None:
        return session
    direct = [row for row in session.forests[0].rows if row.group.direct]
    if session.forests[0].panel != TREATMENT or not direct or len(direct) == len(session.forests[0].rows):
        return session
    selection = replace(session.view.selection, directness=("direct",))
    return session_of(evidence_in_view(session.view.pack, selection))


def condition_of(session: Session) -> str:
    """The condition that most treatment studies in view are about; "" without any."""
    names = [study.condition for study in session.view.study_rows if DESIGNS[study.design].treats]
    return max(dict.fromkeys(names), key=names.count) if names else ""
