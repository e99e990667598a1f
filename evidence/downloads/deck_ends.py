"""The first and the last slide of the main part: what it is about, and where it comes from."""

from itertools import chain

from evidence.club.references import sources
from evidence.club.session import Session, session_link
from evidence.downloads.about import in_view
from evidence.downloads.deck_slides import PARAGRAPH, Deck
from evidence.downloads.drawingml import Type, paragraphs, picture, placeholder, text_box
from evidence.downloads.qr import link_png
from evidence.wording.filters import filters_in_words
from evidence.wording.say import say, tr

QR_RELATION = "rId2"
"""The relation of a slide to its picture, which comes after that to its layout."""


def add_cover(deck: Deck, session: Session) -> None:
    """The study, or the title of the data with its question; version, filters, and who made it."""
    dataset = session.view.pack.dataset
    told = session.view.study_rows[0].title if session.study_id else dataset["question"]
    version = tr("Data {version}, last search {day}", version=dataset["version"], day=dataset["last_search"])
    filters = filters_in_words(session.view.selection)
    scope = "" if session.study_id else f"{in_view(session.view)} \u00b7 {filters}"
    texts = [text for text in (told, scope, f"{dataset['title']}. {version}" if session.study_id else version) if text]
    texts.append(dataset["curators"])
    link = session_link(session)
    cite = tr("Cite as: {text}", text=dataset["cite_as"])
    notes = (cite, tr("Filters: {words}", words=filters), *((link,) if link else ()))
    sheet = deck.add(deck.master.cover, session.title, notes)
    place = sheet.layout.body
    sizes = [size for size in (24.0, 20.0, 18.0, 16.0) if size > deck.master.least] + [deck.master.least]
    if place is None:
        deck.write(sheet, [(text, 20.0, False) for text in texts], deck.top + 1)
        return
    for size in sizes:
        rest = max(size - 6, deck.master.least)
        told_so = [(text, size if not at else rest, False) for at, text in enumerate(texts)]
        needed = sum(deck.height(text, place.box[2] - 0.2, own) + own * PARAGRAPH / 72 for text, own, _ in told_so)
        if needed <= place.box[3] - 0.1:
            break
    sheet.put(placeholder(place.kind, place.index, paragraphs(told_so, sizes[-1] * PARAGRAPH)), tr("Subtitle"))


def add_sources(deck: Deck, session: Session) -> None:
    """How to cite, the link with its QR code where there is one, and as many of the studies as have room."""
    dataset, link = session.view.pack.dataset, session_link(session)
    cite = tr("Cite as: {text}", text=dataset["cite_as"])
    licence = tr("Licence of the data: {licence}", licence=dataset["licence"])
    filters = tr("Filters: {words}", words=filters_in_words(session.view.selection))
    told = tuple(map(say, sources(session.view)))
    sheet = deck.add(deck.master.only, tr("Sources"), (cite, filters, *((link,) if link else ()), *told))
    code, size, side = link_png(link), deck.master.least, 0.0
    if code:
        side = min(2.6, deck.body / 3)
        sheet.picture = code
        box = (deck.left + deck.body - side, deck.top, side, side)
        sheet.put(picture(QR_RELATION, box, tr("QR code of the citable link")), tr("QR code"))
    top, room = deck.top, deck.bottom
    fits = deck.height(link, deck.body - (side + 0.3 if code else 0), size) <= room - top - 1
    where = link if fits else tr("The link is longer than a slide: it stands whole in the notes of this one.")
    for text in chain((where,) if link else (), (cite, filters, licence), told):
        width = deck.body - (side + 0.3 if top < deck.top + side else 0)
        high = deck.height(text, width, size)
        if top + high > room - 0.4:
            rest = tr("All sources stand in the appendix.")
            sheet.put(text_box(rest, (deck.left, top, width, 0.3), Type(size, bold=True)))
            break
        sheet.put(text_box(text, (deck.left, top, width, high), Type(size)))
        top += high + 0.12
