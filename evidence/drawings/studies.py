"""The study table, and the list of what the filters hide; every link keeps the filters of the reader."""

from collections.abc import Callable
from urllib.parse import urlencode

from evidence.addresses import study_link
from evidence.facts.doses import Dose, doses_of, names_compounds
from evidence.facts.flags import flags_of, people_of
from evidence.facts.marks import Marks, all_marks
from evidence.facts.view import View
from evidence.packs.records import Study
from evidence.study.sorting import COLUMNS, Sorted, in_order, next_order
from evidence.vocabulary.fact import fact
from evidence.wording.html import render
from evidence.wording.numbers import whole
from evidence.wording.say import say, term, tr

NUMBERS = ("year", "dose", "weeks", "people")
NOTHING = "\u2013"


def by_address(order: str) -> str:
    """The address that asks for an order, without anything else."""
    return "?" + urlencode({"sort": order}) if order else "?"


def study_table(view: View, order: str = "", address: Callable[[str], str] = by_address) -> str:
    """The studies in view as an HTML table, every value escaped.

    order: one of evidence.study.sorting.ORDERS, "" for the order of the pack. address: where a click asks for another one.
    """
    sorted_now = in_order(view, order)
    marks, flags, doses = all_marks(view.pack), flags_of(view.pack), doses_of(view.pack)
    named = names_compounds(view.pack)
    rows = [
        {
            "study_id": study.study_id,
            "href": study_link(study.study_id, view.selection),
            "study": study.citation,
            "year": NOTHING if study.year is None else str(study.year),
            "design": term(study.design),
            "condition": study.condition,
            "compound": compound,
            "dose": dose,
            "weeks": NOTHING if study.duration_weeks is None else tr("{n:amount} wk", n=study.duration_weeks),
            "people": _people(study),
            "bias": _overall(marks[study.study_id]),
            "flags": flags.get(study.study_id, ()),
            "read_as": term(study.read_as),
        }
        for study in sorted_now.studies
        for compound, dose in [_given(study, doses[study.study_id], named)]
    ]
    headings = [_heading(column, sorted_now, address) for column in COLUMNS]
    return render(
        "study_table.html",
        headings=headings,
        rows=rows,
        now=_said(sorted_now),
        unsorted=address(""),
        filters=view.selection.query(),
    )


def _heading(column: str, now: Sorted, address: Callable[[str], str]) -> dict[str, object]:
    """The heading of a column: its words, where a click leads, and how it is sorted in the words of ARIA."""
    sort = ("descending" if now.falling else "ascending") if column == now.column else ""
    name, href = fact(f"column of studies: {column}"), address(next_order(column, now))
    return {"column": column, "name": name, "href": href, "sort": sort, "number": column in NUMBERS}


def _said(now: Sorted) -> tuple[object, ...]:
    """How the table is sorted, and how many stand last because there is nothing to place them by."""
    if not now.column:
        return ()
    way = "falling" if now.falling else "rising"
    said = fact("sorted by", column=(fact(f"column of studies: {now.column}"),), order=fact(f"{way}: {now.column}"))
    return (said, fact("nothing to sort by", n=now.unknown)) if now.unknown else (said,)


def _given(study: Study, dose: Dose, named: bool) -> tuple[str, str]:
    """Compound and dose; not applicable where no compound applies, or none is told in a pack that names none at all."""
    if study.compound == "not applicable" or (study.compound == "not stated" and not named and dose.fact is None):
        return term("not applicable"), term("not applicable")
    compound = term("not stated") if study.compound == "not stated" else study.compound
    return compound, NOTHING if dose.fact is None else say(dose.fact)


def _overall(marks: Marks) -> str:
    return term(marks.overall.judgement) if marks.has_overall else tr("no overall judgement")


def _people(study: Study) -> str:
    told, enrolled = people_of(study), study.n_enrolled
    if study.n_analysed is not None and enrolled is not None and study.n_analysed != enrolled:
        return tr("{analysed:whole} of {enrolled:whole}", analysed=study.n_analysed, enrolled=enrolled)
    return NOTHING if told is None else whole(told)


def hidden_list(view: View) -> str:
    """What the filters hide, one line a study with every reason."""
    reasons: dict[str, list[str]] = {}
    for row in view.hidden:
        reasons.setdefault(row.study_id, []).append(say(row.reason))
    names = {row.study_id: row.citation for row in view.hidden}
    return render("hidden.html", hidden=[(names[study_id], each) for study_id, each in reasons.items()])
