"""Studies side by side as one table, with the numbers of a shared outcome on one axis; and the list to choose them from."""

from evidence.addresses import glossary_link
from evidence.facts.view import View
from evidence.forest.layout import Line, layout_of
from evidence.forest.panel import Panel
from evidence.forest.rows import Forest
from evidence.study.compared import offered
from evidence.study.comparison import Comparison
from evidence.study.comparison_results import Measured
from evidence.wording import forest as words
from evidence.wording.html import render
from evidence.wording.numbers import plain

UNPOOLED = Panel(None, (), None, (), (), (), (), ())
"""What stands under these drawings: nothing, because nothing is pooled."""


def comparison_table(comparison: Comparison, view: View) -> str:
    """The comparison as HTML, every value escaped."""
    return render(
        "comparison.html",
        page=comparison,
        drawn=[_drawn(each) for each in comparison.measured],
        glossary=glossary_link(view.selection),
    )


def comparison_choice(study_ids: tuple[str, ...], view: View) -> str:
    """The studies in view with a box to tick each, those chosen first; a form that leads to the comparison."""
    return render(
        "comparison_choice.html",
        groups=offered(study_ids, view),
        chosen=len(study_ids),
        filters=view.selection.query(),
        hidden=view.hidden_count,
    )


def _drawn(measured: Measured) -> dict[str, object] | None:
    """What the template needs to draw one outcome; None where no scale is shared."""
    forest = measured.forest
    if forest is None:
        return None
    layout = layout_of(forest, UNPOOLED, whole=True)
    lines = sorted((line for line in layout.lines if line.row is not None), key=lambda line: line.index)
    alt = " ".join(words.sentence(row, forest.axis) for row in forest.rows)
    ticks = [(f"{100 * forest.axis.share(place):.2f}%", plain(value)) for place, value in forest.axis.ticks]
    return {
        "rows": [_row(line, forest) for line in lines],
        "ticks": ticks,
        "axis": forest.axis,
        "null": f"{100 * layout.null:.2f}%",
        "alt": alt,
    }


def _row(line: Line, forest: Forest) -> dict[str, object]:
    row, glyph = line.row, line.glyph
    if row is None or glyph is None:
        raise ValueError("a row without a number has no place on the axis")
    point = glyph.point if glyph.point is not None else (0.0 if glyph.beyond < 0 else 1.0)
    low, high = (point if end is None else end for end in (glyph.low, glyph.high))
    return {
        "study": row.study,
        "second": words.below(row),
        "number": words.estimate(row, forest.axis),
        "place": f"--p:{100 * point:.1f}%;--l:{100 * low:.1f}%;--w:{100 * (high - low):.1f}%",
        "hollow": row.hollow,
        "beyond": glyph.beyond,
        "cut_low": glyph.cut_low,
        "cut_high": glyph.cut_high,
    }
