"""What does not fit together in a pack; words and numbers stand as they are written in the table."""

from evidence.wording.language import N_
from evidence.wording.say import Message

ROWS: dict[str, Message] = {
    "value of a key": N_("'{value}'"),
    "value with others of a key": N_("{others} with '{value}'"),
    "key twice in the table": N_("{key} is already used in line {line:cell}; each row needs its own"),
    "key in other capitals": N_("{key} differs only in capitals from the one in line {line:cell}; each row needs its own"),
    "names itself": N_("'{value}' is this row itself"),
    "row of an absent table": N_("'{value}' names a row of {file}, which this pack does not have"),
    "row not found": N_("'{value}' is not in {file}{hint}"),
    "not kind and identifier": N_("'{value}' is not written kind:identifier"),
    "not named in return": N_("'{other}' (line {line:cell}) does not name '{study}' in return"),
    "second spelling": N_("'{value}' is spelled '{usual}' in an earlier row"),
    "long word": (
        N_("the cell has a word of {n:whole} character; are spaces missing?"),
        N_("the cell has a word of {n:whole} characters; are spaces missing?"),
    ),
    "no provenance": N_("no provenance: the pack does not say where its numbers were read"),
    "number without provenance": N_("no provenance row says where '{value}' was read"),
    "provenance of no column": N_("'{column}' is not a column of {file}{hint}"),
    "provenance of no row": N_("'{row}' is not a row of {file}{hint}"),
    "provenance of an empty cell": N_("the cell {column} of '{row}' in {file} is empty, so nothing was read there"),
    "read again without a day": N_("it says who read the value again, but not on which day"),
    "read again by nobody": N_("it says when the value was read again, but not by whom"),
    "read again before it was read": N_("read again on {day}, before it was first read on {checked}"),
    "after the last search": N_("'{value}' lies after the last search ({searched:cell})"),
    "expires before its date": N_("expires on {until}, before its date {as_of}"),
    "expires before its year": N_("expires on {until}, before its year {year:cell}"),
    "expired but current": N_("expired on {until}, before the last search, but its status is current"),
    "supersedes a newer one": N_("'{older}' is of {earlier:cell}, newer than this document ({year:cell})"),
    "not found without a search": N_(
        "'{finding}' must say where and when it was looked for, so that silence never reads as safe"
    ),
    "finding without a source": N_("'{finding}' needs its source and what was read of it"),
    "something although nothing was found": N_("nothing was found, so the row cannot give this"),
    "hours without their lower end": N_("hours up to {high:cell} without their lower end"),
    "hours reversed": N_("the hours are reversed: {low:cell} to {high:cell}"),
    "hours without an order": N_("hours apart need an order: which of the two is taken first, or either"),
    "order without hours": N_("an order needs the hours between the two"),
    "medicine without its place": N_("a medicine says whether it is used for the condition of the question"),
    "place of no medicine": N_("only a medicine can be used for the condition of the question"),
    "read better than its sources": N_("the least that was read of what this rests on is {least:term}"),
    "more problems of a kind": N_("there are more problems of this kind; the first {most:whole} are listed"),
}

