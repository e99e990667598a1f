"""The forest plot on slides as native shapes: every line, square, arrow, diamond, mark and text can be moved and edited."""

from collections.abc import Iterable
from dataclasses import replace

from evidence.club.positions import silent_rows
from evidence.downloads.deck_slides import Deck, Sheet, more_of
from evidence.downloads.drawingml import Type, line, polygon, shape, text_box
from evidence.downloads.forest_key import key_of_marks, key_of_signs
from evidence.drawings.palette import LIGHT, look
from evidence.drawings.paper import Pages, pages_of
from evidence.drawings.paper_items import FRAME, Item, Paper
from evidence.drawings.paper_lines import Said, portions, sheet_of
from evidence.drawings.paper_lines import Sheet as Worded
from evidence.forest.layout import layout_of
from evidence.forest.panel import Panel
from evidence.forest.rows import Forest
from evidence.wording import forest as words
from evidence.wording.say import say, tr

SHAPES = {
    "square": ("rect", 0),
    "hollow": ("rect", 0),
    "arrow left": ("triangle", 270),
    "arrow right": ("triangle", 90),
}
"""The preset of each thing and by how many degrees it is turned."""
FIXED = ("square", "hollow", "arrow left", "arrow right", "mark")
"""Things that keep their shape where a wide typeface stretches the figure."""
TYPE_SIZES = (1.3, 1.2, 1.1, 1.0)
CLOSE = (1.3, 1.2, 1.1, 1.0, 0.9, 0.8, 0.7, 0.6)
"""How close the rows of the main part stand; their type keeps the smallest size of that part."""
MOST_TRIED = 25
"""Rows that are tried on one slide."""
THIN, THICK = 0.75, 1.5
"""Edges in points."""
MOST_ROWS = 120
"""Rows of a forest in the appendix; files of the same view hold every row."""


def add_main_forest(deck: Deck, forest: Forest, panel: Panel, title: str, notes: Iterable[str]) -> bool:
    """The forest on one slide with its key below; False when rows were left out, of which the slide says how many.

    Where not all has room, first the details go that do not tell rows apart, then rows without a number.
    """
    least, wide, every = deck.master.least, deck.master.wide, len(forest.rows)
    forest = replace(forest, rows=forest.rows[:MOST_ROWS])
    key = " ".join(key_of_signs([layout_of(forest, panel, whole=True)]))
    sentences = [words.sentence(row, forest.axis) for row in forest.rows]
    drawn = replace(forest, rows=forest.drawn)
    told = [f"{say(names)}: {say(reason)}." for names, reason in silent_rows(forest)]
    for shown, below, beside in (
        (forest, "all", []),
        (forest, "some", []),
        (drawn, "all", told),
        (drawn, "some", told),
        (drawn, "all", None),
        (drawn, "some", None),
    ):
        if not shown.rows:
            continue
        rest = every - len(shown.rows)
        left_out = (
            [tr("{n:whole} without a usable number: reasons in the appendix.", n=rest)] if beside is None and rest else []
        )
        foot = [*(beside or left_out), key]
        room = deck.bottom - deck.top - sum(deck.height(text, deck.body, least) + 0.06 for text in foot) - 0.1
        if room < 2:
            continue
        worded = _worded(sheet_of(layout_of(shown, panel, whole=True)), below)
        for close in CLOSE:
            paper = Paper(deck.body / wide, room, close, marks=False, least=least)
            found = portions(worded, paper)
            if len(found) == 1:
                break
        else:
            continue
        break
    if len(found) > 1:
        foot.append(tr("{n:whole} more rows in the appendix.", n=every))
        paper = replace(paper, height=room - 0.3)
        for kept in range(min(len(shown.rows) - 1, MOST_TRIED), 0, -1):
            shown = replace(shown, rows=shown.rows[:kept])
            worded = _worded(sheet_of(layout_of(shown, panel, whole=True)), below)
            found = portions(worded, paper)
            if len(found) == 1:
                break
        foot[-1] = tr("{n:whole} more rows in the appendix.", n=every - len(shown.rows) - (rest if beside is None else 0))
    pages = Pages(worded, paper, found)
    sheet = deck.add(deck.master.only, title, (*notes, *sentences, key))
    page = pages.page(0)
    for item in page.items:
        _draw(deck, sheet, item, _name(item, shown))
    top = deck.top + page.height + 0.1
    for text in foot:
        high = deck.height(text, deck.body, least)
        look = Type(least, colour="faint") if text == key else Type(least)
        sheet.put(text_box(text, (deck.left, top, deck.body, high), look), tr("Key") if text == key else "")
        top += high + 0.06
    return len(shown.rows) == every or (beside == told and len(shown.rows) == len(drawn.rows))


