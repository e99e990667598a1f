"""How was this made, what does every column mean, what can be taken away, and does your own table fit?"""

import streamlit as st

from evidence.wording.glossary import glossary_html
from evidence.wording.html import render
from evidence.wording.say import tr
from pages.parts.asked import asked_for, keep_in_link
from pages.parts.data_parts import draw_changes, draw_codebook, draw_method, draw_tables, draw_validation
from pages.parts.frame import evidence_in_view
from pages.parts.opening import pack_folder
from pages.parts.own_table import draw_own_table
from pages.parts.titles import PARTS
from pages.parts.wanted import draw_wanted

view = evidence_in_view()

lead = [tr("How the evidence was collected, what each column means, and what may be done with it.")]
st.html(render("page_head.html", title=tr("Data and method"), lead=lead))
st.session_state["part"] = asked_for("part", PARTS, "method")
chosen = st.segmented_control(
    tr("Part"),
    list(PARTS),
    required=True,
    key="part",
    format_func=lambda each: tr(PARTS[each]),
    on_change=keep_in_link,
    args=("part", "method"),
)
part = chosen or "method"
st.html(f"<h2>{tr(PARTS[part])}</h2>")
if part == "method":
    draw_method(view, pack_folder())
elif part == "glossary":
    st.html(glossary_html(view.pack))
elif part == "codebook":
    draw_codebook(view)
elif part == "tables":
    draw_tables(view)
elif part == "checks":
    draw_validation(view)
elif part == "changes":
    draw_changes(view, pack_folder())
elif part == "wanted":
    draw_wanted(view)
else:
    draw_own_table(view.pack)
