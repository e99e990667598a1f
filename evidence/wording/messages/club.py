"""What a journal-club session says: headings, labels, questions to the room, and the sentences of its steps."""

from evidence.wording.language import N_
from evidence.wording.say import Message

HEADINGS: dict[str, Message] = {
    "club question": N_("The question"),
    "club expectation": N_("What do you expect?"),
    "club methods": N_("How was it done?"),
    "club bias": N_("How far can we trust it?"),
    "club result": N_("The result"),
    "club power": N_("Power: what effect could it have detected?"),
    "club guidelines": N_("What guidelines say, and what they could have known"),
    "club practice": N_("Would it change practice?"),
    "club take-home": N_("Take-home"),
    "club discussion": N_("To discuss"),
    "club silent": N_("Studies without a number"),
}
LABELS: dict[str, Message] = {
    "label people": N_("People"),
    "label intervention": N_("Intervention"),
    "label comparison": N_("Comparison"),
    "label outcomes": N_("Outcomes"),
    "label in view": N_("In view"),
    "label direction": N_("Direction"),
    "label certainty": N_("Certainty"),
    "label practice": N_("Practice"),
    "label design": N_("Design"),
    "label blinding": N_("Blinding"),
    "label dose": N_("Dose"),
    "label length": N_("Length"),
    "label read as": N_("Read as"),
    "label flag": N_("Flag"),
    "label weight": N_("Weight"),
    "label why": N_("Why"),
    "label study": N_("Study"),
    "label studies": N_("Studies"),
    "label condition": N_("Condition"),
    "label n": N_("n"),
    "label flags": N_("Flags"),
    "label in this condition": N_("In this condition"),
    "label double-blind": N_("Double-blind"),
    "label with a serious flag": N_("With a serious flag"),
    "label all in all": N_("Overall"),
    "label outcome": N_("Outcome"),
    "label could find": N_("Detectable difference"),
    "label matters from": N_("Minimal important difference"),
    "label body": N_("Body"),
    "label position": N_("Position"),
    "label validity": N_("Validity"),
    "label came later": N_("Studies that came later"),
    "label in words": N_("In words"),
}
CAPTIONS: dict[str, Message] = {
    "caption flags": N_("Quality flags"),
    "caption studies": N_("Studies in view"),
    "caption designs": N_("By design"),
    "risk of bias by tool": N_("Risk of bias, {tool}"),
    "caption power": N_("Smallest true difference found with 80 % probability"),
    "caption positions": N_("Positions at the last search, {day}"),
    "caption certainty": N_("Certainty by outcome (GRADE)"),
}
WORDS: dict[str, Message] = {
    "word": "{word:term}",
    "word in front": "{word:capital term}",
    "design and structure": "{words:terms}",
    "names": "{names:list}",
    "names and more": N_("{names:commas} and {n:whole} more"),
    "difference": "{value:hundredths}",
    "people": "{size:whole}",
    "people in two groups": "{first:whole} + {second:whole}",
    "nothing read": "\u2013",
    "weeks": N_("{weeks:amount} wk"),
    "read in brackets": "[{read_as:term}]",
    "read in parentheses": "({read_as:term})",
    "body and year": "{body}, {year}",
    "body, year and text": "{body}, {year}: {text}",
    "not read": N_("not read"),
    "none given": N_("none given for this study"),
    "outcomes measured": "{names:semicolons}",
    "no outcome read": N_("none in what we read"),
    "studies counted": (N_("{n:whole} study"), N_("{n:whole} studies")),
    "not applicable": N_("not applicable"),
    "flag alone": "{flag:term}",
    "flag of studies": "{flag:term}: {studies}",
    "question for all": N_("For all"),
    "certainty with symbol": N_("{symbol} {certainty:term} certainty"),
}
EXPECTED: dict[str, Message] = {
    "ask direction": N_("With {intervention}, do you expect patients to be better or worse off?"),
    "direction: better": N_("better"),
    "direction: no clear difference": N_("no clear difference"),
    "direction: worse": N_("worse"),
    "direction: cannot be told": N_("cannot be told"),
    "ask certainty": N_("How certain will the evidence be?"),
    "ask practice": N_("After this, would you offer {intervention}?"),
    "practice: yes": N_("yes"),
    "practice: for some patients": N_("for some patients"),
    "practice: no": N_("no"),
    "practice: more evidence first": N_("more evidence first"),
}
BIAS: dict[str, Message] = {
    "no appraisal": N_("No risk-of-bias appraisal is in the data."),
    "not appraised": N_("Not appraised: {studies}."),
    "no reason given": N_("no reason given"),
    "numbered domain": "{number} {domain:term}",
    "domains by number": "{domains:semicolons}",
    "sign and judgement": "{symbol} {judgement:term}",
    "signs": "{signs:semicolons}",
    "which domain worries": (
        N_("{n:whole} study: which domain worries you most?"),
        N_("{n:whole} studies: which domain worries you most?"),
    ),
}
ANSWERS: dict[str, Message] = {
    "no forest": N_("Nothing in view can stand in a forest plot."),
    "not pooled, the reasons": N_("Not pooled. The reasons:"),
    "reason as sentence": "{reason:capital}.",
    "one number alone": N_("One number alone: there is nothing to pool."),
    "no number to draw": N_("Nothing to plot: no usable effect estimate was read."),
    "associations are not pooled": N_("Associations are not effects of treatment and are not pooled."),
    "none sourced": N_("none sourced"),
    "nothing detected without control": N_("Without a control group nothing can be detected as an effect: {studies}."),
    "an association shows no effect": N_("An association cannot show an effect of treatment, whatever its size."),
    "people for a medium difference": N_(
        "To find a medium difference (half a standard deviation) with {power:plain} % probability, a trial needs "
        "{people:whole} people in each group."
    ),
    "at best": N_(
        "{study}: at best, with all {people:whole} people in two equal groups, it could find a difference of "
        "{sd:hundredths} standard deviations on a scale."
    ),
    "more documents": (
        N_("{n:whole} more document: the relevant text was not read, or it is about something else."),
        N_("{n:whole} more documents: the relevant text was not read, or it is about something else."),
    ),
    "none in view": N_("none in view"),
}
ON_SCREEN: dict[str, Message] = {
    "rows of all": N_("{caption}, {first:whole} to {last:whole} of {every:whole}"),
    "last rows on the screen": (
        N_("{caption}, {first:whole} to {last:whole} of {every:whole}; {n:whole} more outside the presentation"),
        N_("{caption}, {first:whole} to {last:whole} of {every:whole}; {n:whole} more outside the presentation"),
    ),
    "more": N_("More"),
    "more of these": (
        N_("{n:whole} more, outside the presentation"),
        N_("{n:whole} more, outside the presentation"),
    ),
    "cut on the screen": (
        N_("{text}\u2026 (cut here: {n:whole} more character, outside the presentation)"),
        N_("{text}\u2026 (cut here: {n:whole} more characters, outside the presentation)"),
    ),
}
DISCUSSION: dict[str, Message] = {
    "ask no control group": N_(
        "What else could have brought this change without the treatment: time, attention, placebo, chance?"
    ),
    "ask numbers not reported": N_(
        "What would you need to see in numbers before acting on this? Who could be asked for them?"
    ),
    "ask indirect condition": N_("Would you expect the same effect in the condition you treat? Why, and why not?"),
    "ask not blinded, patient-rated": N_("How much of the answer could come from patients who knew what they took?"),
    "ask small": N_("How large an effect could so few people show, and is an effect of that size plausible?"),
    "ask short": N_("Is this long enough for what your patients need?"),
    "ask surrogate outcome": N_("Would your patients feel a difference in what was measured here?"),
    "ask dose ambiguous": N_("Which dose would you write on a prescription after reading this?"),
    "ask unpublished": N_("Why might this not have been published, and what does that mean for the rest?"),
    "ask maker-funded": N_("Where might the funder's interests have influenced design, analysis or reporting?"),
    "ask stopped early": N_("Was early stopping planned, and in which direction could it bias the result?"),
    "ask possible duplicate": N_("Are these two studies or one? What changes if it is one?"),
    "ask no registration found": N_("How would you find out whether the outcome was chosen before the results were known?"),
    "ask full text not read": N_("Which sentence of the full text would you look up first?"),
    "ask what would change your mind": N_("What would change your mind: which study, in whom, against what?"),
    "ask the next patient": N_("What will you say to the next patient who asks?"),
}
MESSAGES: dict[str, Message] = {
    **HEADINGS, **LABELS, **CAPTIONS, **WORDS, **EXPECTED, **BIAS, **ANSWERS, **ON_SCREEN, **DISCUSSION,
}  # fmt: skip
