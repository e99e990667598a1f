"""What does every body say, does it still stand, and what could it have known?"""

import streamlit as st

from evidence.drawings.palette import palette
from evidence.drawings.timeline import timeline_alt, timeline_figure
from evidence.facts.bottom_line import guidelines_say
from evidence.guidelines.ledger import document_names, ledger_rows, read_and_unread
from evidence.guidelines.timeline import could_have_known, timeline, year_rows
from evidence.versions.marks import marks_of
from evidence.vocabulary.fact import fact
from evidence.wording.html import render
from evidence.wording.say import say, tr
from pages.parts.asked import asked_for, keep_in_link
from pages.parts.figure import unchecked
from pages.parts.frame import evidence_in_view, today
from pages.parts.style import theme
from pages.parts.text import told_apart

TOOLBAR = {
    "displaylogo": False,
    "modeBarButtons": [["toImage"]],
    "toImageButtonOptions": {"format": "svg", "filename": "guidelines"},
}

view = evidence_in_view()

lead = [
    tr("We record a position only where we have read the text."),
    tr("Not addressed, out of scope and not read are three different things."),
]
st.html(render("page_head.html", title=tr("What guidelines say"), lead=lead))
if not view.pack.has("guidelines"):
    st.html(f"<p class='empty'>{tr('This data has no guidelines table.')}</p>")
    st.stop()

names = told_apart({each: say(name) for each, name in document_names(view).items()})
line = timeline(view, today())

st.session_state["guideline"] = asked_for("guideline", names) or None
read, rest = read_and_unread(ledger_rows(view, today()))
groups = [(fact("documents read", n=len(read)), read), (fact("documents not read", n=len(rest)), rest)]
st.html(
    render(
        "guideline_list.html",
        said=guidelines_say(view.pack),
        groups=groups,
        chosen=st.session_state["guideline"],
        marks=marks_of(view.pack).guidelines,
    )
)

st.html(f"<h2>{tr('Which evidence was available when each was written?')}</h2>")
chosen = st.selectbox(
    tr("Choose a guideline"),
    list(names),
    index=None,
    key="guideline",
    format_func=names.__getitem__,
    placeholder=tr("No document chosen"),
    on_change=keep_in_link,
    args=("guideline",),
    width=420,
)
document = next((each for each in line.documents if each.guideline_id == chosen), None)
with st.container(key="timeline_figure"):
    st.plotly_chart(
        unchecked(timeline_figure(line, palette(theme()), document)),
        key="timeline",
        theme=None,
        config=TOOLBAR,
        alt=timeline_alt(line),
    )
st.html(render("timeline_notes.html", line=line))
if document:
    parts = could_have_known(document, line.publications)
    st.html(render("seen_from.html", name=names[document.guideline_id], document=document, parts=parts))
with st.expander(tr("The time axis in words")):
    st.html(render("year_table.html", rows=year_rows(line)))
