"""The summary of findings: what a row says of studies, numbers, other conditions and certainty."""

from evidence.wording.language import N_
from evidence.wording.say import Message

MESSAGES: dict[str, Message] = {
    # studies
    "findings: studies": N_("{studies}, {people}"),
    "findings: size unknown": N_("number of participants not known"),
    "findings: no study": N_("No study of the treatment in this condition has a result for it."),
    "findings: associations": N_("Associations only: {studies:semicolons}"),
    "findings: without result": N_("In no row, because no result was read: {studies:semicolons} ({names:few})."),
    # numbers
    "findings: estimate": N_("{measure} {interval:interval}{unit:unit}, {better}"),
    "findings: estimate alone": N_("{measure} {numbers:estimate}{unit:unit}, {better}; no interval read"),
    "findings: lower": N_("lower is better"),
    "findings: higher": N_("higher is better"),
    "findings: pooled": N_("Pooled, {k:whole} trials, {outcome}: {measure} {interval:interval}{unit:unit}, {better}"),
    "findings: several numbers": N_("{n:whole} results with a number, not pooled"),
    "findings: numbers beside it": (
        N_("no number for this outcome itself, {n:whole} for others of its kind"),
        N_("no number for this outcome itself, {n:whole} for others of its kind"),
    ),
    "findings: no number": N_("no result with a number in this condition"),
    "findings: more": N_("and {n:whole} more"),
    # how to read them
    "findings: change alone": N_("change without a control group"),
    "findings: compared with": N_("compared with {comparator}"),
    "findings: between groups": N_("between groups, with what is not stated"),
    "findings: association": N_("an association, not an effect of treatment"),
    "findings: by a review": N_("as pooled by a review"),
    # what they can be held against
    "findings: reference": N_("{label}: {estimate:plain} {ends:entered}{unit:unit}"),
    "findings: reference alone": N_("{label}: {estimate:plain}{unit:unit}, no interval read"),
    "findings: verdict": N_("{studies:few}: {verdict}"),
    # headings
    "findings: heading": N_("Summary of findings"),
    "findings: outcome": N_("Outcome"),
    "findings: participants": N_("Participants and studies"),
    "findings: found": N_("What was found"),
    "findings: certainty": N_("Certainty (GRADE)"),
    "findings: to compare": N_("To compare with"),
    "findings: silent": N_("Without a number"),
    "findings: indirect": N_("Indirect, from other conditions"),
    # GRADE
    "findings: start": N_("Starts from"),
    "findings: risk_of_bias": N_("Risk of bias"),
    "findings: inconsistency": N_("Inconsistency"),
    "findings: indirectness": N_("Indirectness"),
    "findings: imprecision": N_("Imprecision"),
    "findings: publication_bias": N_("Publication bias"),
    "findings: rationale": N_("Taken together"),
}
