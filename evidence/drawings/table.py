"""The forest as a table: rows are rows, studies are links, and one column stays free for the Plotly figure laid over it.

The same table is read by screen readers and becomes the cards of a narrow screen, where each row draws its own interval. So
does each row on paper, which has no figure laid over it: a row cut off by the end of a page takes its interval along.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from evidence.addresses import club_link, glossary_link, page_link, study_link
from evidence.drawings.heights import AXIS, CAREFUL, DOSE_WIDTH, HEAD, PADDING, TEXT_LINE, Placed, placed_lines
from evidence.drawings.paper_items import lines_needed
from evidence.drawings.plot import side_of_square, ticks_of
from evidence.facts.marks import Marks
from evidence.facts.view import View
from evidence.forest.layout import Glyph, Layout
from evidence.forest.rows import Forest
from evidence.vocabulary.fact import Fact
from evidence.wording import forest as words
from evidence.wording.html import render
from evidence.wording.say import say, tr

SHARES = {"study": 17, "dose": 16, "week": 6, "people": 5, "effect": 0, "number": 16, "marks": 18, "flags": 5}
"""Widths of the columns in parts; a column that would be empty leaves its part to the others. That of the effect is set by
the style sheet: Streamlit draws no figure narrower than 150 pixels."""
MARGIN = 6
"""Pixels that stay free at both sides of the effect column, for arrows."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that are there with their shares of what the effect column leaves."""

    shares: dict[str, float]

    @property
    def before_effect(self) -> float:
        """What stands before the effect column, as a share."""
        names = list(self.shares)
        return sum(self.shares[name] for name in names[: names.index("effect")])


def columns_of(layout: Layout) -> Columns:
    """The columns that say something for the rows drawn; words about doses only where there are doses."""
    rows = [line.row for line in layout.lines if line.row is not None]
    there = {
        "dose": any(words.dose(row) for row in rows),
        "week": any(words.week(row) != words.NOTHING for row in rows),
        "marks": any(row.record.marks.tool for row in rows),
        "flags": any(row.record.flags for row in rows),
    }
    kept = {name: share for name, share in SHARES.items() if there.get(name, True)}
    kept["people"] = max(SHARES["people"], *(1 + len(words.people(row)) for row in rows), 0)
    whole = sum(kept.values())
    return Columns({name: share / whole for name, share in kept.items()})


def forest_table(forest: Forest, layout: Layout, view: View, picking: bool = False, clubs: bool = False) -> str:
    """The table of a layout as HTML, every value escaped; links keep the filters of the reader.

    picking: each study has a box to tick in its first row, and below the table a button compares those ticked. clubs: each
    study has a link to a journal club on it there.
    """
    columns, (lines, _) = columns_of(layout), placed_lines(layout)
    return render(
        "forest.html",
        panel=forest.panel,
        columns=columns,
        lines=[_line(each, place, layout, view) for place, each in enumerate(lines)],
        layout=layout,
        axis=layout.axis,
        explains=_explains(layout.axis.column),
        glossary=glossary_link(view.selection),
        margin=MARGIN,
        head=HEAD,
        foot=AXIS,
        ticks=[(_percent(share), number) for share, number in ticks_of(layout)],
        drawn=len(forest.drawn),
        silent=len(forest.rows) - len(forest.drawn),
        all_link=page_link("./", view.selection, rows="all"),
        picks=_first_lines(lines) if picking else {},
        clubs={place: club_link(study, view.selection) for place, study in _first_lines(lines).items()} if clubs else {},
        filters=view.selection.query(),
        pages=[(number, page_link("./", view.selection, rows=str(number))) for number in range(1, layout.pages + 1)],
    )


def _first_lines(lines: Sequence[Placed]) -> dict[int, str]:
    """The number of the first line of each study with its identifier."""
    found: dict[str, int] = {}
    for number, each in enumerate(lines):
        if each.line.row is not None:
            found.setdefault(each.line.row.study_id, number)
    return {number: study_id for study_id, number in found.items()}


def _explains(column: Fact) -> str:
    """The term of the glossary behind the heading of the number column: its one measure, SD units, or the interval."""
    if column.kind == "column of a measure":
        return str(column["measure"])
    return "SD units" if column.kind == "column of SD units" else "CI"


