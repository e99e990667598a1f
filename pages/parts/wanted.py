"""What a reader with access to full texts could add, with lines to fill in."""

import streamlit as st

from evidence.downloads.wanted_csv import wanted_csv
from evidence.facts.view import View
from evidence.facts.wanted import wanted_values
from evidence.wording.html import render
from evidence.wording.say import count, tr


def draw_wanted(view: View) -> None:
    """The list of gaps of the whole pack, whatever the filters, with a download."""
    wanted = wanted_values(view.pack)
    if not wanted:
        st.html(f"<p>{tr('Nothing is missing: every value that matters for the answer was read.')}</p>")
        return
    lead = count(
        "value or document would firm up or change the answer; the first weigh most.",
        "values or documents would firm up or change the answer; the first weigh most.",
        len(wanted),
    )
    st.html(f"<p>{lead} {tr('The filters do not apply here.')}</p>")
    st.download_button(
        tr("Download the list (CSV)"),
        data=lambda: wanted_csv(view.pack),
        file_name="wanted.csv",
        mime="text/csv",
        on_click="ignore",
        key="download_wanted",
    )
    st.html(render("wanted.html", wanted=wanted))
