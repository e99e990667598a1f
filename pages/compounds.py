"""What must a prescriber keep in mind, which doses were really given, and how do they compare with the limits?"""

import streamlit as st

from evidence.doses.converter import ELEMENT, SALT, conversions
from evidence.doses.lanes import dose_lanes, has_shares
from evidence.doses.safety import safety_parts
from evidence.doses.statements import CAUTIONS, LIMITS, bioavailability, statements
from evidence.facts.doses import has_doses
from evidence.wording.html import render
from evidence.wording.say import tr
from pages.parts.frame import evidence_in_view

view = evidence_in_view()
pack = view.pack
told, parts = has_doses(pack), safety_parts(pack)
limits, cautions, uptake = statements(pack, LIMITS), statements(pack, CAUTIONS), bioavailability(pack)

lead = [tr("This page describes what was studied and what authorities say. It is not advice on a dose.")]
if told:
    lead.insert(
        0,
        tr(
            "Labels and studies print the weight of the salt or of the element, and do not always say which. "
            "Here every dose is the element."
        ),
    )
if parts:
    lead.append(
        tr(
            "Each row is one source; sources that disagree stand side by side. "
            "What was not named or not found tells of the search, and is no sign of safety."
        )
    )
st.html(render("page_head.html", title=tr("Doses and safety"), lead=lead))
if not (told or limits or cautions or uptake or parts):
    st.html(f"<p class='empty'>{tr('This data tells no doses, no limits and no cautions.')}</p>")
    st.stop()

others = {
    "lanes": (told, tr("Doses in studies")),
    "limits": (told or limits, tr("Limits")),
    "converter": (told, tr("From salt to element and back")),
    "cautions": (cautions, tr("Interactions, contraindications and adverse effects")),
    "uptake": (uptake, tr("Uptake")),
}
if parts:
    after = [(anchor, heading) for anchor, (there, heading) in others.items() if there]
    st.html(render("jumps.html", parts=parts, after=after))
    st.html(render("safety.html", parts=parts))

if told:
    with st.container(key="doses_and_limits"):
        left, right = st.columns([0.68, 0.32], gap="large")
    left.html(render("dose_lanes.html", drawing=dose_lanes(view)))
else:
    right = st.container(key="limits_alone")
if told or limits:
    with right:
        st.html(f"<h2 id='limits'>{tr('Limits, and what they apply to')}</h2>")
        st.html(render("statements.html", groups=limits) if limits else f"<p>{tr('This data has no limits.')}</p>")

if told:
    st.html(f"<h2 id='converter' tabindex='-1'>{tr('From salt to element and back')}</h2>")
if has_shares(pack):
    with st.container(key="converter", horizontal=True, vertical_alignment="bottom"):
        mg = st.number_input(
            tr("Amount in mg"), min_value=0.0, max_value=1e6, value=250.0, step=10.0, format="%g", key="mg", width=220
        )
        words = {ELEMENT: tr("of the element"), SALT: tr("of the salt")}
        choice = st.segmented_control(
            tr("This is the weight"),
            list(words),
            default=ELEMENT,
            required=True,
            key="weighed",
            format_func=words.__getitem__,
        )
    weighed = choice or ELEMENT
    st.html(render("conversions.html", rows=conversions(mg, weighed, pack), weighed=weighed))
elif told:
    st.html(f"<p class='empty'>{tr('This data does not tell the share of an element in its compounds.')}</p>")

if cautions:
    st.html(f"<h2 id='cautions'>{tr('Interactions, contraindications and adverse effects')}</h2>")
    with st.container(key="cautions"):
        st.html(render("statements.html", groups=cautions))
if uptake:
    st.html(f"<h2 id='uptake'>{tr('How well each is taken up')}</h2>" + render("bioavailability.html", compounds=uptake))
