"""The download bar: each file is built when it is asked for, from the evidence in view."""

import streamlit as st

from evidence.downloads.exports import export, export_name
from evidence.facts.view import View
from evidence.wording.words import count, tr

FORMATS = {
    "xlsx": "Excel",
    "ris": "RIS",
    "bib": "BibTeX",
    "r": "R script",
    "pptx": "Slides",
    "html": "Hand-out",
    "zip": "Everything (ZIP)",
}


def draw_downloads(view: View) -> None:
    """Draw one button a format; what is saved is exactly what is in view."""
    with st.container(key="downloads", horizontal=True):
        studies = count("study", "studies", len(view.studies))
        _button(tr("Download {studies} (CSV)", studies=studies), "csv", view, "primary")
        for kind, label in FORMATS.items():
            _button(tr(label), kind, view, "secondary")


def _button(label: str, kind: str, view: View, look: str) -> None:
    name, mime = export_name(view, kind)
    st.download_button(
        label,
        data=lambda: export(view, kind).content,
        file_name=name,
        mime=mime,
        on_click="ignore",
        key=f"download_{kind}",
        type=look,
    )