def _worded(sheet: Worded, below: str) -> Worded:
    """The words of the main part: all below a study with its risk of bias, or only what tells rows apart."""
    said = []
    for line_of, words_of in zip(sheet.layout.lines, sheet.said, strict=True):
        row = line_of.row
        if row is None:
            said.append(words_of)
            continue
        overall = row.record.marks.overall.judgement if row.record.marks.tool else ""
        judged = tr("risk of bias: {judgement:term}", judgement=overall) if overall else ""
        kept = words_of.below if below == "all" else words.second_line(row)
        said.append(_with_below(words_of, words.DOT.join(part for part in (kept, judged) if part)))
    return replace(sheet, said=tuple(said))


def _with_below(said: Said, below: str) -> Said:
    return replace(said, below=below)


def add_forest(deck: Deck, forest: Forest, panel: Panel, title: str, notes: tuple[str, ...]) -> None:
    """The slides of a forest in the appendix, in the largest type with which it is whole; notes hold its rows in words."""
    more = len(forest.rows) - MOST_ROWS
    if more > 0:
        title = tr("{title}, first {n:whole} of {all:whole} rows", title=title, n=MOST_ROWS, all=len(forest.rows))
        forest = replace(forest, rows=forest.rows[:MOST_ROWS])
    layout = layout_of(forest, panel, whole=True)
    wide, room = deck.master.wide, deck.bottom - deck.top
    pages = pages_of(layout, *(Paper(deck.body / wide, room, size, forest.has_marks) for size in TYPE_SIZES))
    key = (*key_of_signs([layout]), *key_of_marks([forest], pages.paper))
    for number, rows in enumerate(pages.rows):
        said = [words.sentence(forest.rows[row], forest.axis) for row in rows]
        sheet = deck.add(deck.master.only, more_of(title) if number else title, (*notes, *said, *key))
        for item in pages.page(number).items:
            _draw(deck, sheet, item, _name(item, forest))


def _name(item: Item, forest: Forest) -> str:
    """The name of a shape, which tests and people find it by: interval Gorantla2024-IRLS."""
    if item.row == FRAME or item.row >= len(forest.rows):
        return item.name
    row = forest.rows[item.row]
    return f"{item.name} {row.result_id or row.study_id}"


def _draw(deck: Deck, sheet: Sheet, item: Item, name: str) -> None:
    sheet.put(_shape(item, _box(deck, item)), name)


def _box(deck: Deck, item: Item) -> tuple[float, float, float, float]:
    """Where an item stands on the slide; a wide typeface stretches the figure across, but not its signs."""
    wide = deck.master.wide
    left, width = item.left * wide, item.width * wide
    if item.kind in FIXED:
        left, width = left + (width - item.width) / 2, item.width
    return deck.left + left, deck.top + item.top, width, item.height


def _shape(item: Item, box: tuple[float, float, float, float]) -> str:
    if item.kind == "words":
        return text_box(item.text, box, Type(item.size, item.bold, item.italic, item.colour, item.align))
    if item.kind in ("line", "dashed"):
        return line(box, item.size, item.colour, dashed=item.kind == "dashed")
    if item.kind == "band":
        return shape("rect", box, "band", "band", 0)
    if item.kind == "diamond":
        corners = ((0, 0.5), (item.tip, 0), (1, 0.5), (item.tip, 1))
        return polygon(corners, box, item.colour, THIN)
    if item.kind == "mark":
        fill, ink, edge = map(_colour, look(LIGHT, item.look))
        sign = Type(item.size, bold=True, colour=ink, align="center", anchor="middle", wraps=False)
        return shape("ellipse", box, fill, edge, THIN, item.text, sign)
    kind, turned = SHAPES[item.kind]
    hollow = item.kind == "hollow"
    fill = "paper" if hollow else item.colour
    return shape(kind, box, fill, item.colour, THICK if hollow else THIN, turned=turned)


def _colour(text: str) -> str:
    return text[1:].upper() if text.startswith("#") else "paper"
