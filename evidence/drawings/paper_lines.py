"""The lines of a forest on paper: their words, how high each is, and which of them stand on which page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from evidence.drawings.paper_items import Paper, text_height, text_width
from evidence.forest.layout import Layout, Line, Reference
from evidence.wording import forest as words
from evidence.wording.numbers import estimate_alone, interval
from evidence.wording.say import say, tr


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one line; name is the study, the heading of a group, or what a diamond is."""

    name: str
    below: str = ""
    people: str = ""
    number: str = ""
    remark: str = ""
    reason: str = ""


@dataclass(frozen=True, eq=False)
class Sheet:
    """A layout with all its words: of each line, at the axis, and of each reference value."""

    layout: Layout
    said: tuple[Said, ...]
    column: str
    label: str
    left: str
    right: str
    keys: tuple[str, ...]

    @cached_property
    def widest_number(self) -> float:
        """The width of the widest number in inches, in type of one point."""
        return max((text_width(each.number, 1, True) for each in self.said), default=0.0)


def sheet_of(layout: Layout) -> Sheet:
    """A layout in words, in the language of the run."""
    axis = layout.axis
    return Sheet(
        layout,
        tuple(_said(line, layout) for line in layout.lines),
        say(axis.column),
        say(axis.label),
        f"\u2190 {say(axis.left)}",
        f"{say(axis.right)} \u2192",
        tuple(map(_key, layout.references)),
    )


def _said(line: Line, layout: Layout) -> Said:
    row = line.row
    if row is not None:
        return Said(
            row.study,
            words.below(row),
            words.people(row),
            words.estimate(row, layout.axis),
            words.remark(row),
            "" if row.has_number else say(row.reason),
        )
    if line.pooled is not None:
        name = words.pooled_name(line.pooled, line.kind == "unfiltered")
        return Said(name, number=words.pooled_number(line.pooled, layout.axis))
    return Said(words.heading(line.group) if line.group is not None else "")


def _key(reference: Reference) -> str:
    """What a lettered line on the axis stands for."""
    against = reference.against
    if against.ci_low is None or against.ci_high is None:
        text = estimate_alone(against.estimate, against.null)
    else:
        text = interval(against.estimate, against.ci_low, against.ci_high, against.null)
    return tr("{letter}: {label} ({value})", letter=reference.letter, label=against.label, value=text)


def sizes(paper: Paper) -> tuple[float, float, float]:
    """Sizes of type in points: of rows, of what stands back, and of headings."""
    large, small, middle = (max(size * paper.type_size, paper.least) for size in (13, 10, 11.5))
    return large, small, middle


def reason_size(paper: Paper) -> float:
    """The size of type of a reason in points, which is a little larger than what else stands back."""
    return max(11 * paper.type_size, paper.least)


SMALLEST_NUMBER = 0.75
"""How far the numbers shrink, so that an interval stands on one line."""


def number_size(sheet: Sheet, paper: Paper) -> float:
    """The size of type of the numbers in points."""
    large, (left, right) = sizes(paper)[0], paper.columns["text"]
    widest = sheet.widest_number * large
    return max(large * max(min(1.0, (right - left) / widest) if widest else 1.0, SMALLEST_NUMBER), paper.least)


def line_height(line: Line, said: Said, paper: Paper, numbers: float) -> float:
    """The height of a line in inches, with the space below it; numbers is the size of their type in points."""
    large, small, middle = sizes(paper)
    columns, space = paper.columns, 0.1 * paper.type_size
    if line.kind == "heading":
        return text_height(said.name, paper.width, middle, True) + 0.12 * paper.type_size
    study = columns["study"][1] - columns["study"][0]
    left = text_height(said.name, study, large, True) + text_height(said.below, study, small)
    if said.reason:
        right = text_height(said.reason, columns["text"][1] - columns["effect"][0], reason_size(paper))
    else:
        text = columns["text"][1] - columns["text"][0]
        right = text_height(said.number, text, numbers) + text_height(said.remark, text, small)
    least = 0.4 if line.pooled is not None else 0.28
    return max(left, right, least * paper.type_size) + space


def heights_of(sheet: Sheet, paper: Paper) -> Iterator[float]:
    """The height of each line in inches, from the top."""
    numbers = number_size(sheet, paper)
    for line, said in zip(sheet.layout.lines, sheet.said, strict=True):
        yield line_height(line, said, paper, numbers)


def head_height(paper: Paper) -> float:
    """The height of the headings of the columns."""
    return max(0.3 * paper.type_size, paper.least * 1.5 / 72)


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands below the axis, in inches: words at its ends left and right of no difference, label, key of letters."""

    left: float
    right: float
    ends: float
    label: float
    keys: float
    height: float


def foot_of(sheet: Sheet, paper: Paper) -> Foot:
    """The foot of a page; ends that are too long for one line take two."""
    small = sizes(paper)[1]
    line, room = small * 1.22 / 72, 0.12 * paper.type_size
    start, end = paper.columns["effect"]
    null = start + sheet.layout.null * (end - start)
    left, right = null - room, paper.width - null - room
    ends = max(text_height(sheet.left, left, small), text_height(sheet.right, right, small))
    label = text_height(sheet.label, paper.width, small)
    keys = sum(text_height(key, paper.width, small) for key in sheet.keys)
    return Foot(left, right, ends, label, keys, 0.09 + line + ends + label + keys + 0.18 * paper.type_size)


def portions(sheet: Sheet, paper: Paper, used: float = 0.0) -> tuple[tuple[int, ...], ...]:
    """The places of the lines on each page; a group that goes on has its heading again, and no heading stands alone.

    used: inches that something else takes on the first page.
    """
    lines, room = sheet.layout.lines, paper.height - foot_of(sheet, paper).height
    heights = list(heights_of(sheet, paper))
    found: list[tuple[int, ...]] = []
    page: list[int] = []
    top, heading = head_height(paper) + used, None
    for place, line in enumerate(lines):
        if line.kind == "heading":
            heading = place
            continue
        own = heading if line.row is not None and heading not in page else None
        needed = heights[place] + (heights[own] if own is not None else 0)
        if page and top + needed > room:
            found.append(tuple(page))
            page, top = [], head_height(paper)
            own = heading if line.row is not None else None
            needed = heights[place] + (heights[own] if own is not None else 0)
        page += [place] if own is None else [own, place]
        top += needed
    return (*found, tuple(page))


def rows_on(sheet: Sheet, portion: Sequence[int]) -> range:
    """The rows of the forest that stand on a page; after the last row for a page with nothing but a diamond."""
    rows = [sheet.layout.lines[place].index for place in portion if sheet.layout.lines[place].row is not None]
    return range(rows[0], rows[-1] + 1) if rows else range(sheet.layout.all, sheet.layout.all)
