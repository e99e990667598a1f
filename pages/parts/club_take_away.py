"""What the club takes home: its minutes at once; slides, hand-out and the ZIP when asked for, with the progress in words."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from evidence.addresses import asked_at, citable_link, place
from evidence.club.session import LONG, Session
from evidence.downloads.bundle import HANDOUT, SLIDES, bundle
from evidence.downloads.converter import NotConvertedError, has_memory
from evidence.downloads.deck import deck
from evidence.downloads.download_name import download_name
from evidence.downloads.exports import export, export_name
from evidence.downloads.handout import handout
from evidence.downloads.minutes import minutes, minutes_markdown
from evidence.downloads.qr import link_data_url
from evidence.facts.view import View
from evidence.rooms.room import Seen
from evidence.vocabulary.fact import fact
from evidence.wording.html import render
from evidence.wording.say import say, tr
from pages.parts.club_votes import seen_now
from pages.parts.opening import is_own_pack
from pages.parts.serve.paper import offered, page_as_pdf
from pages.parts.text import literal

BUILT = "take-away of this session"
SLIDES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
PDF = "application/pdf"


def draw_take_away(session: Session, view: View) -> None:
    """The minutes; a button that builds the other files, then one button a file; the link with its QR code where one is."""
    seen = seen_now()
    _draw_minutes(session, seen)
    with st.container(key="club_take_away", horizontal=True, vertical_alignment="center"):
        asked = st.button(tr("Build slides, hand-out and ZIP"), key="club_build", icon=":material/inventory_2:")
        with_votes = _counted(seen) and st.checkbox(tr("Votes on the hand-out"), key="club_with_votes")
    votes = seen if with_votes else None
    length = {"length": session.length} if session.short else {}
    session = session.in_length(LONG)
    key = (session.study_id, view.selection, id(view.pack), seen.votes, seen.hands, with_votes)
    if asked:
        try:
            st.session_state[BUILT] = (key, _build(session, view, seen, votes))
        except NotConvertedError as error:
            st.error(literal(say(error.why)))
    kept, files = st.session_state.get(BUILT, (None, ()))
    if kept == key:
        with st.container(key="club_files", horizontal=True):
            for label, name, mime, content in files:
                st.download_button(label, content, name, mime, on_click="ignore", key=f"club_file {name}")
        if "handout-pdf" in offered() and _private(seen) and not has_memory():
            st.caption(literal(say(fact("private pdf on a disk"))))
    if is_own_pack():
        return
    extra = ({"study": session.study_id} if session.study_id else {}) | length
    link = citable_link(view.selection, view.pack.version, page="journal_club", **extra)
    if link:
        st.html(render("club_link.html", link=link, qr=link_data_url(link)))


def _draw_minutes(session: Session, seen: Seen) -> None:
    """The minutes of today, made when they are asked for, with what has been answered until now."""
    day, address = date.today().isoformat(), None if is_own_pack() else place()
    with st.container(key="club_minutes", horizontal=True):
        for label, ending, mime, make in (
            (tr("Minutes (HTML, one page)"), "minutes.html", "text/html", minutes),
            (tr("Minutes (Markdown)"), "minutes.md", "text/markdown", minutes_markdown),
        ):
            name = download_name(session.view, ending)
            made = partial(_made, make, session, seen, day, address)
            st.download_button(label, made, name, mime, on_click="ignore", key=f"club_{ending}", icon=":material/summarize:")


def _made(make: Callable[[Session, Seen, str], bytes], session: Session, seen: Seen, day: str, address: str | None) -> bytes:
    """The bytes of the minutes, made in a thread of its own, which does not know at which address was asked."""
    with asked_at(address):
        return make(session, seen, day)


def _build(session: Session, view: View, seen: Seen, votes: Seen | None) -> tuple[tuple[str, str, str, bytes], ...]:
    """Label, file name, MIME type and bytes of each file; what is being made stands on the page meanwhile."""
    name, mime = export_name(view, "zip")
    with st.status(tr("Drawing the slides"), expanded=False) as progress:
        slides = deck(session)
        progress.update(label=tr("Setting the hand-out"))
        page = handout(session, votes)
        papers = _papers(session, seen, page, votes) if "handout-pdf" in offered() else ()
        progress.update(label=tr("Packing the ZIP"))
        alone = bool(session.study_id)
        whole = export(view, "zip").content if alone else bundle(view, {SLIDES: slides, HANDOUT: page})
        progress.update(label=tr("Ready"), state="complete")
    return (
        (tr("Slides (PPTX)"), download_name(session.view, "pptx"), SLIDES_TYPE, slides),
        (tr("Hand-out (HTML)"), download_name(session.view, "html"), "text/html", page),
        *papers,
        (tr("Everything in view (ZIP)"), name, mime, whole),
    )


def _papers(session: Session, seen: Seen, page: bytes, votes: Seen | None) -> tuple[tuple[str, str, str, bytes], ...]:
    """Hand-out and minutes as PDF, as `_build` gives them; what is private only where no disk takes part."""
    files = (
        (tr("Hand-out (PDF)"), "handout.pdf", page, _private(votes)),
        (tr("Minutes (PDF)"), "minutes.pdf", minutes(session, seen, date.today().isoformat()), _private(seen)),
    )
    return tuple(
        (label, download_name(session.view, ending), PDF, page_as_pdf(content, private))
        for label, ending, content, private in files
        if not private or has_memory()
    )


def _counted(seen: Seen) -> bool:
    """Whether anybody answered, by phone or by hand."""
    return bool(seen.votes or seen.hands)


def _private(votes: Seen | None) -> bool:
    """Whether a file with these votes must not touch a disk; one of a reader's own table never may."""
    return is_own_pack() or (votes is not None and _counted(votes))
