"""The download bar: each file is built when it is asked for, from the evidence in view.

What is rarely asked for stands in a menu whose content is only sent when it is opened.
"""

from typing import Literal

import streamlit as st

from evidence.downloads.exports import export, export_name
from evidence.facts.view import View
from evidence.wording.language import N_
from evidence.wording.say import count, tr

OTHERS = {
    "xlsx": N_("Excel"),
    "ris": N_("RIS"),
    "bib": N_("BibTeX"),
    "r": N_("R script"),
    "pptx": N_("Slides"),
    "html": N_("Hand-out"),
    "zip": N_("Everything (ZIP)"),
}


def draw_downloads(view: View) -> None:
    """Draw a button for the table and a menu of the other formats; what is saved is exactly what is in view."""
    with st.container(key="downloads", horizontal=True):
        studies = count("study", "studies", len(view.studies))
        _button(tr("Download {studies} (CSV)", studies=studies), "csv", view, "primary")
        _draw_others(view)


@st.fragment
def _draw_others(view: View) -> None:
    with st.popover(tr("Other formats"), key="download_others", on_change="rerun") as menu:
        if menu.open:
            for kind, label in OTHERS.items():
                _button(tr(label), kind, view, "secondary")


def _button(label: str, kind: str, view: View, look: Literal["primary", "secondary"]) -> None:
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