NUMBERS: dict[str, Message] = {
    "group of means": N_("means"),
    "group of events": N_("events"),
    "group of reported estimate": N_("a reported estimate"),
    "two effect groups": N_("the row has two effect groups ({groups:list}); give each its own row"),
    "no number and no note": N_("the row has no number; a note must say why"),
    "half a group": N_("{group} without {missing:commas}: fill what is missing or say in a note why it is not there"),
    "SD without its mean": N_("an SD without its mean; fill {mean} or leave the SD out"),
    "change with two means": N_("a change from baseline has one group only; the second mean and SD stay empty"),
    "final or change": N_("one mean of a before-after result: say whether it is a final value or a change"),
    "ratio of means": N_("means cannot give a ratio ({measure})"),
    "events without times": N_("events alone cannot give this measure ({measure}), which needs to know when they happened"),
    "difference of events": N_("events cannot give a difference of means ({measure})"),
    "more events than people": (
        N_("{n:cell} person with the event, but only {people:cell} people in the group"),
        N_("{n:cell} people with the event, but only {people:cell} people in the group"),
    ),
    "interval with one end": N_("an interval needs both ends; fill this one or leave both out"),
    "interval without its estimate": N_("an interval without its estimate"),
    "measure of two groups": N_("'{measure}' compares two groups; a before-after change has none to compare"),
    "measure of one group": N_("'{measure}' is a mean change within one group; this row compares two groups"),
    "ratio not above zero": N_("a ratio on its natural scale cannot be {ratio:cell}"),
    "interval reversed": N_("the interval is reversed: {low:cell} to {high:cell}"),
    "interval without width": N_("the interval has no width: {low:cell} to {high:cell}"),
    "estimate outside its interval": N_("the estimate {estimate:cell} lies outside its interval"),
    "estimate off centre": N_(
        "the estimate is not the middle of its interval, which is {middle:cell}; check the three numbers"
    ),
    "estimate off the logarithmic centre": N_(
        "the estimate is not the (logarithmic) middle of its interval, which is {middle:cell}; check the three numbers"
    ),
    "interval against P": N_("the interval implies P of about {implied:cell}, the row says {p_value:cell}; check both"),
    "scale reversed": N_("the scale runs from {low:cell} to {high:cell}"),
    "value outside the scale": N_("{number:cell} lies outside the scale of this outcome"),
    "change beyond the scale": N_("a change of {change:cell} is more than the scale allows"),
    "difference beyond the scale": N_("a difference of {difference:cell} is more than the scale allows"),
    "SD beyond the scale": N_("an SD of {sd:cell} is not possible on a scale from {low:cell} to {high:cell}"),
    "SD like a standard error": N_("an SD of {sd:cell} is so small that it may be a standard error; check the source"),
    "SD of one person": N_("one person has no SD"),
    "more analysed than enrolled": (
        N_("{n:cell} person analysed, but only {enrolled:cell} enrolled"),
        N_("{n:cell} people analysed, but only {enrolled:cell} enrolled"),
    ),
    "more people after than before": (
        N_("{n:cell} person after treatment, but only {before:cell} before"),
        N_("{n:cell} people after treatment, but only {before:cell} before"),
    ),
    "group beyond the enrolled": (
        N_("{n:cell} person in the group, but the study enrolled {enrolled:cell}"),
        N_("{n:cell} people in the group, but the study enrolled {enrolled:cell}"),
    ),
    "both groups beyond the enrolled": (
        N_("{n:cell} person in both groups together, but the study enrolled {enrolled:cell}"),
        N_("{n:cell} people in both groups together, but the study enrolled {enrolled:cell}"),
    ),
    "dose does not fit the salt": N_("{salt:cell} mg of {compound} hold {forms:or} mg of the element, not {elemental:cell}"),
    "dose larger than the salt": N_("{elemental:cell} mg of the element cannot come from {salt:cell} mg of salt"),
}

JUDGED: dict[str, Message] = {
    "judgement of another tool": N_("'{value}' is not a judgement of {tool}{hint}"),
    "domain of another tool": N_("'{value}' is not a domain of {tool}{hint}"),
    "overall better than a domain": N_(
        "overall is '{overall}' although '{worst}' is judged for: {domains:commas}; "
        "with {tool} the overall judgement is at least as severe as the worst domain"
    ),
    "statement without its verb": N_("the certainty is {certainty}, so the statement must say '{verb}'"),
    "statement with a verb of doubt": N_("the certainty is high, but the statement says '{verbs:commas}'"),
    "certainty does not follow": N_("starting from {start}, the levels given lead to {implied}, not {certainty}"),
}

LISTS: dict[str, Message] = {
    "problem": N_("{place}: {message}"),
    "problem with what is allowed": N_("{place}: {message}; allowed: {allowed}"),
    "problem as a warning": N_("warning: {message}"),
    "pack without errors": (
        N_("{name}: version {version}, no errors, {n:whole} warning ({tables:commas})"),
        N_("{name}: version {version}, no errors, {n:whole} warnings ({tables:commas})"),
    ),
    "rows of a table": N_("{table} {rows:cell}"),
    "filter value that is a slip": N_("--{filter}: '{value}' is not known in this pack{hint} Known: {known}"),
    "unknown filter value": N_("--{filter}: '{value}' is not known in this pack; known: {known}"),
    "problems found": (
        N_("{n:whole} problem was found. Nothing was changed or left out."),
        N_("{n:whole} problems were found. Nothing was changed or left out."),
    ),
}

MESSAGES: dict[str, Message] = ROWS | NUMBERS | JUDGED | LISTS