def _line(each: Placed, place: int, layout: Layout, view: View) -> dict[str, object]:
    """What the template needs of one line."""
    line, row = each.line, each.line.row
    found: dict[str, object] = {
        "kind": line.kind,
        "height": int(each.height),
        "count": line.count,
        "drawn": _bar(line.glyph) if line.pooled is None or line.glyph is None else _diamond(line.glyph),
        "looks": _looks(line.glyph),
        "references": _references(place, layout) if line.glyph else (),
        "folded": line.group in layout.folded,
    }
    lines = found["text_lines"] = max(1, int((each.height - PADDING) // TEXT_LINE))
    if line.kind == "heading" and line.group is not None:
        found["text"] = words.heading(line.group)
    elif line.pooled is not None:
        found["text"] = words.pooled_name(line.pooled, line.kind == "unfiltered")
        found["number"] = words.pooled_number(line.pooled, layout.axis)
    elif row is not None:
        marks, second, since = row.record.marks, words.second_line(row), layout.mark(row)
        found |= {
            "id": f"{layout_id(row.result_id or row.study_id)}",
            "href": study_link(row.study_id, view.selection),
            "study": row.study,
            "label_lines": max(each.label_lines, lines - bool(second or since)),
            "second": second,
            "since": since,
            "label_cut": each.label_cut,
            "dose": words.dose(row),
            "dose_cut": lines_needed(words.dose(row), CAREFUL * DOSE_WIDTH, 9.5) > lines,
            "week": words.week(row),
            "people": words.people(row),
            "number": words.estimate(row, layout.axis),
            "remark": words.remark(row),
            "reason": "" if row.has_number else say(row.reason),
            "includes": _includes(row.ci_low, row.ci_high, layout),
            "tool": marks.tool,
            "marks": marks.drawn,
            "has_overall": marks.has_overall,
            "judged": _judged(row.study, marks),
            "reasons": [f"{each.symbol} {words.mark_told(each)}" for each in marks.drawn],
            "flags": [words.flag_told(each) for each in row.record.flags],
        }
    return found


def _judged(study: str, marks: Marks) -> str:
    """What the marks of a row are called: of a tool without an overall judgement, that it has none."""
    if marks.has_overall:
        return tr("Risk of bias, {study}: {judgement:term}", study=study, judgement=marks.overall.judgement)
    return tr("Risk of bias, {study}: no overall judgement", study=study)


def layout_id(text: str) -> str:
    """An identifier for HTML made from an identifier of the data."""
    return "".join(sign if sign.isascii() and sign.isalnum() else f"-{ord(sign):x}-" for sign in text)


def _includes(low: float | None, high: float | None, layout: Layout) -> str:
    if low is None or high is None:
        return ""
    inside = low <= layout.axis.null <= high
    return tr("interval includes no difference") if inside else tr("interval excludes no difference")


def _bar(glyph: Glyph | None) -> str:
    """The interval of a row as places in percent, for the cards of a narrow screen."""
    if glyph is None:
        return ""
    _, point, _ = glyph.corners
    low, high = (point if end is None else end for end in (glyph.low, glyph.high))
    places = f"--p:{_percent(point)};--l:{_percent(low)};--w:{_percent(high - low)}"
    return places if glyph.weight is None else f"{places};--s:{side_of_square(glyph.weight)}px"


def _diamond(glyph: Glyph) -> str:
    """A pooled result as places in percent; --m is where its widest place stands between its ends."""
    low, middle, high = glyph.corners
    inside = (middle - low) / (high - low) if high > low else 0.5
    return f"{_bar(glyph)};--m:{_percent(inside)}"


def _looks(glyph: Glyph | None) -> str:
    """What else is to be seen of the interval of a row, as classes: a hollow square, arrows, an estimate beyond the axis."""
    if glyph is None:
        return ""
    told = {"hollow": glyph.hollow, "cut-low": glyph.cut_low, "cut-high": glyph.cut_high, "beyond": glyph.point is None}
    return "".join(f" {name}" for name, holds in told.items() if holds)


def _references(place: int, layout: Layout) -> tuple[tuple[str, str, str, str], ...]:
    """Reference lines beside a line, for paper: letter at the first of its lines, place, start and width of the interval."""
    return tuple(
        (
            each.letter if place == each.first else "",
            _percent(each.place),
            "" if each.low is None else _percent(each.low),
            "" if each.low is None or each.high is None else _percent(each.high - each.low),
        )
        for each in layout.references
        if each.first <= place <= each.last
    )


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%"
