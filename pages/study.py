"""What exactly did this study do and find, how far can it be trusted, and where was each number read?"""

import streamlit as st

from evidence.study.order import neighbours, study_choices
from evidence.study.page import all_readings, study_page
from evidence.versions.marks import marks_of
from evidence.versions.since import since_the_version_before
from evidence.wording.changes import study_changes_html
from evidence.wording.html import render
from evidence.wording.say import tr
from pages.parts.frame import evidence_in_view
from pages.parts.text import literal

view = evidence_in_view()
citations = {each.study_id: each.citation for each in view.pack.rows.studies}
asked = st.query_params.get("study", "")


def open_study(study_id: str) -> None:
    """Put the study into the address; the page follows it."""
    st.query_params["study"] = study_id


def step_button(label: str, study_id: str | None, arrow: str) -> None:
    """A button to a neighbour, also reached by an arrow key."""
    text = f"{label}: {citations[study_id]}" if study_id else label
    st.button(
        literal(text), key=f"step_{arrow}", shortcut=arrow, on_click=open_study, args=(study_id,), disabled=study_id is None
    )


if asked not in citations:
    lead = [tr("Choose one of the studies in view.")]
    offered = view.study_rows
    if asked:
        lead = [tr("The link names the study '{id}', which this data does not have. It has these:", id=asked)]
        offered = view.pack.rows.studies
    st.html(render("page_head.html", title=tr("One study in full"), lead=lead))
    st.html(render("study_chooser.html", studies=study_choices(offered, view)))
    st.stop()

page = study_page(asked, view)
before, after = neighbours(asked, view)
with st.container(key="study_steps", horizontal=True, horizontal_alignment="distribute"):
    step_button(tr("Previous"), before, "Left")
    step_button(tr("Next"), after, "Right")
st.html(render("study_head.html", page=page))
mark, before_now = marks_of(view.pack).studies.get(asked), since_the_version_before(view.pack)
if mark is not None and before_now is not None:
    st.html(study_changes_html(before_now, asked, mark))
st.html(render("study_facts.html", page=page))
st.html(render("study_results.html", page=page))
left, right = st.columns([0.6, 0.4], gap="large")
left.html(render("study_quality.html", page=page))
right.html(render("study_bears.html", page=page))
readings = all_readings(asked, view)
if readings:
    st.html(render("readings.html", readings=readings))
