"""The forest of a view as a figure of its own, for paper: the question, the rows, and what they stand on.

One tall sheet holds all rows; on sheets of A4 a long forest goes on from page to page. Nothing depends on the theme of the
reader: what stands here is drawn in the light palette on white.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from evidence.club.session import Session, session_of
from evidence.downloads.deck_slides import more_of
from evidence.downloads.figure_notes import below_figure, below_forest
from evidence.drawings.paper import pages_of
from evidence.drawings.paper_items import Item, Paper, lines_of, text_height
from evidence.drawings.paper_lines import heights_of, sheet_of
from evidence.facts.view import View
from evidence.forest.rows import ASSOCIATION, TREATMENT
from evidence.wording.forest import sentence
from evidence.wording.language import N_
from evidence.wording.say import tr

A4 = (8.27, 11.69)
MARGIN = 0.5
BODY = A4[0] - 2 * MARGIN
TYPE = 0.68
"""Rows in nine points: what a journal prints at the width of a page."""
HEADING, TITLE, SMALL = 12.0, 10.0, 6.8
"""Type in points: of the question, of the title of a forest, and of what stands below it."""
FOOT, GAP = 0.22, 0.12
ENDLESS, LEAST = 1e6, 3.0
"""Inches for the rows: of a tall sheet, and of a page whatever else stands on it."""
TITLES = {TREATMENT: N_("What the studies found"), ASSOCIATION: N_("Associations, not effects of treatment")}


@dataclass(frozen=True)
class FigurePage:
    """One page in inches with the things on it."""

    width: float
    height: float
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Figure:
    """The pages of a figure, its title, and its rows in words."""

    title: str
    rows: tuple[str, ...]
    pages: tuple[FigurePage, ...]


@dataclass(frozen=True)
class Block:
    """Things that stay together, from the top of the block, and its height in inches."""

    height: float
    items: tuple[Item, ...]


def figure_of(view: View, tall: bool, warnings: Sequence[str] = ()) -> Figure:
    """The figure of a view as one tall sheet or as pages of A4; warnings stand above the forest."""
    session = session_of(view)
    question = str(view.pack.dataset["question"])
    head = _words(question, HEADING, bold=True, colour="accent")
    more = head if tall else _words(more_of(question), HEADING, bold=True, colour="accent")
    room = ENDLESS if tall else max(A4[1] - 2 * MARGIN - FOOT - GAP - max(head.height, more.height), LEAST)
    blocks = [block for text in warnings for block in _note(text, True, "warn")]
    blocks += [Block(2 * GAP, ())] if warnings else []
    used = sum(block.height for block in blocks)
    for place, title in enumerate(_titles(session)):
        blocks += _forest(session, place, title, room, 0.0 if place else used)
        blocks += _notes([tuple(below_forest(session.panels[place], view.pack))])
    blocks += _notes(below_figure(session, Paper(BODY, room, TYPE)))
    pages = tuple(_stacked(blocks, room))
    rows = tuple(sentence(row, forest.axis) for forest in session.forests for row in forest.rows)
    made = [_page(more if number else head, stack, tall) for number, stack in enumerate(pages)]
    if len(made) > 1:
        made = [_numbered(page, number, len(made), view) for number, page in enumerate(made, start=1)]
    return Figure(question, rows, tuple(made))


def notice_of(view: View, notices: Sequence[str]) -> FigurePage:
    """The question with what is told instead of a figure, and the data version."""
    texts = [("warn", notice) for notice in notices] + [("faint", _version(view))]
    blocks = [block for colour, text in texts for block in _note(text, True, colour)]
    (stack,) = _stacked(blocks, ENDLESS)
    return _page(_words(str(view.pack.dataset["question"]), HEADING, bold=True, colour="accent"), stack, True)


def is_higher_than(view: View, most: float) -> bool:
    """True when the forests of a view alone are higher than so many inches; nothing is drawn to find out."""
    session, height = session_of(view), 0.0
    for place, layout in enumerate(session.layouts):
        paper = Paper(BODY, ENDLESS, TYPE, session.forests[place].has_marks)
        for line in heights_of(sheet_of(layout), paper):
            height += line
            if height > most:
                return True
    return False


def _titles(session: Session) -> Iterator[str]:
    """The title of each forest: what it shows, and of which outcome."""
    chosen = session.view.selection.outcome
    label = next((each.label for each in session.view.pack.rows.outcomes if each.outcome == chosen), "")
    for forest in session.forests:
        name = tr(TITLES[forest.panel])
        yield tr("{name}: {outcome}", name=name, outcome=label) if label else tr("{name}: overview", name=name)


def _forest(session: Session, place: int, title: str, room: float, used: float) -> Iterator[Block]:
    """The blocks of one forest, as many as it needs pages; used: inches that are taken on the first of them."""
    title_height = max(text_height(each, BODY, TITLE, True) for each in (title, more_of(title))) + GAP
    space = 2 * GAP if place else 0.0
    paper = Paper(BODY, room - title_height - space, TYPE, session.forests[place].has_marks)
    pages = pages_of(session.layouts[place], paper, used=used)
    for number in range(len(pages.portions)):
        page = pages.page(number)
        top = _words(title if not number else more_of(title), TITLE, bold=True)
        moved = (_moved(_for_paper(item), 0, title_height) for item in page.items)
        block = Block(title_height + page.height, (*top.items, *moved))
        yield block if number else _lowered(block, space)


def _for_paper(item: Item) -> Item:
    """Lines as thin as the type is small."""
    return replace(item, size=item.size * TYPE) if item.kind in ("line", "dashed") else item


def _moved(item: Item, right: float, down: float) -> Item:
    return replace(item, left=item.left + right, top=item.top + down)


def _words(text: str, size: float, bold: bool = False, colour: str = "ink") -> Block:
    """A text over the whole width."""
    height = text_height(text, BODY, size, bold)
    return Block(height, (Item("words", 0, 0, BODY, height, text=text, size=size, bold=bold, colour=colour),))


def _note(text: str, first: bool, colour: str = "faint") -> Iterator[Block]:
    """A small text as a block a line, so that a long one goes on over pages; a paragraph stands a little apart."""
    for number, line in enumerate(lines_of(text, BODY, SMALL)):
        words = _words(line, SMALL, colour=colour)
        yield _lowered(words, GAP) if first and not number else words


def _lowered(block: Block, space: float) -> Block:
    return Block(block.height + space, tuple(_moved(item, 0, space) for item in block.items))


def _notes(paragraphs: Iterable[Sequence[str]]) -> Iterator[Block]:
    for lines in paragraphs:
        for number, text in enumerate(lines):
            yield from _note(text, first=not number)


def _stacked(blocks: Sequence[Block], room: float) -> Iterator[tuple[Item, ...]]:
    """The blocks from top to bottom; one that does not fit any more begins a page."""
    items, top = list[Item](), 0.0
    for block in blocks:
        if items and top + block.height > room:
            yield tuple(items)
            items, top = [], 0.0
        items += [_moved(item, 0, top) for item in block.items]
        top += block.height
    yield tuple(items)


def _page(head: Block, stack: Sequence[Item], tall: bool) -> FigurePage:
    """A page with its heading and margins; higher than A4 for what would be cut."""
    top = MARGIN + head.height + GAP
    items = [_moved(item, MARGIN, MARGIN) for item in head.items]
    items += [_moved(item, MARGIN, top) for item in stack]
    bottom = max(item.top + item.height for item in items) + MARGIN
    return FigurePage(A4[0], round(bottom if tall else max(A4[1], bottom + FOOT), 2), tuple(items))


def _numbered(page: FigurePage, number: int, pages: int, view: View) -> FigurePage:
    """A page with the data version and its number at the foot."""
    data = _version(view)
    place = tr("Page {n:whole} of {all:whole}", n=number, all=pages)
    high = text_height(place, BODY, SMALL)
    box = (MARGIN, page.height - MARGIN - high, BODY, high)
    foot = [
        Item("words", *box, text=text, size=SMALL, align=align, colour="faint")
        for text, align in ((data, "left"), (place, "right"))
    ]
    return replace(page, items=(*page.items, *foot))


def _version(view: View) -> str:
    dataset = view.pack.dataset
    return tr("Data {version}, last search {day}", version=dataset["version"], day=dataset["last_search"])
