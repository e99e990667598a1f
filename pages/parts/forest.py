"""One forest panel on a page: figure, pooled result or the reasons against one, what it can be held against, text twin."""

import streamlit as st

from evidence.drawings.funnel import funnel_figure
from evidence.drawings.listing import text_twin
from evidence.drawings.palette import palette
from evidence.drawings.plot import figure_alt, forest_figure
from evidence.facts.view import View
from evidence.forest.panel import Panel, panel_of, pooled_words, removed_sentence
from evidence.forest.row import Forest
from evidence.vocabulary.tools import DOMAINS
from evidence.wording.html import render
from evidence.wording.words import tr
from pages.parts.style import theme

TITLES = {"treatment": "What the studies found", "association": "Associations, not effects of treatment"}
TOOLBAR = {
    "displaylogo": False,
    "modeBarButtonsToRemove": [
        "zoom2d",
        "pan2d",
        "select2d",
        "lasso2d",
        "zoomIn2d",
        "zoomOut2d",
        "autoScale2d",
        "resetScale2d",
    ],
    "toImageButtonOptions": {"format": "svg", "filename": "forest"},
}
STUDY_TO_OPEN = "study to open"


def draw_forest(forest: Forest, view: View) -> None:
    """Draw the panel; nothing when it has no rows."""
    if not forest.rows:
        return
    panel = panel_of(forest, view)
    twin = text_twin(forest, view)
    st.html(f"<h2>{tr(TITLES[forest.panel])}</h2>")
    with st.container(key=f"figure_{forest.panel}"):
        st.plotly_chart(
            forest_figure(forest, palette(theme()), panel.against, panel.pooled, panel.unfiltered),
            key=f"chart_{forest.panel}",
            theme=None,
            config=TOOLBAR,
            alt=figure_alt(forest),
            on_select=lambda: _remember_study(forest.panel),
            selection_mode="points",
        )
    with st.container(key=f"twin_narrow_{forest.panel}"):
        st.html(twin)
    if panel.pooled is not None:
        _draw_pooled(panel, view)
    st.html(render("under_figure.html", panel=panel, forest=forest, removed=removed_sentence(panel), tools=DOMAINS))
    with st.container(key=f"twin_wide_{forest.panel}"), st.expander(tr("The figure in words")):
        st.html(twin)


def _draw_pooled(panel: Panel, view: View) -> None:
    if panel.pooled is None:
        return
    words = pooled_words(panel.pooled, view)
    st.html(render("pooled.html", words=words, pooled=panel.pooled, removed=removed_sentence(panel)))
    if words.funnel is not None:
        with st.expander(tr("Funnel plot: do small studies show larger effects?")):
            st.plotly_chart(
                funnel_figure(words.funnel, panel.pooled, palette(theme())),
                key="funnel",
                theme=None,
                config=TOOLBAR,
                alt=tr("Funnel plot of {k} results. {egger}", k=panel.pooled.k, egger=words.small_studies),
            )


def _remember_study(panel: str) -> None:
    """Keep the study whose row was clicked; the board opens its page in the same run."""
    points = st.session_state[f"chart_{panel}"]["selection"]["points"]
    chosen = [point["customdata"] for point in points if point.get("customdata")]
    if chosen:
        st.session_state[STUDY_TO_OPEN] = chosen[0] if isinstance(chosen[0], str) else chosen[0][0]
