"""What does the evidence say, how sure are we, what do guidelines say?"""

import streamlit as st

from evidence.drawings.studies import study_table
from evidence.facts.bottom_line import bottom_line
from evidence.facts.guidance import positions_of
from evidence.forest.layout import MANY
from evidence.forest.rows import ASSOCIATION, TREATMENT, forest_of
from evidence.vocabulary.positions import UNREAD
from evidence.wording.html import render
from evidence.wording.say import tr
from pages.parts.address import clear_link
from pages.parts.downloads import draw_downloads
from pages.parts.forest import draw_forest
from pages.parts.frame import evidence_in_view, today

view = evidence_in_view()

st.html(render("bottom_line.html", line=bottom_line(view.pack)))

side_by_side = st.container(key="side_by_side", horizontal=True)
with side_by_side.container(key="forest_panel", border=True):
    if not view.study_ids:
        st.html(render("empty.html", hidden=view.hidden_count, clear=clear_link()))
    for panel in (TREATMENT, ASSOCIATION) if view.study_ids else ():
        draw_forest(forest_of(view, panel), view)

with side_by_side.container(key="ledger_panel", border=True):
    st.html(render("ledger.html", positions=positions_of(view.pack, today()), unread=UNREAD))

heading = tr("Studies in view")
if len(view.study_ids) <= MANY:
    st.html(f"<h2>{heading}</h2>{study_table(view)}")
else:
    whole = st.expander(heading, key="studies", on_change="rerun")
    if whole.open:
        whole.html(study_table(view))
draw_downloads(view)
