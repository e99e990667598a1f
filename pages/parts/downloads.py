"""The download bar: each file is built when it is asked for, from the evidence in view.

The files of the shipped pack have plain addresses. A pack of the reader's own is known to this session alone, so its files
are handed out by buttons.
"""

from functools import partial

import streamlit as st

from evidence.addresses import asked_at, export_link
from evidence.downloads.exports import export, export_name
from evidence.facts.view import View
from evidence.wording.html import render
from evidence.wording.language import N_
from evidence.wording.say import count, tr
from pages.parts.opening import OWN_PACK
from pages.parts.serve.paper import offered

OTHERS = {
    "xlsx": N_("Excel"),
    "csv-semicolon": N_("CSV for Excel in languages with a decimal comma"),
    "ris": N_("RIS"),
    "bib": N_("BibTeX"),
    "r": N_("R script"),
    "pptx": N_("Slides"),
    "html": N_("Hand-out"),
    "svg": N_("Figure (SVG)"),
    "pdf": N_("Figure (PDF)"),
    "png": N_("Figure (PNG)"),
    "zip": N_("Everything (ZIP)"),
}
CONVERTED = {"handout-pdf": N_("Hand-out (PDF)"), "slides-pdf": N_("Slides (PDF)")}
"""What takes some seconds, and is offered where another program can make it; where it cannot, its page says so in words."""
WHICH_TABLE = N_(
    "Which table to take: Excel in any language; CSV for programs and where 1.5 is written; the other CSV where 1,5 is."
)


def draw_downloads(view: View) -> None:
    """Draw what saves the table and the other formats; what is saved is exactly what is in view."""
    studies = count("study", "studies", len(view.study_ids))
    if OWN_PACK not in st.session_state:
        others = [(label, export_link(kind, view.selection)) for kind, label in OTHERS.items()]
        slow = [(CONVERTED[kind], export_link(kind, view.selection)) for kind in offered() if kind in CONVERTED]
        table = export_link("csv", view.selection)
        st.html(render("downloads.html", studies=studies, table=table, others=others, slow=slow, which=WHICH_TABLE))
        return
    with st.container(key="downloads", horizontal=True):
        _button(tr("Download {studies} (CSV)", studies=studies), "csv", view)
        for kind, label in OTHERS.items():
            _button(tr(label), kind, view)
    st.html(f"<p>{tr(WHICH_TABLE)}</p>")


def _content(view: View, kind: str) -> bytes:
    """The bytes of a file from an own table, made in a thread of its own."""
    with asked_at(None):
        return export(view, kind).content


def _button(label: str, kind: str, view: View) -> None:
    name, mime = export_name(view, kind)
    st.download_button(
        label,
        data=partial(_content, view, kind),
        file_name=name,
        mime=mime,
        on_click="ignore",
        key=f"download_{kind}",
        type="primary" if kind == "csv" else "secondary",
    )
