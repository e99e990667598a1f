"""The study table, and the list of what the filters hide; every link keeps the filters of the reader."""

from evidence.addresses import study_link
from evidence.facts.doses import given_of
from evidence.facts.flags import flags_of
from evidence.facts.marks import all_marks
from evidence.facts.view import View
from evidence.packs.records import Study
from evidence.wording.html import render
from evidence.wording.language import N_
from evidence.wording.numbers import whole
from evidence.wording.say import say, term, tr

HEADINGS = (
    N_("Study"),
    N_("Design"),
    N_("Condition"),
    N_("Compound and elemental dose"),
    N_("Weeks"),
    N_("n"),
    N_("Risk of bias"),
    N_("Flags"),
    N_("Read as"),
)
NOTHING = "\u2013"


def study_table(view: View) -> str:
    """The studies in view as an HTML table, every value escaped."""
    marks, flags, given = all_marks(view.pack), flags_of(view.pack), given_of(view.pack)
    rows = [
        {
            "study_id": study.study_id,
            "href": study_link(study.study_id, view.selection),
            "study": study.citation,
            "design": term(study.design),
            "condition": study.condition,
            "dose": say(given[study.study_id]) or tr("not applicable"),
            "weeks": NOTHING if study.duration_weeks is None else tr("{n:amount} wk", n=study.duration_weeks),
            "people": _people(study),
            "overall": term(marks[study.study_id].overall.judgement),
            "flags": flags.get(study.study_id, ()),
            "read_as": term(study.read_as),
        }
        for study in view.study_rows
    ]
    return render(
        "study_table.html", headings=[tr(heading) for heading in HEADINGS], rows=rows, filters=view.selection.query()
    )


def _people(study: Study) -> str:
    enrolled, analysed = study.n_enrolled, study.n_analysed
    if analysed is not None and enrolled is not None and analysed != enrolled:
        return tr("{analysed:whole} of {enrolled:whole}", analysed=analysed, enrolled=enrolled)
    known = analysed if analysed is not None else enrolled
    return NOTHING if known is None else whole(known)


def hidden_list(view: View) -> str:
    """What the filters hide, one line a study with every reason."""
    reasons: dict[str, list[str]] = {}
    for row in view.hidden:
        reasons.setdefault(row.study_id, []).append(say(row.reason))
    names = {row.study_id: row.citation for row in view.hidden}
    return render("hidden.html", hidden=[(names[study_id], each) for study_id, each in reasons.items()])
