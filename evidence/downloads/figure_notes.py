"""What stands below a figure: how to read it, what was pooled or why not, who is not in it, and what it was made of."""

from collections.abc import Iterator

from evidence.club.session import Session
from evidence.downloads.about import about_figure
from evidence.downloads.forest_key import key_of_marks, key_of_signs
from evidence.drawings.paper_items import Paper
from evidence.forest.panel import Panel
from evidence.packs.pack import Pack
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


def below_figure(session: Session, paper: Paper) -> Iterator[tuple[str, ...]]:
    """Paragraphs of the whole figure, each as its lines: how to read it on this paper, and what it was made of."""
    key = " ".join(key_of_signs(session.layouts))
    marks = " ".join(key_of_marks(session.forests, paper))
    nobody = () if session.forests else (tr("No study with these filters can stand in the figure."),)
    left_out = (tr("Not in the figure, {who}.", who=who) for who in _left_out(session))
    yield tuple(line for line in (*nobody, *left_out, key, marks) if line)
    yield tuple(tr("{label}: {text}", label=label, text=text) for label, text in about_figure(session.view))


def _left_out(session: Session) -> tuple[str, ...]:
    return not_drawn(tuple(each for forest in session.both for each in forest.not_drawn))
