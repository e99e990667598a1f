"""What is said of a pack as a whole: flags, doses, guidelines, the bottom line, what is wanted, and another version."""

from evidence.wording.language import N_
from evidence.wording.say import Message

COUNTED: dict[str, Message] = {
    "randomised trial, counted": (N_("{n:whole} randomised trial"), N_("{n:whole} randomised trials")),
    "non-randomised controlled, counted": (
        N_("{n:whole} controlled study without randomisation"),
        N_("{n:whole} controlled studies without randomisation"),
    ),
    "before-after, counted": (N_("{n:whole} before-after study"), N_("{n:whole} before-after studies")),
    "case series, counted": (N_("{n:whole} case series"), N_("{n:whole} case series")),
    "case report, counted": (N_("{n:whole} case report"), N_("{n:whole} case reports")),
    "case-control, counted": (N_("{n:whole} case-control study"), N_("{n:whole} case-control studies")),
    "cohort, counted": (N_("{n:whole} cohort study"), N_("{n:whole} cohort studies")),
    "cross-sectional, counted": (N_("{n:whole} cross-sectional study"), N_("{n:whole} cross-sectional studies")),
    "systematic review, counted": (N_("{n:whole} systematic review"), N_("{n:whole} systematic reviews")),
}
POSITIONS: dict[str, Message] = {
    "guidelines recommend it": (
        N_("{n:whole} recommends {intervention}"),
        N_("{n:whole} recommend {intervention}"),
    ),
    "guidelines recommend against it": (N_("{n:whole} recommends against it"), N_("{n:whole} recommend against it")),
    "guidelines cannot recommend it for lack": (
        N_("{n:whole} says it cannot be recommended for lack of evidence"),
        N_("{n:whole} say it cannot be recommended for lack of evidence"),
    ),
    "guidelines consider it": (N_("{n:whole} says it may be considered"), N_("{n:whole} say it may be considered")),
    "guidelines support it in deficiency": (
        N_("{n:whole} supports it only in deficiency"),
        N_("{n:whole} support it only in deficiency"),
    ),
    "guidelines make no recommendation": (N_("{n:whole} makes no recommendation"), N_("{n:whole} make no recommendation")),
    "guidelines do not name it": (N_("{n:whole} does not mention it"), N_("{n:whole} do not mention it")),
    "guidelines are about something else": (N_("{n:whole} has another scope"), N_("{n:whole} have another scope")),
}
FLAGS: dict[str, Message] = {
    "flagged design": N_("design: {design:term}"),
    "flagged blinding": N_("{blinding:term}; patients rate: {outcomes:commas}"),
    "flagged people": (N_("{n:whole} person (under {limit:whole})"), N_("{n:whole} people (under {limit:whole})")),
    "flagged weeks": (N_("{n:amount} week (under {limit:whole})"), N_("{n:amount} weeks (under {limit:whole})")),
    "flagged condition": N_("condition: {condition}"),
    "flagged measurement": N_("only measured by instrument or laboratory: {outcomes:commas}"),
    "flagged dose": N_("salt or elemental dose: not clear"),
    "flagged registration": N_("registration: none found"),
    "flagged numbers": N_("no usable number in what we read ({read_as:term})"),
    "flagged reading": N_("read as: {read_as:term}"),
    "flagged status": N_("status: {status:term}"),
    "flagged funding": N_("funding: {funding}"),
    "a maker of the product": N_("a maker of the product"),
    "flagged stop": N_("stopped early: yes"),
    "flagged duplicate": N_("possibly the same as {others:semicolons}"),
}
DOSES: dict[str, Message] = {
    "elemental dose": N_("{dose:amount} mg"),
    "elemental dose between": N_("{low:amount} to {high:amount} mg"),
    "elemental dose either": N_("{low:amount} or {high:amount} mg"),
    "compound and dose": N_("{compound}, {dose}"),
    "compound not stated": N_("compound not stated"),
}
GUIDELINES: dict[str, Message] = {
    "document superseded": N_("superseded"),
    "document expired": N_("expired"),
    "document expired on a day": N_("expired in {day:month}"),
    "document valid on a day": N_("valid until {day:month}"),
    "document current": N_("current"),
    "document not stated": N_("validity not stated"),
    "document without a year": N_("year not read"),
}
BOTTOM_LINE: dict[str, Message] = {
    "certainty not rated": N_("The certainty of this evidence has not been rated."),
    "studies known": N_("In this condition we found {studies:list}."),
    "studies and associations known": N_(
        "In this condition we found {studies:list}. Associations in this condition: {associations:list}."
    ),
    "only associations known": N_(
        "No study of a treatment in this condition is in the data. Associations in this condition: {associations:list}."
    ),
    "no study of a treatment": N_("No study of a treatment in this condition is in the data."),
    "studies of people": N_("{studies} ({people}; {numbers})"),
    "studies of a design": N_("{studies} ({numbers})"),
    "this many or fewer": N_("{fewer:whole} or {studies}"),
    "people in all": (N_("{n:whole} participant"), N_("{n:whole} participants")),
    "people in some": (
        N_("{n:whole} participant in {some:whole} of them, size of the others unknown"),
        N_("{n:whole} participants in {some:whole} of them, size of the others unknown"),
    ),
    "all with a number": N_("usable numbers"),
    "some with a number": N_("usable numbers from {some:whole}"),
    "none with a number": N_("no usable numbers"),
    "nothing pooled without a number": N_("Nothing is pooled, because no trial in this condition reports a usable effect."),
    "nothing pooled with one trial": N_(
        "Nothing is pooled, because only one trial in this condition reports a usable effect."
    ),
    "nothing pooled without two of an outcome": N_(
        "Nothing is pooled, because no two trials in this condition report a usable effect on the same outcome."
    ),
    "nothing pooled for a reason": N_("Nothing is pooled: {reason}."),
    "pooled in short": N_(
        "{outcome}: {k:whole} trials in this condition pool to {measure} {interval:interval}{unit:unit}, {better}."
    ),
    "no guideline": N_("No guideline is in the data."),
    "no guideline read": (
        N_("What the {n:whole} guideline document says about {intervention} could not be read."),
        N_("What the {n:whole} guideline documents say about {intervention} could not be read."),
    ),
    "none recommends": (N_("it does not recommend {intervention}"), N_("none recommends {intervention}")),
    "guidelines say": (
        N_("The relevant text of {read:whole} of {n:whole} guideline document was read: {parts:commas}."),
        N_("The relevant text of {read:whole} of {n:whole} guideline documents was read: {parts:commas}."),
    ),
}
WANTED: dict[str, Message] = {
    "wanted of an outcome": N_("{outcome}: {gap}"),
    "wanted of an outcome at a week": N_("{outcome}, week {week:amount}: {gap}"),
    "any result wanted": N_("any result"),
    "SD of the change wanted": N_("the SD of the change (a correlation is assumed now)"),
    "interval wanted": N_("the 95% interval or standard error of the estimate"),
    "estimate wanted": N_("the estimate with its 95% interval"),
    "change wanted": N_("the change with its SD, or means and SDs before and after, and the number of people"),
    "events wanted": N_("people with the event and people in each group"),
    "SDs wanted": N_("the SD and the number of people of each group"),
    "means wanted": N_("mean, SD and number of people of each group"),
    "doses wanted": N_("{gaps:semicolons}"),
    "compound wanted": N_("which compound was given"),
    "dose basis wanted": N_("whether the dose is of the salt or of the element"),
    "dose wanted": N_("the dose"),
    "report wanted": N_("{gaps:commas}"),
    "full text wanted": N_("the full text (read so far: {read_as:term})"),
    "n_enrolled wanted": N_("enrolled"),
    "n_analysed wanted": N_("analysed"),
    "age_mean wanted": N_("mean age"),
    "female_percent wanted": N_("female"),
    "duration_weeks wanted": N_("duration"),
    "registration wanted": N_("registration"),
    "funding wanted": N_("funding"),
    "appraisal wanted": (
        N_("risk of bias in {n:whole} domain: {domains:terms}"),
        N_("risk of bias in {n:whole} domains: {domains:terms}"),
    ),
    "position wanted": N_("what it says about {intervention}"),
    "because r is assumed": N_("The interval rests on an assumed correlation; with this it would be the study's own."),
    "because it is a randomised trial": N_(
        "A randomised trial in the condition of the question: with these numbers it could be drawn and, "
        "with another, pooled."
    ),
    "because it is a treatment study": N_(
        "A treatment study in the condition of the question: the number would stand in the figure instead of a reason."
    ),
    "because it is an association": N_(
        "An association in the condition of the question: not an effect, but it shows how firm the idea behind it is."
    ),
    "because it bears from the side": N_("Another condition: only indirect evidence on the question."),
    "because doses are compared": N_(
        "Without it the dose cannot be held against limits, nor against what other studies gave."
    ),
    "because it says who": N_(
        "It says who was treated and for how long, and lets the risk of bias be judged from more than was read."
    ),
    "because certainty can change": N_("A domain without information can make the certainty better or worse."),
    "because unread is not silent": N_(
        "Not read is not the same as not addressed: whether this body takes a position is open."
    ),
}
VERSIONS: dict[str, Message] = {
    "version unknown": N_(
        "The link cites data version {asked}, which the change log does not know. These are data version {current}."
    ),
    "version newer": N_("The link cites data version {asked}, newer than these data ({current})."),
    "version older": N_(
        "The link cites data version {asked}. These are data version {current}: numbers can differ from those cited."
    ),
}
MESSAGES: dict[str, Message] = COUNTED | POSITIONS | FLAGS | DOSES | GUIDELINES | BOTTOM_LINE | WANTED | VERSIONS
