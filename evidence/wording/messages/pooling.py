"""The gate before pooling, and a pooled result: how it was made, what it says, how far it hangs on single studies."""

from evidence.wording.language import N_
from evidence.wording.say import Message

MESSAGES: dict[str, Message] = {
    # why there is none
    "held by": N_("{value} ({names:few})"),
    "word held by": N_("{value:term} ({names:few})"),
    "more of them": N_("{n:whole} more"),
    "change never pooled": N_("change without a control group is never pooled: {names:few}"),
    "contrasts mixed": N_(
        "effects between groups and associations of cases and controls are never mixed: {values:semicolons}"
    ),
    "different outcomes": N_("different outcomes: {values:semicolons}"),
    "different measures": N_("different measures: {values:semicolons}"),
    "different comparators": N_("different comparators: {values:semicolons}"),
    "comparator not stated": N_("the comparator is not stated: {names:few}"),
    "different conditions": N_("different conditions: {values:semicolons}"),
    "directness mixed": N_("direct and indirect evidence are never mixed: {values:semicolons}"),
    "review in pool": N_("a review is not a study of its own: {names:few}"),
    "designs mixed": N_("trials and other designs together: {values:semicolons}"),
    "standardisers mixed": N_("standardised by the SD of scores in some and of changes in others: {values:semicolons}"),
    "same study twice": N_("more than one result of the same study: {names:few}"),
    "patients shared": N_("results that share patients: {names:few}"),
    "may be the same study": N_("reports that may be the same study: {names:few}"),
    "no standard error": N_("no standard error: {names:few}"),
    "only one number": N_("only one result has a number: {names:few}"),
    "no number in view": N_("no result in view has a number"),
    "without number": N_("no usable number: {names:few}"),
    "too extreme to pool": N_("the numbers are too extreme to pool"),
    "low risk: pool too small": N_("low risk of bias alone: needs at least {k} results in the pool"),
    "low risk: too few": N_("low risk of bias alone: {low} of {k} results"),
    # how it was made
    "REML": N_("restricted maximum likelihood"),
    "DL": N_("DerSimonian-Laird"),
    "PM": N_("Paule-Mandel"),
    "on the log scale": N_("on the log scale"),
    "on its own scale": N_("on its own scale"),
    "random effects": N_("Random effects, between-study variance by {method}, {measure} {scale}."),
    "Hartung-Knapp": N_("Hartung-Knapp, t with {df:degrees}, never narrower than normal"),
    "Hartung-Knapp used": N_(
        "95% interval by Hartung-Knapp with t and {df:degrees}, never narrower than the normal interval."
    ),
    "prediction rule": N_("Higgins-Thompson-Spiegelhalter, t with {df:degrees}"),
    "prediction rule used": N_("Prediction interval: {rule}."),
    "prediction not told": N_("A prediction interval is shown from five results on; with fewer it says little."),
    "left out of pool": N_("Without a usable number and so not in the pool: {names:few}."),
    "pool of associations": N_("An association, not an effect of treatment."),
    "weeks differ": N_("Measured after {first:amount} to {last:amount} weeks."),
    "crossover as parallel": N_("Crossover trials taken as if parallel, which makes their intervals too wide: {names:few}."),
    "crossover paired": N_("Crossover trials analysed as paired, as reported: {names:few}."),
    "not randomised in pool": N_(
        "Not randomised, but in the same pool: {names:few}; look at the randomised trials alone too."
    ),
    "assumed in pool": N_("{assumption:capital}: {names:few}."),
    # what it says
    "pooled estimate": N_("{k:whole} results pool to {measure} {interval:interval}."),
    "effect in a new study": N_("The effect in a new study is expected in {bounds:bounds}."),
    "interval too wide": N_("The interval is too wide to tell anything."),
    "prediction too wide": N_("The interval for a new study is too wide to tell anything."),
    "leaving one out": N_(
        "Leaving out one result at a time moves the estimate from {first:hundredths of} (without {one}) "
        "to {last:hundredths of} (without {other})."
    ),
    "too many to leave one out": N_("Leaving out one result at a time is worked out for up to {most:whole} results."),
    # small studies
    "too few for a funnel": N_("A funnel plot and Egger's test need at least {fewest} results; there are {k}."),
    "studies of one size": N_("Egger's test needs studies of different size."),
    "Egger's test": N_("Egger's test: t = {t:number} with {df:degrees}, {p:p}."),
    # sensitivity
    "across r": N_("{study}, {outcome}: {first:interval} with r = {low_r:plain}, {last:interval} with r = {high_r:plain}."),
}
