"""What differs between two versions of the data, or between two extractions."""

from evidence.wording.language import N_
from evidence.wording.say import Message

MARKS: dict[str, Message] = {
    "is new": N_("new"),
    "is changed": N_("changed"),
    "new in version": N_("new in {version}"),
    "changed in version": N_("changed in {version}"),
    "studies changed": N_("study: {columns:commas}"),
    "results changed": N_("result: {columns:commas}"),
    "appraisals changed": N_("risk of bias: {columns:commas}"),
    "guidelines changed": N_("document: {columns:commas}"),
    "studies added": (N_("{n:whole} new study"), N_("{n:whole} new studies")),
    "results added": (N_("{n:whole} new result"), N_("{n:whole} new results")),
    "appraisals added": (N_("{n:whole} new judgement of bias"), N_("{n:whole} new judgements of bias")),
    "guidelines added": (N_("{n:whole} new document"), N_("{n:whole} new documents")),
    "studies removed": (N_("{n:whole} study removed"), N_("{n:whole} studies removed")),
    "results removed": (N_("{n:whole} result removed"), N_("{n:whole} results removed")),
    "appraisals removed": (N_("{n:whole} judgement of bias removed"), N_("{n:whole} judgements of bias removed")),
    "guidelines removed": (N_("{n:whole} document removed"), N_("{n:whole} documents removed")),
}
ANSWER: dict[str, Message] = {
    "bottom line: statement": N_("What the evidence says"),
    "bottom line: certainty": N_("Certainty"),
    "bottom line: rationale": N_("Reason for the certainty"),
    "bottom line: studies": N_("Studies known"),
    "bottom line: pooled": N_("What is pooled, or why nothing is"),
    "bottom line: guidelines": N_("What guidelines say"),
    "pooled: all": N_("{outcome}, all results"),
    "pooled: direct": N_("{outcome}, direct evidence"),
    "pooled: direct randomised": N_("{outcome}, direct randomised trials"),
    "not pooled because": N_("Not pooled: {reasons:semicolons}."),
    "nothing there": N_("nothing"),
}
NOTES: dict[str, Message] = {
    "since: bottom line": N_("The bottom line changed: {parts:inside}."),
    "since: of one": N_("{name}: {parts:semicolons}."),
    "since: studies removed": (
        N_("{n:whole} study is no longer in the data: {names:few}."),
        N_("{n:whole} studies are no longer in the data: {names:few}."),
    ),
    "since: table": N_("{table}: {added:whole} added, {removed:whole} removed, {changed:whole} changed."),
    "since: readings": (
        N_("Where it was read: {n:whole} row differs."),
        N_("Where it was read: {n:whole} rows differ."),
    ),
    "since: more": (N_("{n:whole} more change."), N_("{n:whole} more changes.")),
    "since: nothing here": N_("Nothing of what this link shows has changed."),
}
COMMAND: dict[str, Message] = {
    "from version to version": N_("From {old} (version {old_version}) to {new} (version {new_version})"),
    "nothing differs": N_("The tables say the same."),
    "rows of a table differ": N_(
        "{table}: {old:whole} to {new:whole} rows; {added:whole} added, {removed:whole} removed, "
        "{changed:whole} changed ({cells})"
    ),
    "cells that differ": (N_("{n:whole} cell"), N_("{n:whole} cells")),
    "columns new": N_("columns filled for the first time: {columns:commas}"),
    "columns dropped": N_("columns no longer filled: {columns:commas}"),
    "row of a table": N_("{table}, {row}"),
    "row added": N_("added: {row}"),
    "row removed": N_("removed: {row}"),
    "row changed": N_("changed: {row}"),
    "cell differs": N_("{column}: {old} → {new}"),
    "row of the dataset": N_("the dataset"),
    "empty cell": N_("(empty)"),
    "effect on the bottom line": N_("Effect on the bottom line"),
    "effect on pooled results": N_("Effect on pooled results"),
    "bottom line the same": N_("The bottom line stays the same."),
    "pooled results the same": N_("No pooled result changes."),
    "answer not worked out": N_(
        "What this does to the bottom line and to pooled results is not known: "
        "by the rules of today the older tables are no pack."
    ),
    "older tables gone": N_(
        "The tables of version {version} were no longer there when this file was made: "
        "of a removed row only its key stands here."
    ),
    "answer part differs": N_("{about}: {old} → {new}"),
    "earlier version elsewhere": N_("the folder is named {folder}, but its data are version {version}"),
}
MESSAGES: dict[str, Message] = {**MARKS, **ANSWER, **NOTES, **COMMAND}
