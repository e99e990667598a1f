"""An R script that rebuilds every number of a view with metafor, with the data inside it.

`Rscript analysis.R [numbers.csv]` writes one CSV: the effects on their own scale (part native) and on the standardised
axis (part standardised), and for each outcome that passes the gate the pooled result, the weights, the result without each
study, and Egger's test from ten results. The script is plain ASCII apart from its comments, and the same view gives the same
script.
"""

from pathlib import Path

import numpy as np
import pandas as pd

from evidence.downloads.about import about
from evidence.facts.view import View
from evidence.forest.panel import pool_outcome
from evidence.statistics.inputs import NUMBERS, Inputs, read_inputs
from evidence.statistics.pooled import MOST_TO_LEAVE_OUT, Pooled
from evidence.vocabulary.measures import RATIOS
from evidence.wording.language import ENGLISH, speaking
from evidence.wording.say import say, tr

BODY = Path(__file__).with_name("analysis.R")
WIDTH = 100


def r_script(view: View) -> str:
    """The script of a view, as text; its comments are in English."""
    with speaking(ENGLISH):
        return _script(view)


def _script(view: View) -> str:
    given = read_inputs(view.results, view.pack.outcomes)
    pooled, remarks = _pools(view)
    columns = {
        "result_id": _text_vector(view.results["result_id"]),
        "study_id": _text_vector(view.results["study_id"]),
        "outcome": _text_vector(view.results["outcome"]),
        "contrast": _text_vector(view.results["contrast"]),
        "measure": _text_vector(pd.Series(given.measure)),
        "kind": _text_vector(pd.Series(_kinds(given))),
        "higher_is_better": _vector("logical", ["TRUE" if each else "FALSE" for each in given.higher_is_better]),
        "pooled": _vector("logical", ["TRUE" if each in pooled else "FALSE" for each in view.results["result_id"]]),
        **{name: _vector("numeric", [_number(each) for each in getattr(given, name).tolist()]) for name in NUMBERS},
    }
    data = ",\n".join(f"  {name} = {vector}" for name, vector in columns.items())
    lines = [
        *(_comment(f"{label}: {text}") for label, text in about(view)),
        "#",
        _comment(tr("Rebuilds the numbers of this view: Rscript analysis.R [numbers.csv]. Needs R and metafor.")),
        *(_comment(remark) for remark in remarks),
        "",
        f"correlation <- {view.selection.r!r}  # assumed between before and after",
        f"ratios <- {_vector('character', [_quoted(each) for each in RATIOS])}  # computed with as logarithms",
        f"most_to_leave_out <- {MOST_TO_LEAVE_OUT}  # results",
        f"results <- data.frame(\n{data},\n  stringsAsFactors = FALSE)",
        "",
        BODY.read_text(encoding="utf-8"),
    ]
    return "\n".join(lines)


def _pools(view: View) -> tuple[set[str], list[str]]:
    """Ids of the results that are in a pool, and a remark on every outcome in view."""
    labels = dict(zip(view.pack.outcomes["outcome"], view.pack.outcomes["label"], strict=True))
    pooled: set[str] = set()
    remarks = []
    for outcome in view.results["outcome"].drop_duplicates():
        answer = pool_outcome(view, outcome)
        label = labels.get(outcome, outcome)
        if isinstance(answer, Pooled):
            pooled |= {point.result_id for point in answer.points}
            remarks.append(f"{label}: {say(answer.conventions)}")
        else:
            remarks.append(tr("{outcome}: not pooled: {reasons:semicolons}", outcome=label, reasons=answer.reasons))
    return pooled, remarks


def _kinds(given: Inputs) -> np.ndarray:
    kinds = np.full(len(given.measure), "none", dtype=object)
    for name, rows in (
        ("two means", given.two_means),
        ("two events", given.two_events),
        ("change", given.change),
        ("before and after", given.before_after),
        ("reported", given.reported),
    ):
        kinds[rows] = name
    return kinds


def _comment(text: str) -> str:
    return "# " + " ".join(str(text).split())


def _text_vector(texts: pd.Series) -> str:
    return _vector("character", [_quoted(str(text)) for text in texts])


def _vector(kind: str, values: list[str]) -> str:
    """An R vector over lines of a bearable width; an empty one keeps its type."""
    if not values:
        return f"{kind}(0)"
    lines, line = [], ""
    for value in values:
        if line and len(line) + len(value) > WIDTH:
            lines.append(line.rstrip())
            line = ""
        line += f"{value}, "
    return "c(" + "\n    ".join([*lines, line]).rstrip(", ") + ")"


def _number(value: float) -> str:
    """A number of R that reads back as the same double."""
    if np.isnan(value):
        return "NA"
    return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else repr(float(value))


def _quoted(text: str) -> str:
    """A string of R in ASCII; quotes, backslashes and everything outside ASCII are escaped."""
    return '"' + "".join(_escaped(letter) for letter in text) + '"'


def _escaped(letter: str) -> str:
    code = ord(letter)
    if letter in '"\\':
        return "\\" + letter
    if 32 <= code < 127:
        return letter
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
