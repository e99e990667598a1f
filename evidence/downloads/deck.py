"""The session as editable slides (PPTX): text, native tables and the forest drawn as shapes; the notes hold the sources.

At most twelve slides to show, and an appendix. The same session gives the same bytes: entries of the file carry the date of
the last search.
"""

from datetime import date, datetime

from pptx.parts.coreprops import CorePropertiesPart

from evidence.club.session import Session
from evidence.downloads.about import in_view
from evidence.downloads.deck_appendix import add_appendix
from evidence.downloads.deck_main import add_main_part
from evidence.downloads.deck_master import master
from evidence.downloads.deck_package import files_of
from evidence.downloads.deck_slides import Deck
from evidence.wording.filters import filters_in_words
from evidence.wording.say import tr
from evidence.writing.zipped import zipped


def deck(session: Session) -> bytes:
    """The slides of a session, in the language of the run; TemplateError where a template of no use was named."""
    made = Deck(master(), _footers(session))
    later = add_main_part(made, session)
    add_appendix(made, session, later)
    slides = made.master.opened()
    made.fill(slides)
    _properties(slides.core_properties, session)
    return zipped(files_of(slides), date.fromisoformat(session.view.pack.dataset["last_search"]))


def _footers(session: Session) -> tuple[str, ...]:
    """What may stand at the foot, the fullest first; where the filters have no room it says where they stand."""
    view = session.view
    title = view.pack.dataset["title"]
    what = session.title if session.study_id else in_view(view)
    data, filters = tr("data {version}", version=view.pack.version), filters_in_words(view.selection)
    short = tr("filters: see Sources")
    texts = (
        (title, data, what, filters),
        (data, what, filters),
        (title, data, what, short),
        (data, what, short),
        (data, short),
    )
    return tuple(" \u00b7 ".join(each) for each in texts)


def _properties(properties: CorePropertiesPart, session: Session) -> None:
    dataset = session.view.pack.dataset
    day = datetime.fromisoformat(dataset["last_search"])
    properties.title, properties.author, properties.last_modified_by = session.title, dataset["curators"][:255], ""
    properties.created = properties.modified = day
    properties.subject = dataset["question"][:255]
    properties.revision = 1
