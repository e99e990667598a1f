"""How many studies each option of a filter would show beside the other filters in force, for the number on its chip.

What is asked of a study is a column of codes or marks, made once for each pack; one selection then costs a few steps over
those columns and the options, however many of these there are.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evidence.facts.flags import flags_by_study
from evidence.facts.selection import Selection, choices
from evidence.facts.view import WORDS
from evidence.packs.pack import Pack
from evidence.packs.remember import per_pack

NO_YEAR = -1
Marks = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Columns:
    """The studies of a pack in its order. codes: the place of a study's word among the options of each filter of words.
    years: NO_YEAR where none is known. flag, outcome: the places of the studies that carry the one or have the other.
    """

    codes: dict[str, NDArray[np.int_]]
    years: NDArray[np.int_]
    flag: dict[str, list[int]]
    outcome: dict[str, list[int]]


def option_counts(pack: Pack, selection: Selection) -> dict[str, tuple[int, ...]]:
    """The number of each option, in the order of choices(), by the name of the filter: design, compound, condition,
    directness. It is how many studies are left when the filter is set to this option alone and all others stay.
    """
    columns, offered = _columns(pack), choices(pack)
    by_word = {
        name: _chosen(columns.codes[name], offered[name], getattr(selection, name))
        for name in WORDS
        if getattr(selection, name)
    }
    rest = _unhidden(columns, selection)
    found = {}
    for name in WORDS:
        left = rest.copy()
        for other, marks in by_word.items():
            if other != name:
                left &= marks
        numbers = np.bincount(columns.codes[name][left], minlength=len(offered[name]))
        found[name] = tuple(map(int, numbers))
    return found


@per_pack
def _columns(pack: Pack) -> Columns:
    studies, offered = pack.rows.studies, choices(pack)
    place = {study.study_id: at for at, study in enumerate(studies)}
    codes = {}
    for name in WORDS:
        code = {word: at for at, word in enumerate(offered[name])}
        codes[name] = np.array([code[getattr(study, name)] for study in studies], dtype=np.int_)
    flag: dict[str, list[int]] = {}
    for study_id, raised in flags_by_study(pack).items():
        for each, _ in raised:
            flag.setdefault(each, []).append(place[study_id])
    outcome: dict[str, list[int]] = {}
    for result in pack.rows.results:
        outcome.setdefault(result.outcome, []).append(place[result.study_id])
    years = np.array([NO_YEAR if study.year is None else study.year for study in studies], dtype=np.int_)
    return Columns(codes, years, flag, outcome)


def _chosen(codes: NDArray[np.int_], offered: tuple[str, ...], words: Iterable[str]) -> Marks:
    """Which studies have one of the chosen words."""
    chosen = frozenset(words)
    wanted: Marks = np.fromiter((word in chosen for word in offered), dtype=np.bool_, count=len(offered))
    return wanted[codes]


def _unhidden(columns: Columns, selection: Selection) -> Marks:
    """Which studies the filters without chips leave: year, flags, outcome."""
    left = np.ones(len(columns.years), dtype=np.bool_)
    if selection.year is not None:
        left &= (columns.years >= selection.year[0]) & (columns.years <= selection.year[1])
    for each in selection.flag:
        left[columns.flag.get(each, [])] = False
    if selection.outcome:
        measured = np.zeros(len(left), dtype=np.bool_)
        measured[columns.outcome.get(selection.outcome, [])] = True
        left &= measured
    return left
