"""What the signs of a forest mean, of those that are drawn in it."""

from collections.abc import Iterator, Sequence

from evidence.drawings.paper_items import Paper
from evidence.drawings.paper_marks import shown
from evidence.facts.marks import Marks
from evidence.forest.layout import Layout
from evidence.forest.rows import Forest
from evidence.vocabulary.tools import DOMAINS
from evidence.wording.say import tr

MOST_LISTS = 4
"""How many lists of free domains are written out."""


def key_of_signs(layouts: Sequence[Layout]) -> Iterator[str]:
    """What squares, diamonds, arrows and lines mean."""
    lines = [line for layout in layouts for line in layout.lines if line.glyph is not None]
    squares = [line.glyph for line in lines if line.glyph is not None and line.row is not None]
    diamonds = {line.kind for line in lines if line.glyph is not None and line.row is None and line.glyph.point is not None}
    if any(glyph.point is not None for glyph in squares):
        yield tr("Squares: estimates; the lines through them: 95% confidence intervals.")
    if any(glyph.weight is not None for glyph in squares):
        yield tr("The larger a square, the more weight it has in the pooled result.")
    if any(glyph.hollow for glyph in squares):
        yield tr("Hollow squares: change without a control group.")
    if diamonds:
        yield tr("Diamonds: pooled results, highest at the estimate and as wide as its 95% confidence interval.")
    if "unfiltered" in diamonds:
        yield tr("The grey diamond: all studies, without any filter.")
    if any(line.glyph.cut_low or line.glyph.cut_high for line in lines if line.glyph is not None):
        yield tr("An arrow: the interval, or the estimate itself, lies beyond the axis; the numbers are in the text.")
    references = [each for layout in layouts for each in layout.references]
    if references:
        yield tr("Dashed lines with letters: what a change can be held against.")
    if any(each.low is not None and each.high is not None for each in references):
        yield tr("A band: the interval of such a value.")


def key_of_marks(forests: Sequence[Forest], paper: Paper) -> Iterator[str]:
    """What the marks mean, with the domains of each tool in the order they are drawn on this paper."""
    rows = [(row.study, row.record.marks) for forest in forests for row in forest.rows]
    judged = [(study, marks) for study, marks in rows if marks.tool]
    if not judged:
        if rows:
            yield tr("Risk of bias was not assessed for any of these studies.")
        return
    yield tr(
        "Risk of bias: + low or yes, − some concerns or moderate, × high, serious or no, ! critical, ? no information "
        "or unclear, empty circle not assessed."
    )
    if any(marks.has_overall for _, marks in judged):
        yield tr("The mark set apart at the right is the overall judgement.")
    used = {marks.tool for _, marks in judged}
    for tool, domains in DOMAINS.items():
        if tool in used:
            yield tr("{tool}, from left: {domains:terms}.", tool=tool, domains=domains)
    for tool in sorted(used - set(DOMAINS)):
        yield from _free_domains(tool, [each for each in judged if each[1].tool == tool], paper)
    if any(shown(marks, paper) < len(marks.domains) for _, marks in judged):
        yield tr("+ and a number: so many more domains; CSV and Excel name them with their judgements.")


def _free_domains(tool: str, judged: Sequence[tuple[str, Marks]], paper: Paper) -> Iterator[str]:
    """The domains of a tool that are free, of each study that has its own; and that it has no overall judgement."""
    lists: dict[tuple[str, ...], list[str]] = {}
    for study, marks in judged:
        names = tuple(mark.domain for mark in marks.domains[: shown(marks, paper)])
        lists.setdefault(names, []).append(study)
    if len(lists) > MOST_LISTS:
        yield tr("{tool}: the domains differ from study to study; CSV and Excel name them.", tool=tool)
    elif len(lists) > 1:
        for names, studies in lists.items():
            yield tr("{tool} for {studies:few}, from left: {domains:commas}.", tool=tool, studies=studies, domains=names)
    else:
        yield tr("{tool}, from left: {domains:commas}.", tool=tool, domains=next(iter(lists)))
    if not any(marks.has_overall for _, marks in judged):
        yield tr("{tool} has no overall judgement.", tool=tool)
