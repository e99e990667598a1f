"""Downloads: one function for the app and the command line, so that both write the same bytes."""

from collections.abc import Callable
from dataclasses import dataclass

from evidence.club.session import session_of
from evidence.downloads.bundle import HANDOUT, SLIDES, bundle
from evidence.downloads.citations import bibtex, ris
from evidence.downloads.consultation_page import consultation_page
from evidence.downloads.deck import deck
from evidence.downloads.download_name import download_name
from evidence.downloads.export_table import table_csv, table_semicolons
from evidence.downloads.export_xlsx import xlsx_bytes
from evidence.downloads.figure_pdf import figure_pdf
from evidence.downloads.figure_png import figure_png
from evidence.downloads.figure_svg import figure_svg
from evidence.downloads.handout import handout
from evidence.downloads.minutes import minutes, minutes_markdown
from evidence.downloads.rscript import r_script
from evidence.facts.view import View


@dataclass(frozen=True)
class Download:
    """A file that leaves the program: a safe name that tells data version and filters, its MIME type, and its bytes."""

    file_name: str
    mime: str
    content: bytes


def slides(view: View) -> bytes:
    """The slides of a session on the evidence in view."""
    return deck(session_of(view))


def page(view: View) -> bytes:
    """The hand-out of a session on the evidence in view."""
    return handout(session_of(view))


def everything(view: View) -> bytes:
    """The ZIP with slides and hand-out, which share one session."""
    session = session_of(view)
    return bundle(view, {SLIDES: deck(session), HANDOUT: handout(session)})


FORMATS: dict[str, tuple[str, str, Callable[[View], bytes]]] = {
    "csv": ("csv", "text/csv", table_csv),
    "csv-semicolon": ("semicolon.csv", "text/csv", table_semicolons),
    "xlsx": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_bytes),
    "ris": ("ris", "application/x-research-info-systems", lambda view: ris(view.studies).encode("utf-8")),
    "bib": ("bib", "application/x-bibtex", lambda view: bibtex(view.studies).encode("utf-8")),
    "r": ("R", "text/plain", lambda view: r_script(view).encode("utf-8")),
    "pptx": (
        "pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        slides,
    ),
    "html": ("html", "text/html", page),
    "svg": ("svg", "image/svg+xml", figure_svg),
    "pdf": ("pdf", "application/pdf", figure_pdf),
    "png": ("png", "image/png", figure_png),
    "consultation": ("consultation.html", "text/html", lambda view: consultation_page(view.pack)),
    "minutes": ("minutes.html", "text/html", lambda view: minutes(session_of(view))),
    "minutes-md": ("minutes.md", "text/markdown", lambda view: minutes_markdown(session_of(view))),
    "zip": ("zip", "application/zip", everything),
}
"""Format: ending of the file name, MIME type, and what makes the bytes of a view."""


def export_name(view: View, kind: str) -> tuple[str, str]:
    """File name and MIME type of a download without making it; ValueError for an unknown format."""
    ending, mime, _ = _format(kind)
    return download_name(view, ending), mime


def export(view: View, kind: str) -> Download:
    """The evidence in view in one of FORMATS; ValueError for an unknown format."""
    name, mime = export_name(view, kind)
    return Download(name, mime, _format(kind)[2](view))


def _format(kind: str) -> tuple[str, str, Callable[[View], bytes]]:
    if kind not in FORMATS:
        raise ValueError(f"'{kind}' is not a format; known: {', '.join(FORMATS)}")
    return FORMATS[kind]
