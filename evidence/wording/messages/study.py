"""What is said on the page of one study: its parts, what was not reported, its doses, groups, results and neighbours."""

from evidence.wording.language import N_
from evidence.wording.say import Message

FACTS: dict[str, Message] = {
    "population of a study": N_("Population"),
    "intervention of a study": N_("Intervention"),
    "comparison of a study": N_("Comparison"),
    "outcomes of a study": N_("Outcomes"),
    "report of a study": N_("Report"),
    "measured in a study": N_("Measured"),
    "not reported": N_("not reported in what we read"),
    "no treatment was given": N_("not applicable: no treatment was given for this study"),
    "dose a day": N_("{dose}/day"),
    "dose if the salt was weighed": N_(
        "If the salt was weighed: {salt:plain} mg x {percent:plain} % = {dose:amount} mg of the element."
    ),
    "dose the source gives too": N_("The source also gives {dose:plain} mg of the element."),
    "dose if the element is meant": N_("If the element is meant: {salt:plain} mg."),
    "who measures": N_("by {who:term}"),
    "unit and who measures": N_("{unit}, by {who:term}"),
}
RESULTS: dict[str, Message] = {
    "lower is better": N_("lower is better"),
    "higher is better": N_("higher is better"),
    "group after": N_("After"),
    "group before": N_("Before"),
    "group of cases": N_("Cases"),
    "group of controls": N_("Controls"),
    "week of a result": N_("week {week:amount}"),
    "P value of a result": N_("{p:p}"),
    "estimate entered with interval": N_("{estimate:plain} {ends:entered}"),
    "estimate entered of a measure": N_("{measure:term} {estimate}"),
    "effect of a result": N_("{numbers:interval}"),
    "rule of an interval": N_("Interval: {rule}"),
    "standard deviations": N_("standard deviations"),
    "assumed": N_("{assumptions:commas}"),
    "assumed and mirrored": N_("{assumptions:commas}; mirrored: higher is better"),
    "mirrored": N_("mirrored: higher is better"),
    "outcome of a study": N_("{outcome} ({study})"),
}
OTHER: dict[str, Message] = {
    "DOI of a study": N_("DOI {doi}"),
    "PubMed record of a study": N_("PubMed {pmid}"),
    "basis of a judgement": N_("{read_as:term}"),
    "two reports of one trial": N_(
        "This may be the same study as {others:list}: two reports of one trial. Counts allow for both cases, "
        "and the reports are never pooled with each other."
    ),
}
MESSAGES: dict[str, Message] = FACTS | RESULTS | OTHER
