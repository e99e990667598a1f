"""What does the evidence say, how sure are we, what do guidelines say?"""

import streamlit as st

from evidence.addresses import export_link
from evidence.drawings.findings import findings_table
from evidence.drawings.first_screen import first_screen
from evidence.drawings.studies import study_table
from evidence.facts.bottom_line import guidelines_say
from evidence.facts.consultation import consultation
from evidence.facts.guidance import positions_of
from evidence.facts.selection import Selection
from evidence.forest.rows import ASSOCIATION, TREATMENT
from evidence.wording.html import render
from evidence.wording.say import tr
from pages.parts.address import clear_link
from pages.parts.downloads import draw_downloads
from pages.parts.filter_chips import draw_filters_in_force
from pages.parts.forest import draw_forest
from pages.parts.frame import evidence_in_view, today
from pages.parts.narrow import FINDINGS, findings_fold, on_this_page
from pages.parts.opened import is_open, toggled
from pages.parts.opening import is_own_pack
from pages.parts.sorting import order_asked, sorted_link

TABLE = "table"
"""The name of the study table in the address, among the parts that are open."""

view = evidence_in_view()
pack = view.pack

st.html(first_screen(view, today()) + on_this_page(pack))

side_by_side = st.container(key="side_by_side", horizontal=True)
with side_by_side.container(key="forest_panel", border=True):
    draw_filters_in_force(view)
    if not view.study_ids:
        st.html(render("empty.html", hidden=view.hidden_count, clear=clear_link()))
    if view.study_ids:
        treated = draw_forest(TREATMENT, view)
        draw_forest(ASSOCIATION, view, after=treated)
    if pack.rows.certainty:
        st.html(findings_table(pack, is_open(FINDINGS)))
        st.html(findings_fold(pack))

with side_by_side.container(key="ledger_panel", border=True):
    if pack.rows.consultation:
        paper = "" if is_own_pack() else export_link("consultation", Selection())
        st.html(render("consultation.html", groups=consultation(pack), paper=paper))
    st.html(render("ledger.html", positions=positions_of(pack, today()), said=guidelines_say(pack)) + render("to_top.html"))

fold = render("fold.html", label=tr("Studies in view, as a table"), href=toggled(TABLE), open=is_open(TABLE))
order = order_asked()
st.html(fold + study_table(view, order, sorted_link) if is_open(TABLE) else fold)
draw_downloads(view)
