"""For people who use the domain from Python: a pack, a view of it, and the tables and files of that view.

import evidence
view = evidence.open("data").view(design=["randomised trial"], outcome="cramps per week")
print(view.effects())
print(view.pool("cramps per week"))
open("slides.pptx", "wb").write(view.export("pptx"))
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from evidence.downloads.effects_table import effects_table
from evidence.downloads.exports import export
from evidence.facts.evidence import effects_of
from evidence.facts.selection import FILTER_NAMES, read_selection
from evidence.facts.view import View, evidence_in_view
from evidence.forest.panel import pool_outcome
from evidence.packs.pack import Pack
from evidence.statistics.pooling import NotPooled, Pooled
from evidence.wording.say import say


@dataclass(frozen=True)
class Seen:
    """The evidence that some filters leave."""

    inside: View

    @property
    def studies(self) -> pd.DataFrame:
        """The studies in view with the columns of the pack."""
        return self.inside.studies

    @property
    def results(self) -> pd.DataFrame:
        """The results in view with the columns of the pack."""
        return self.inside.results

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """Who is hidden and why; a study that two filters hide stands here twice."""
        return [(each.study_id, say(each.reason)) for each in self.inside.hidden]

    def effects(self) -> pd.DataFrame:
        """The effect of every result in view on the scale of its outcome, as the command `effects` prints it."""
        own, _ = effects_of(self.inside.pack, self.inside.selection.r)
        return effects_table([own[result.result_id] for result in self.inside.result_rows])

    def pool(self, outcome: str) -> Pooled | NotPooled:
        """The pooled result of an outcome, or every reason against one."""
        return pool_outcome(self.inside, outcome)

    def export(self, kind: str) -> bytes:
        """A download of this view; ValueError for another kind.

        kind: csv, csv-semicolon, xlsx, ris, bib, r, pptx, html, svg, pdf, png, consultation, minutes, minutes-md or zip.
        """
        return export(self.inside, kind).content


@dataclass(frozen=True)
class Opened:
    """A pack that was opened and checked."""

    pack: Pack

    def view(self, **filters: Sequence[str] | str | float) -> Seen:
        """What the filters leave; they are those of the address. ValueError names every value this pack does not have."""
        unknown = [name for name in filters if name not in FILTER_NAMES]
        if unknown:
            raise ValueError(f"no such filter: {', '.join(unknown)}; known: {', '.join(FILTER_NAMES)}")
        query = {name: _texts(value) for name, value in filters.items()}
        selection, complaints = read_selection(query, self.pack, "command")
        if complaints:
            raise ValueError("\n".join(map(say, complaints)))
        return Seen(evidence_in_view(self.pack, selection))


def _texts(value: Sequence[str] | str | float) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [f"{value:g}"] if isinstance(value, int | float) else [str(each) for each in value]
