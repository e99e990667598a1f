"""One forest panel on a page: the table with the Plotly column over it, the pooled result or the reasons against one."""

import streamlit as st

from evidence.drawings.funnel import funnel_figure
from evidence.drawings.palette import palette
from evidence.drawings.plot import forest_plot
from evidence.drawings.table import forest_table
from evidence.facts.view import View
from evidence.forest.layout import layout_of
from evidence.forest.panel import Panel, panel_of
from evidence.forest.rows import ASSOCIATION, TREATMENT, Forest
from evidence.vocabulary.tools import DOMAINS
from evidence.wording.forest import not_drawn, pooled_words, removed
from evidence.wording.html import render
from evidence.wording.language import N_
from evidence.wording.say import say, tr
from pages.parts.figure import unchecked
from pages.parts.style import theme

TITLES = {TREATMENT: N_("What the studies found"), ASSOCIATION: N_("Associations, not effects of treatment")}
BARE = {"displayModeBar": False, "responsive": True}
ROWS = "rows"
"""The parameter of the address that opens folded groups ("all") or turns to a page of rows (its number)."""


def draw_forest(forest: Forest, view: View) -> None:
    """Draw the panel; nothing when it has no rows and nobody is left out of it."""
    if not forest.rows:
        if forest.not_drawn:
            st.html(render("not_drawn.html", not_drawn=not_drawn(forest.not_drawn)))
        return
    panel = panel_of(forest, view)
    asked = st.query_params.get(ROWS, "")
    layout = layout_of(forest, panel, unfold=asked == "all", page=int(asked) if asked.isdecimal() and len(asked) < 6 else 1)
    with st.container(key=f"forest_{forest.panel}"):
        st.html(f"<h2>{tr(TITLES[forest.panel])}</h2>" + forest_table(forest, layout, view))
        if forest.drawn:
            st.plotly_chart(
                unchecked(forest_plot(layout, palette(theme()))),
                key=f"plot_{forest.panel}",
                theme=None,
                config=BARE,
                alt=tr("Intervals of the table beside it, drawn on one axis."),
            )
    if panel.pooled is not None:
        _draw_pooled(panel, view)
    st.html(
        render(
            "under_figure.html",
            panel=panel,
            not_drawn=not_drawn(forest.not_drawn),
            removed=removed(panel),
            tools=_tools(forest),
        )
    )


def _tools(forest: Forest) -> dict[str, tuple[str, ...]]:
    """The appraisal tools of the rows with their domains."""
    used = {row.record.marks.tool for row in forest.rows}
    return {tool: domains for tool, domains in DOMAINS.items() if tool in used}


def _draw_pooled(panel: Panel, view: View) -> None:
    if panel.pooled is None:
        return
    words = pooled_words(panel.pooled, view.pack)
    st.html(render("pooled.html", words=words, pooled=panel.pooled, removed=removed(panel)))
    if words.funnel is not None:
        funnel = st.expander(tr("Funnel plot: do small studies show larger effects?"), key="funnel_open", on_change="rerun")
        if funnel.open:
            funnel.plotly_chart(
                funnel_figure(words.funnel, panel.pooled, palette(theme())),
                key="funnel",
                theme=None,
                config=BARE,
                alt=tr("Funnel plot of {k:whole} results. {egger}", k=panel.pooled.k, egger=say(words.small_studies)),
            )
