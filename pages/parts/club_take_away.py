"""What the club takes home: slides, hand-out and the ZIP, built when asked for, with the progress in words."""

import streamlit as st

from evidence.addresses import citable_link
from evidence.club.session import LONG, Session
from evidence.downloads.bundle import HANDOUT, SLIDES, bundle
from evidence.downloads.converter import NotConvertedError
from evidence.downloads.deck import deck
from evidence.downloads.download_name import download_name
from evidence.downloads.exports import export, export_name
from evidence.downloads.handout import handout
from evidence.downloads.qr import link_data_url
from evidence.facts.view import View
from evidence.wording.html import render
from evidence.wording.say import say, tr
from pages.parts.opening import is_own_pack
from pages.parts.text import literal

BUILT = "take-away of this session"
SLIDES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def draw_take_away(session: Session, view: View) -> None:
    """A button that builds the files, and then one button a file; below them the link as a QR code where one leads here."""
    key = (session.study_id, view.selection, id(view.pack))
    length = {"length": session.length} if session.short else {}
    session = session.in_length(LONG)
    if st.button(tr("Build slides, hand-out and ZIP"), key="club_build", icon=":material/inventory_2:"):
        try:
            st.session_state[BUILT] = (key, _build(session, view))
        except NotConvertedError as error:
            st.error(literal(say(error.why)))
    kept, files = st.session_state.get(BUILT, (None, ()))
    if kept == key:
        with st.container(key="club_files", horizontal=True):
            for label, name, mime, content in files:
                st.download_button(label, content, name, mime, on_click="ignore", key=f"club_{mime}")
    if is_own_pack():
        return
    extra = ({"study": session.study_id} if session.study_id else {}) | length
    link = citable_link(view.selection, view.pack.version, page="journal_club", **extra)
    st.html(render("club_link.html", link=link, qr=link_data_url(link)))


def _build(session: Session, view: View) -> tuple[tuple[str, str, str, bytes], ...]:
    """Label, file name, MIME type and bytes of each file; what is being made stands on the page meanwhile."""
    name, mime = export_name(view, "zip")
    with st.status(tr("Drawing the slides"), expanded=False) as progress:
        slides = deck(session)
        progress.update(label=tr("Setting the hand-out"))
        page = handout(session)
        progress.update(label=tr("Packing the ZIP"))
        alone = bool(session.study_id)
        whole = export(view, "zip").content if alone else bundle(view, {SLIDES: slides, HANDOUT: page})
        progress.update(label=tr("Ready"), state="complete")
    seen = session.view
    return (
        (tr("Slides (PPTX)"), download_name(seen, "pptx"), SLIDES_TYPE, slides),
        (tr("Hand-out (HTML, one page)"), download_name(seen, "html"), "text/html", page),
        (tr("Everything in view (ZIP)"), name, mime, whole),
    )
