"""What stands in and around a forest plot."""

from evidence.wording.language import N_
from evidence.wording.say import Message

GROUPS: dict[str, Message] = {
    "group direct randomised": N_("Randomised trials in this condition"),
    "group direct controlled": N_("Controlled, not randomised, in this condition"),
    "group direct before-after": N_("Before-after, no control group: change may have other causes"),
    "group direct cases": N_("Single patients and case series"),
    "group indirect randomised": N_("Another condition, randomised (indirect, never pooled with the above)"),
    "group indirect controlled": N_("Another condition, not randomised (indirect)"),
    "group indirect before-after": N_("Another condition, before-after (indirect, no control group)"),
    "group indirect cases": N_("Another condition, single patients (indirect)"),
    "group direct association": N_("Associations in this condition: not effects of treatment"),
    "group indirect association": N_("Associations in another condition: not effects of treatment"),
    "kind randomised": N_("randomised"),
    "kind controlled": N_("controlled, not randomised"),
    "kind before-after": N_("before-after, no control group"),
    "kind case report": N_("case report"),
    "kind case series": N_("case series"),
    "kind association": N_("association"),
    "another condition": N_("{what}, another condition"),
}
AXES: dict[str, Message] = {
    "axis of associations": N_("association, not an effect of treatment"),
    "axis of SD units": N_("standardised difference or change; left is better for the patient"),
    "axis of an outcome": N_("{outcome}: {measures:commas}"),
    "axis of an outcome with unit": N_("{outcome}: {measures:commas} ({unit})"),
    "axis without numbers": N_("{outcome}"),
    "lower with condition": N_("lower with condition"),
    "higher with condition": N_("higher with condition"),
    "favours": N_("favours {what}"),
    "better after": N_("better after"),
    "worse after": N_("worse after"),
    "column of SD units": N_("SD units [95% CI]"),
    "column of a measure": N_("{measure} [95% CI]"),
    "column of estimates": N_("Estimate [95% CI]"),
}
ROWS: dict[str, Message] = {
    "no result read": N_("no result in what we read ({read_as:term})"),
    "on another scale": N_("{effect}: on another scale than this axis"),
    "measured": N_("{measure} {numbers:interval}"),
    "measured alone": N_("{measure} {numbers:estimate}"),
    "compared with": N_("v. {comparator}"),
    "people in a row": (N_("{n:whole} person"), N_("{n:whole} people")),
    "interval includes no change": N_("interval includes no change"),
    "interval excludes no change": N_("interval excludes no change"),
    "interval includes no difference": N_("interval includes no difference"),
    "interval excludes no difference": N_("interval excludes no difference"),
    "reviews have no participants": N_("systematic reviews, which have no participants of their own"),
    "t interval of change": N_("t with n \u2212 1 for change in one group"),
    "numbers outside the overview": N_("only blood values or unwanted effects; choose the outcome to see them"),
}
PANELS: dict[str, Message] = {
    "pooled row": (N_("Pooled, {n:whole} study"), N_("Pooled, {n:whole} studies")),
    "pooled row of associations": (N_("Pooled association, {n:whole} study"), N_("Pooled association, {n:whole} studies")),
    "unfiltered row": N_("Pooled, all studies, no filter"),
    "filter removed": N_(
        "Without any filter, {k:whole} results pool to {interval:interval} (grey); the filter removed {names:list}."
    ),
    "heterogeneity": N_(
        "Differences between studies: tau² = {tau2:number3}, I² = {i2:number1}%, Q = {q:number} with {df:degrees}, {p:p}."
    ),
    "low risk pooled": N_("Low risk of bias alone: {k:whole} results, {interval:interval}."),
}
MESSAGES: dict[str, Message] = {**GROUPS, **AXES, **ROWS, **PANELS}
