"""Where is evidence, and where is none?"""

import streamlit as st

from evidence.evidence_map import SIDES, evidence_map
from evidence.html import render
from evidence.words import tr
from pages.parts.asked import complain_about
from pages.parts.frame import evidence_in_view

view = evidence_in_view()
labels = {"compound": tr("Compound"), "condition": tr("Condition")}

lead = [
    tr("How many studies there are of each kind. An empty cell is a gap in what was found; a number leads to the board with just these studies."),
]
st.html(render("page_head.html", title=tr("Evidence map"), lead=lead))
complain_about("side", SIDES)
side = st.segmented_control(
    tr("Design against"),
    SIDES,
    default="compound",
    required=True,
    key="side",
    bind="query-params",
    format_func=labels.__getitem__,
)
chart = evidence_map(view.pack, view.selection, side)
st.html(
    render(
        "evidence_map.html",
        chart=chart,
        side=labels[side],
        heading=tr("Studies by design and {side}", side=labels[side].lower()),
    )
)
st.html(
    f"<p>{tr('{empty} of {all} combinations have no study.', empty=chart.empty_cells, all=len(chart.rows) * len(chart.designs))}</p>"
)
