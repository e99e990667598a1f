"""The answer in three sentences: what the evidence says in GRADE words, which studies exist, what guidelines say.

It speaks of the whole pack, never of a filtered view, so that a filter cannot change the answer.
"""

from dataclasses import dataclass

import pandas as pd

from evidence.packs.pack import Pack
from evidence.packs.remember import per_pack
from evidence.statistics.tables import native_effects
from evidence.vocabulary.known import known
from evidence.wording.words import certainty_symbol, count, listing, people, tr

COUNTED = {
    "randomised trial": ("randomised trial", "randomised trials"),
    "non-randomised controlled": (
        "controlled study without randomisation",
        "controlled studies without randomisation",
    ),
    "before-after": ("before-after study", "before-after studies"),
    "case series": ("case series", "case series"),
    "case report": ("case report", "case reports"),
}


@dataclass(frozen=True)
class BottomLine:
    """Headline with its certainty ("" when the pack rates none), and the sentences on studies and guidelines."""

    statement: str
    certainty: str
    symbol: str
    rationale: str
    studies: str
    guidelines: str


@per_pack
def bottom_line(pack: Pack) -> BottomLine:
    """The bottom line of a pack; the first row of certainty.csv is the headline."""
    studies, guidelines = study_sentence(pack), guideline_sentence(pack)
    if pack.certainty.empty:
        return BottomLine(tr("The certainty of this evidence has not been rated."), "", "", "", studies, guidelines)
    first = pack.certainty.iloc[0]
    return BottomLine(
        first["statement"],
        first["certainty"],
        certainty_symbol(first["certainty"]),
        first["rationale"],
        studies,
        guidelines,
    )


def study_sentence(pack: Pack) -> str:
    """How many direct treatment studies of each design exist and how many of them give a number that can be used."""
    direct = pack.studies[pack.studies["directness"] == "direct"]
    effects = native_effects(pack.results, pack.outcomes)
    with_number = set(effects.loc[effects["estimate"].notna() & (effects["contrast"] != "cases and controls"), "study_id"])
    parts = []
    for design, (one, many) in COUNTED.items():
        rows = direct[direct["design"] == design]
        if rows.empty:
            continue
        usable = int(rows["study_id"].isin(with_number).sum())
        numbers = {0: tr("none with a usable number"), len(rows): tr("all with a number")}.get(
            usable, tr("{n} with a usable number", n=usable)
        )
        sizes = _sizes(rows)
        parts.append(
            tr(
                "{studies} ({people}{numbers})",
                studies=_count_with_doubt(rows, one, many),
                numbers=numbers,
                people=f"{sizes}, " if sizes else "",
            )
        )
    if not parts:
        return tr("No study of a treatment in this condition is in the data.")
    return tr("Known in this condition: {studies}.", studies=listing(parts))


def _count_with_doubt(rows: pd.DataFrame, one: str, many: str) -> str:
    """Two reports that may be one study make the count a range: 2 or 3."""
    ids = set(rows["study_id"])
    pairs = {
        frozenset((row.study_id, other))
        for row in rows.itertuples()
        if known(row.possibly_same_as)
        for other in str(row.possibly_same_as).replace(" ", "").split(";")
        if other in ids
    }
    if not pairs:
        return count(one, many, len(rows))
    return tr("{low} or {high} {studies}", low=len(rows) - len(pairs), high=len(rows), studies=tr(many))


def _sizes(rows: pd.DataFrame) -> str:
    sizes = rows["n_analysed"].fillna(rows["n_enrolled"])
    if sizes.isna().all():
        return ""
    total = int(sizes.sum())
    unknown = int(sizes.isna().sum())
    return (
        count("person", "people", total)
        if not unknown
        else tr("{n} people in {k} of them, the others not known", n=people(total), k=len(sizes) - unknown)
    )


SAID = {
    "recommends against": "recommends against it",
    "cannot be recommended for lack of evidence": "says it cannot be recommended for lack of evidence",
    "may be considered": "says it may be considered",
    "only in deficiency": "supports it only in deficiency",
}


def guideline_sentence(pack: Pack) -> str:
    """What the positions add up to, naming how many documents could not be read."""
    if pack.guidelines.empty:
        return tr("No guideline is in the data.")
    positions = pack.guidelines["position"]
    intervention = pack.dataset["intervention"]
    recommending = int((positions == "recommends").sum())
    start = (
        tr("No guideline that was read recommends {intervention}", intervention=intervention)
        if not recommending
        else tr("{n} recommend {intervention}", n=count("guideline", "guidelines", recommending), intervention=intervention)
    )
    said = [
        tr("{n} of {all} {position}", n=int((positions == position).sum()), all=len(positions), position=tr(words))
        for position, words in SAID.items()
        if (positions == position).any()
    ]
    unread = int((positions == "not read").sum())
    end = tr("the relevant text of {n} was not read", n=unread) if unread else ""
    return "; ".join(part for part in [start, *said, end] if part) + "."
