"""What a journal club on one study says beside what every club says: its question, its results, its power, its full text."""

from evidence.wording.language import N_
from evidence.wording.say import Message

LABELS: dict[str, Message] = {
    "club full-text": N_("What to look for in the full text"),
    "label registration": N_("Registration"),
    "label funding": N_("Funding"),
    "label risk of bias": N_("Risk of bias"),
    "label week": N_("When"),
    "label as reported": N_("As reported"),
    "label effect": N_("Effect"),
    "label written": N_("Written"),
    "label look for": N_("Look for"),
    "label where to read it": N_("Where to read it"),
    "label domain": N_("Domain"),
    "label our judgement": N_("Our judgement"),
    "caption own results": N_("What it found"),
    "caption wanted": N_("Still missing in what was read"),
}
QUESTION: dict[str, Message] = {
    "not stated in what was read": N_("not stated"),
    "read no further": N_("Read as: {read_as:term}. What is not stated here may stand in the full text."),
    "given in the studies of a review": N_("as in the studies it includes"),
    "form not stated": N_("{intervention}, form not stated"),
    "dose of the salt alone": N_("{salt:amount} mg of the salt a day; the elemental dose is not stated"),
    "arms": "{names:semicolons}",
    "no comparison group": N_("none: there was no other group"),
    "outcome alone": "{outcome}",
    "outcome at weeks": N_("{outcome} (week {weeks:list})"),
    "an amount": "{n:amount}",
    "enrolled and analysed": N_("enrolled: {enrolled}; analysed: {analysed}"),
}
EXPECTED: dict[str, Message] = {
    "ask direction of a trial": N_("In this trial, do you expect patients to be better or worse off with {intervention}?"),
    "ask direction of a change": N_("In this study, do you expect patients to be better or worse off after {intervention}?"),
    "ask direction of a review": N_("Do you expect this review to find patients better or worse off with {intervention}?"),
    "ask association": N_("Do you expect this study to find an association with {intervention}?"),
    "association: yes": N_("yes"),
    "association: no": N_("no"),
    "association: cannot be told": N_("cannot be told"),
    "ask risk of bias": N_("How will it be judged overall ({tool})?"),
}
BIAS: dict[str, Message] = {
    "no signalling questions": N_("This domain has no signalling questions here."),
    "which domain of the study worries": N_("Which domain worries you most?"),
    "tools of the long version": N_("Studies judged with another tool ({tools:list}) stand in the long version."),
}
RESULT: dict[str, Message] = {
    "results of the same people": N_("All its results come from the same people."),
    "results that are not shown": (
        N_("{n:whole} more result stands on the page of the study."),
        N_("{n:whole} more results stand on the page of the study."),
    ),
    "results of other outcomes": (
        N_("The filter for {outcome} hides {n:whole} result of another outcome."),
        N_("The filter for {outcome} hides {n:whole} results of other outcomes."),
    ),
    "outcome in a unit": "{outcome} ({unit})",
    "reported": "{parts:semicolons}",
    "no numbers reported": N_("no numbers in what was read"),
    "read of a group": "{name}: {parts:commas}",
    "mean and SD read": N_("{mean} (SD {sd})"),
    "events of people": N_("{events} of {n}"),
    "people read": N_("n {n}"),
    "number without interval": N_("{number}, no interval"),
    "number and interval": "{number}; {told}",
    "outcome and effect": "{outcome}: {effect}",
    "more results with a number": (N_("{n:whole} more result"), N_("{n:whole} more results")),
    "found in short": "{results:semicolons}.",
    "no result of this study": N_("No result was read."),
    "not rated": N_("not rated"),
}
POWER: dict[str, Message] = {
    "study detects nothing without control": N_("Without a control group nothing can be detected as an effect."),
    "power of a review": N_("A review has no groups of its own: power is a question to the trials it includes."),
    "power not known": N_(
        "What it could have detected cannot be worked out: no result on a scale with group sizes and spread was read."
    ),
    "people shared by arms": N_("It had {n:whole} arms, so any two of them held fewer people and could detect less."),
}
LATER: dict[str, Message] = {
    "written after the study": N_("after the study"),
    "written in the same year": N_("in the same year"),
    "written before the study": N_("before the study"),
    "order not known": N_("year not known"),
    "guidelines on another condition": N_("This study is about another condition ({condition})."),
    "look for in a review": N_("A review: look for the trials it includes, how they were judged, and why it pooled them."),
    "nothing wanted of a study": N_("Nothing that would change an entry here is missing."),
    "wanted of outcomes": "{gap}: {outcomes:semicolons}",
    "no link to a study": N_("No DOI, PubMed record or registration was read: there is no link to a full text."),
    "risk of bias of a study": N_("Risk of bias ({tool}): {judgement:term}."),
    "tool without an overall judgement": N_("{tool} has no overall judgement: each item stands for itself."),
    "study of another condition": N_("About another condition ({condition}): indirect evidence for the question here."),
    "one study of many": N_("One of {n:whole} studies: what all of them say, and how certain that is, stands on the board."),
}
MESSAGES: dict[str, Message] = {**LABELS, **QUESTION, **EXPECTED, **BIAS, **RESULT, **POWER, **LATER}
