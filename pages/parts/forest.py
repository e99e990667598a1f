"""One forest panel on a page: the table with the Plotly column over it, the pooled result or the reasons against one.

What many readers look at is drawn once: the last panels of a pack are kept for each selection, language and theme.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from evidence.addresses import glossary_link
from evidence.drawings.funnel import funnel_figure
from evidence.drawings.palette import palette
from evidence.drawings.plot import forest_plot
from evidence.drawings.table import forest_table
from evidence.facts.selection import Selection
from evidence.facts.view import View
from evidence.facts.view import evidence_in_view as make_view
from evidence.forest.layout import layout_of
from evidence.forest.panel import panel_of
from evidence.forest.rows import ASSOCIATION, TREATMENT, Forest, forest_of
from evidence.packs.pack import Pack
from evidence.packs.remember import at_most
from evidence.statistics.pooling import Pooled
from evidence.versions.marks import marks_of
from evidence.vocabulary.tools import DOMAINS
from evidence.wording.forest import PooledWords, not_drawn, pooled_words, removed
from evidence.wording.html import render
from evidence.wording.language import N_, Language, language
from evidence.wording.say import count, say, tr
from pages.parts.figure import unchecked
from pages.parts.opened import folded_narrow, is_open, toggled
from pages.parts.style import theme

TITLES = {TREATMENT: N_("What the studies found"), ASSOCIATION: N_("Associations, not effects of treatment")}
BARE = {"displayModeBar": False, "responsive": False}
"""Streamlit gives a figure its width, also when the window changes; were it responsive, Plotly would draw each twice."""
ROWS = "rows"
"""The parameter of the address that opens folded groups ("all") or turns to a page of rows (its number)."""
FUNNEL, WITHOUT, COMPARE, CLUB = "funnel", "without", "compare", "club"
"""Parts that may be open: the funnel plot, the results left out in turn, boxes to tick for a comparison, links to a club."""
KEPT = 64


@dataclass(frozen=True)
class Drawn:
    """A panel as it goes to the browser: table, figure over it where something has a number, and what stands below."""

    table: str
    figure: Mapping[str, object] | None
    below: str
    rows: str
    pooled: Pooled | None
    words: PooledWords | None


def draw_forest(name: str, view: View, after: bool = False) -> bool:
    """Draw the panel of that name; nothing when it has no rows and nobody is left out of it. True when it has rows.

    After another panel it is folded on a narrow screen until the address opens it.
    """
    asked = st.query_params.get(ROWS, "")
    page = int(asked) if asked.isdecimal() and len(asked) < 6 else 1
    picking, clubs = name == TREATMENT and is_open(COMPARE), is_open(CLUB)
    drawn = drawn_forest(view.pack, view.selection, name, asked == "all", page, language(), theme(), picking, clubs)
    folds = after and bool(drawn.table)
    below = folded_narrow(drawn.below, name) if folds else drawn.below
    if name == TREATMENT and drawn.table:
        below = render("fold.html", label=tr("Compare studies"), href=toggled(COMPARE), open=picking) + below
    if drawn.table and not after:
        below = render("fold.html", label=tr("Journal club on one study"), href=toggled(CLUB), open=clubs) + below
    if drawn.table:
        with st.container(key=f"forest_{name}"):
            heading = f"<h2{'' if after else ' id=forest'}>{tr(TITLES[name])}</h2>"
            st.html(heading + (_fold(drawn, name) if folds else drawn.table))
            if drawn.figure is not None:
                alt = tr("Intervals of the table beside it, drawn on one axis.")
                st.plotly_chart(unchecked(drawn.figure), key=f"plot_{name}", theme=None, config=BARE, alt=alt)
    below += _folds(drawn.words) if drawn.words is not None else ""
    if below:
        st.html(below)
        _draw_funnel(drawn)
    return bool(drawn.table)


def _folds(words: PooledWords) -> str:
    """What else there is about a pooled result, each part drawn when it is opened."""
    found = ""
    if words.leave_one_out:
        label = tr("Without each result in turn")
        found += render("fold.html", label=label, href=toggled(WITHOUT), open=is_open(WITHOUT))
        found += render("leave_one_out.html", without=words.leave_one_out) if is_open(WITHOUT) else ""
    if words.funnel is not None:
        label = tr("Funnel plot: do small studies show larger effects?")
        found += render("fold.html", label=label, href=toggled(FUNNEL), open=is_open(FUNNEL))
    return found


def _fold(drawn: Drawn, name: str) -> str:
    """The table under a heading that says how many rows it has, and opens it where the screen is narrow."""
    fold = render("fold.html", label=drawn.rows, href=toggled(name), open=is_open(name), narrow=True)
    return fold + folded_narrow(drawn.table, name)


@at_most(KEPT)
def drawn_forest(
    pack: Pack,
    selection: Selection,
    name: str,
    unfold: bool,
    page: int,
    spoken: Language,
    colours: str,
    picking: bool,
    clubs: bool,
) -> Drawn:
    """The panel of a selection; the language is that of the run, and is named because the answer is kept.

    picking: with boxes to tick for a comparison; clubs: with links to a journal club on each study.
    """
    view = make_view(pack, selection)
    forest = forest_of(view, name)
    left_out = not_drawn(forest.not_drawn)
    if not forest.rows:
        return Drawn("", None, render("not_drawn.html", not_drawn=left_out) if left_out else "", "", None, None)
    panel = panel_of(forest, view)
    layout = layout_of(forest, panel, unfold=unfold, page=page, since=marks_of(pack).rows)
    said, terms = removed(panel), glossary_link(selection)
    words = None if panel.pooled is None else pooled_words(panel.pooled, pack)
    pooled = ""
    if words is not None:
        pooled = render("pooled.html", words=words, pooled=panel.pooled, removed=said, glossary=terms)
    below = render("under_figure.html", panel=panel, not_drawn=left_out, removed=said, tools=_tools(forest), glossary=terms)
    return Drawn(
        forest_table(forest, layout, view, picking, clubs),
        forest_plot(layout, palette(colours)) if forest.drawn else None,
        pooled + below,
        tr("{n}, {drawn:whole} with a number", n=count("row", "rows", len(forest.rows)), drawn=len(forest.drawn)),
        panel.pooled,
        words,
    )


def _tools(forest: Forest) -> dict[str, tuple[str, ...]]:
    """The appraisal tools of the rows with their domains."""
    used = {row.record.marks.tool for row in forest.rows}
    return {tool: domains for tool, domains in DOMAINS.items() if tool in used}


def _draw_funnel(drawn: Drawn) -> None:
    """The funnel plot while it is open."""
    if drawn.pooled is None or drawn.words is None or drawn.words.funnel is None or not is_open(FUNNEL):
        return
    alt = tr("Funnel plot of {k:whole} results. {egger}", k=drawn.pooled.k, egger=say(drawn.words.small_studies))
    figure = funnel_figure(drawn.words.funnel, drawn.pooled, palette(theme()))
    st.plotly_chart(unchecked(figure), key="funnel", theme=None, config=BARE, alt=alt)
