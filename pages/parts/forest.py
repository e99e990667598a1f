"""One forest panel on a page: figure, what it can be held against, pooled result or the reasons against one, text twin."""

import streamlit as st

from evidence.figure import figure_alt, forest_figure
from evidence.forest_row import Forest
from evidence.html import render
from evidence.listing import text_twin
from evidence.palette import palette
from evidence.panel import panel_of, removed_sentence
from evidence.view import View
from evidence.words import tr
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


def draw_forest(forest: Forest, view: View) -> None:
    """Draw the panel; nothing when it has no rows."""
    if not forest.rows:
        return
    panel = panel_of(forest, view)
    st.html(f"<h2>{tr(TITLES[forest.panel])}</h2>")
    with st.container(key=f"figure_{forest.panel}"):
        st.plotly_chart(
            forest_figure(forest, palette(theme()), panel.against, panel.pooled, panel.unfiltered),
            key=f"chart_{forest.panel}",
            theme=None,
            config=TOOLBAR,
            alt=figure_alt(forest),
            on_select=lambda: _open_study(forest.panel),
            selection_mode="points",
        )
    with st.container(key=f"twin_narrow_{forest.panel}"):
        st.html(text_twin(forest, view))
    st.html(render("under_figure.html", panel=panel, forest=forest, removed=removed_sentence(panel)))
    with st.container(key=f"twin_wide_{forest.panel}"), st.expander(tr("The figure in words")):
        st.html(text_twin(forest, view))


def _open_study(panel: str) -> None:
    points = st.session_state[f"chart_{panel}"]["selection"]["points"]
    chosen = [point["customdata"] for point in points if point.get("customdata")]
    if chosen:
        st.session_state["study to open"] = chosen[0] if isinstance(chosen[0], str) else chosen[0][0]
