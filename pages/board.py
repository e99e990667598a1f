"""What does the evidence say, how sure are we, what do guidelines say?"""

import streamlit as st

from evidence.drawings.listing import study_table
from evidence.facts.bottom_line import bottom_line
from evidence.facts.guidance import positions_of
from evidence.forest.rows import ASSOCIATION, TREATMENT, forest_rows
from evidence.wording.html import render
from evidence.wording.words import tr
from pages.parts.address import clear_filters, grouped
from pages.parts.downloads import draw_downloads
from pages.parts.forest import STUDY_TO_OPEN, draw_forest
from pages.parts.frame import evidence_in_view, today

view = evidence_in_view()
if study := st.session_state.pop(STUDY_TO_OPEN, ""):
    st.switch_page("pages/study.py", query_params=grouped([("study", study), *view.selection.query()]))

st.html(render("bottom_line.html", line=bottom_line(view.pack)))

with st.container(key="side_by_side"):
    left, right = st.columns([0.75, 0.25], gap="medium")

with left.container(key="forest_panel", border=True):
    if view.studies.empty:
        st.html(render("empty.html", hidden=view.hidden_count))
        st.button(tr("Clear filters"), key="clear_on_board", on_click=clear_filters, args=(view.pack,))
    else:
        draw_forest(forest_rows(view, TREATMENT), view)
        draw_forest(forest_rows(view, ASSOCIATION), view)

with right.container(key="ledger_panel", border=True):
    st.html(
        render(
            "ledger.html",
            positions=positions_of(view.pack, today()),
            unread=("not read", "out of scope"),
        )
    )

st.html(f"<h2>{tr('Studies in view')}</h2>")
st.html(study_table(view))
draw_downloads(view)
