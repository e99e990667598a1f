"""A consumer article, claim by claim: what it says, how that stands against the evidence, and why."""

import streamlit as st

from evidence.addresses import page_link
from evidence.claims.claims import SYMBOLS, by_section, chosen_claims, omissions, read_claims, verdict_counts
from evidence.wording.html import render
from evidence.wording.say import count, term, tr
from pages.parts.asked import all_asked_for, asked_for, keep_in_link
from pages.parts.frame import evidence_in_view

view = evidence_in_view()
headings = (tr("The article says"), tr("Verdict"), tr("Why"), tr("Relevant evidence"))

lead = [
    tr("We paraphrase a consumer article and check each claim against the evidence."),
    tr("Unverifiable means that nothing was found to judge it by, not that it is wrong."),
]
st.html(render("page_head.html", title=tr("The article, claim by claim"), lead=lead))
if not view.pack.has("claims"):
    st.html(f"<p class='empty'>{tr('This data has no claims table.')}</p>")
    st.stop()

claims = read_claims(view.pack, view.selection)
made = [each for section in by_section(claims).values() for each in section]
counted = [(verdict, n, SYMBOLS[verdict]) for verdict, n in verdict_counts(made).items()]
st.html(render("verdict_strip.html", counts=counted))

asked = {each.claim_id: each for each in claims}.get(asked_for("claim", [each.claim_id for each in claims]))
if asked:
    st.html(f"<h2>{tr('The claim you asked for')}</h2>" + render("claim_card.html", each=asked, chosen=True))
    st.html(render("claim_back.html", href=page_link("claims", view.selection)))

stories = [each for each in made if each.story]
apart = [each for each in made if each.parts_from_evidence and not each.story]
if not asked and (stories or apart):
    st.html(f"<h2>{tr('Where the article and the evidence disagree')}</h2>")
    st.html("".join(render("claim_card.html", each=each, chosen=False) for each in stories))
    st.html(render("claims_apart.html", claims=apart))

st.session_state["verdict"] = all_asked_for("verdict", [verdict for verdict, _, _ in counted])
st.session_state["core"] = asked_for("core", ["yes"]) == "yes"
with st.container(key="claim_filters", horizontal=True, vertical_alignment="bottom"):
    verdicts = st.pills(
        tr("Verdict"),
        [verdict for verdict, _, _ in counted],
        selection_mode="multi",
        key="verdict",
        format_func=lambda verdict: f"{SYMBOLS[verdict]} {term(verdict)}",
        on_change=keep_in_link,
        args=("verdict",),
    )
    core = st.toggle(tr("Core claims only"), key="core", on_change=keep_in_link, args=("core",))
shown = chosen_claims(made, verdicts, core)
total = count("claim", "claims", len(made))
st.html(f"<p class='count' data-told>{tr('{shown} of {total}', shown=len(shown), total=total)}</p>")
for section, rows in by_section(shown).items():
    st.html(render("claim_table.html", heading=section, headings=headings, claims=rows))
if not shown:
    st.html(f"<p class='empty'>{tr('No claim has these verdicts.')}</p>")

left_out = omissions(claims)
if left_out:
    st.html(render("claim_table.html", heading=tr("What the article leaves out"), headings=headings, claims=left_out))
