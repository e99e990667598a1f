"""What stands below a figure: how to read it, what was pooled or why not, who is not in it, and what it was made of."""

from collections.abc import Iterator, Sequence

from evidence.club.session import Session
from evidence.downloads.about import about_figure
from evidence.forest.layout import Glyph, Layout
from evidence.forest.panel import Panel
from evidence.forest.rows import TREATMENT, Forest, forest_of
from evidence.packs.pack import Pack
from evidence.vocabulary.tools import DOMAINS
from evidence.wording.forest import not_drawn, pooled_words, removed
from evidence.wording.say import say, tr


def below_forest(panel: Panel, pack: Pack) -> Iterator[str]:
    """What belongs to one forest: how its intervals and its pooled result were made, or why nothing is pooled."""
    if panel.rules:
        yield tr("95% confidence intervals: {rules:semicolons}.", rules=panel.rules)
    if panel.reasons:
        yield tr("Not pooled: {reasons:semicolons}.", reasons=panel.reasons)
    if panel.pooled is not None:
        words = pooled_words(panel.pooled, pack)
        yield say((*words.summary, words.heterogeneity))
        yield say(panel.pooled.conventions)
    if said := say(removed(panel)):
        yield said


def below_figure(session: Session) -> Iterator[tuple[str, ...]]:
    """Paragraphs of the whole figure, each as its lines: how to read it, and what it was made of."""
    key = " ".join(_key(session.layouts))
    marks = " ".join(_marks(session.forests))
    nobody = () if session.forests else (tr("No study with these filters can stand in the figure."),)
    left_out = (tr("Not in the figure, {who}.", who=who) for who in _left_out(session))
    yield tuple(line for line in (*nobody, *left_out, key, marks) if line)
    yield tuple(tr("{label}: {text}", label=label, text=text) for label, text in about_figure(session.view))


def _left_out(session: Session) -> tuple[str, ...]:
    return not_drawn(forest_of(session.view, TREATMENT).not_drawn)


def _key(layouts: Sequence[Layout]) -> Iterator[str]:
    """What squares, arrows and lines mean, of those that are there."""
    glyphs = [glyph for layout in layouts for glyph in _glyphs(layout)]
    if glyphs:
        yield tr("Squares: estimates; the lines through them: 95% confidence intervals.")
    if any(glyph.weight is not None for glyph in glyphs):
        yield tr("The larger a square, the more weight it has in the pooled result.")
    if any(glyph.hollow for glyph in glyphs):
        yield tr("Hollow squares: change without a control group.")
    if any(glyph.cut_low or glyph.cut_high for glyph in glyphs):
        yield tr("An arrow: the interval goes on beyond the axis; the numbers are in the text.")
    references = [each for layout in layouts for each in layout.references]
    if references:
        yield tr("Dashed lines with letters: what a change can be held against.")
    if any(each.low is not None and each.high is not None for each in references):
        yield tr("A band: the interval of such a value.")


def _glyphs(layout: Layout) -> list[Glyph]:
    return [line.glyph for line in layout.lines if line.row is not None and line.glyph is not None]


def _marks(forests: Sequence[Forest]) -> Iterator[str]:
    """What the marks mean, with the domains of each tool in their order."""
    used = {row.record.marks.tool for forest in forests for row in forest.rows}
    if not any(used):
        if forests:
            yield tr("Risk of bias was not assessed for any of these studies.")
        return
    yield tr(
        "Risk of bias: + low or yes, − some concerns or moderate, × high, serious or no, ! critical, ? no information "
        "or unclear, empty circle not assessed."
    )
    yield tr("The last mark is the overall judgement.")
    for tool, domains in DOMAINS.items():
        if tool in used:
            yield tr("{tool}, from left: {domains:terms}.", tool=tool, domains=domains)
