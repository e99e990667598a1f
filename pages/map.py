"""Where is evidence, and where is none?"""

import streamlit as st

from evidence.facts.evidence_map import SIDES, evidence_map
from evidence.wording.html import render
from evidence.wording.say import tr
from pages.parts.asked import asked_for, keep_in_link
from pages.parts.frame import evidence_in_view
from pages.parts.titles import MAPS

view = evidence_in_view()
labels = {"compound": tr("Compound"), "condition": tr("Condition")}

lead = [
    tr("How many studies of each kind were found. An empty cell is a gap."),
    tr("A number leads to the board with just these studies."),
]
st.html(render("page_head.html", title=tr("Evidence map"), lead=lead))
st.session_state["side"] = asked_for("side", SIDES, "compound")
side: str = st.session_state["side"]
st.segmented_control(
    tr("Design against"),
    SIDES,
    required=True,
    key="side",
    format_func=labels.__getitem__,
    on_change=keep_in_link,
    args=("side", "compound"),
)
chart = evidence_map(view.pack, view.selection, side)
st.html(
    render(
        "evidence_map.html",
        chart=chart,
        side=labels[side],
        heading=tr(MAPS[side]),
    )
)
combinations = len(chart.rows) * len(chart.designs)
words = tr("{empty:whole} of {all:whole} combinations have no study.", empty=chart.empty_cells, all=combinations)
st.html(f"<p>{words}</p>")
