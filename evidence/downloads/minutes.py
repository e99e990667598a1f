"""The minutes of a journal club as one page: question, votes before and after, take-home, what is open, and links.

They hold counts and no names. Without a room, as on the command line, they say that no votes were counted. The same votes
and data give the same bytes: a day stands in them only when it is given.
"""

from evidence.addresses import citable_link
from evidence.club.session import Session, session_link
from evidence.downloads.about import in_view
from evidence.downloads.qr import link_data_url
from evidence.facts.consultation import safety_in_short
from evidence.rooms.minutes import NO_VOTES, minutes_of
from evidence.rooms.room import Seen
from evidence.wording.filters import filters_in_words
from evidence.wording.html import render
from evidence.wording.language import language
from evidence.wording.markdown import render_markdown


def minutes(session: Session, seen: Seen = NO_VOTES, day: str = "") -> bytes:
    """The minutes as the bytes of an HTML file, in the language of the run. day: an ISO day, "" for none."""
    values = _values(session, seen, day)
    return render("minutes.html", qr=link_data_url(session_link(session)), language=language().code, **values).encode(
        "utf-8"
    )


def minutes_markdown(session: Session, seen: Seen = NO_VOTES, day: str = "") -> bytes:
    """The same as Markdown, for a mail or a record of the clinic."""
    return render_markdown("minutes.md", **_values(session, seen, day)).encode("utf-8")


def _values(session: Session, seen: Seen, day: str) -> dict[str, object]:
    view = session.view
    gaps = citable_link(view.selection, view.pack.version, page="data", part="wanted")
    return {
        "session": session,
        "dataset": view.pack.dataset,
        "question": session.step("question"),
        "minutes": minutes_of(session, seen),
        "safety": safety_in_short(view.pack),
        "shown": session.title if session.study_id else in_view(view),
        "filters": filters_in_words(view.selection),
        "gaps": gaps,
        "here": session_link(session),
        "day": day,
    }
