"""In what do two or three studies differ, and what did each find on the same scale?"""

import streamlit as st

from evidence.drawings.comparison import comparison_choice, comparison_table
from evidence.study.compared import read_compared
from evidence.study.comparison import comparison_of
from evidence.wording.html import render
from evidence.wording.say import say, tr
from pages.parts.frame import evidence_in_view
from pages.parts.opened import is_open, toggled
from pages.parts.text import literal

CHOICE = "choice"
"""The name of the list to choose from in the address, among the parts that are open."""

view = evidence_in_view()
asked = read_compared(st.query_params.get_all("compare"), view.pack)
for complaint in asked.complaints:
    st.warning(literal(say(complaint)), icon=":material/link_off:")

if not asked.are_enough:
    lead = [tr("Two or three studies side by side: design, people, dose, results, risk of bias, flags.")]
    head = render("page_head.html", title=tr("Compare studies"), lead=lead)
    st.set_page_config(page_title=f"{tr('Compare studies')} \u00b7 {view.pack.dataset['title']}")
    st.html(head + comparison_choice(asked.study_ids, view))
    st.stop()

comparison = comparison_of(asked.study_ids, view)
names = tr("{studies:list} side by side", studies=comparison.names)
st.set_page_config(page_title=f"{names} \u00b7 {view.pack.dataset['title']}")
others = render("fold.html", label=tr("Compare other studies"), href=toggled(CHOICE), open=is_open(CHOICE))
choice = comparison_choice(asked.study_ids, view) if is_open(CHOICE) else ""
st.html(comparison_table(comparison, view) + others + choice)
