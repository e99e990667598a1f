"""The study table and the text twin, made ready for their templates; every link keeps the filters of the reader."""

from dataclasses import asdict, dataclass

from evidence.addresses import study_link
from evidence.facts.doses import dose_text
from evidence.facts.flags import flags_by_study
from evidence.facts.marks import all_marks
from evidence.facts.view import View
from evidence.forest.row import Forest, ForestRow, sentence
from evidence.vocabulary.known import known
from evidence.wording.html import render
from evidence.wording.say import say
from evidence.wording.words import people, tr, weeks

HEADINGS = (
    "Study",
    "Design",
    "Condition",
    "Compound and elemental dose",
    "Weeks",
    "n",
    "Risk of bias",
    "Flags",
    "Read as",
)


def study_table(view: View) -> str:
    """The studies in view as an HTML table, every value escaped."""
    marks = all_marks(view.pack)
    flags = flags_by_study(view.pack)
    rows = [
        {
            "href": study_link(study["study_id"], view.selection),
            "study": study["citation"],
            "design": study["design"],
            "condition": study["condition"],
            "dose": dose_text(study, view.pack.compounds) or tr("not applicable"),
            "weeks": weeks(study),
            "people": _people(study),
            "overall": marks[study["study_id"]][2].judgement,
            "flags": flags.get(study["study_id"], ()),
            "read_as": study["read_as"],
        }
        for study in view.studies.to_dict("records")
    ]
    return render("study_table.html", headings=[tr(heading) for heading in HEADINGS], rows=rows)


def _people(study: object) -> str:
    enrolled, analysed = study["n_enrolled"], study["n_analysed"]  # type: ignore[index]
    if known(analysed) and known(enrolled) and int(analysed) != int(enrolled):
        return tr("{analysed} of {enrolled}", analysed=people(int(analysed)), enrolled=people(int(enrolled)))
    return people(int(analysed)) if known(analysed) else people(int(enrolled)) if known(enrolled) else "\u2013"


@dataclass(frozen=True)
class Bar:
    """A small drawing of one interval: places in percent of its width."""

    null: float
    low: float
    width: float
    point: float
    hollow: bool


def _bar(row: ForestRow, forest: Forest) -> dict[str, object] | None:
    if row.estimate is None:
        return None
    axis = forest.axis

    def percent(value: float) -> float:
        return round(100 * min(max((value - axis.low) / (axis.high - axis.low), 0), 1), 2)

    low = percent(row.ci_low if row.ci_low is not None else row.estimate)
    high = percent(row.ci_high if row.ci_high is not None else row.estimate)
    return asdict(Bar(percent(axis.null), low, round(high - low, 2), percent(row.estimate), row.hollow))


def text_twin(forest: Forest, view: View) -> str:
    """The forest in words as HTML, group by group, one sentence a row, with a small drawing for narrow screens."""
    groups = [
        {
            "heading": heading,
            "rows": [
                {
                    "href": study_link(row.study_id, view.selection),
                    "study": row.study,
                    "words": sentence(row, forest.axis).removeprefix(row.study + ", "),
                    "overall": row.overall.judgement,
                    "flags": len(row.flags),
                    "bar": _bar(row, forest),
                }
                for row in forest.rows
                if row.group == key
            ],
        }
        for key, heading in forest.headings.items()
    ]
    return render("twin.html", groups=groups, axis=forest.axis)


def hidden_list(view: View) -> str:
    """What the filters hide, one line a study with every reason."""
    reasons: dict[str, list[str]] = {}
    for row in view.hidden:
        reasons.setdefault(row.study_id, []).append(say(row.reason))
    names = {row.study_id: row.citation for row in view.hidden}
    hidden = [(names[study_id], each) for study_id, each in reasons.items()]
    return render("hidden.html", hidden=hidden)
