"""Measures, effects and their arithmetic, power, and what a change can be held against."""

from evidence.wording.language import N_
from evidence.wording.say import Message

MESSAGES: dict[str, Message] = {
    # measures
    "mean difference": N_("mean difference"),
    "standardised mean difference": N_("standardised mean difference"),
    "risk ratio": N_("risk ratio"),
    "odds ratio": N_("odds ratio"),
    "hazard ratio": N_("hazard ratio"),
    "mean change": N_("mean change"),
    "standardised mean change": N_("standardised mean change"),
    "standardised mean difference from odds ratio": N_("standardised mean difference from odds ratio"),
    # how an interval was made
    "normal interval": N_("normal"),
    "t interval": N_("t, {df:degrees}"),
    "reported interval": N_("as reported (normal)"),
    "reported interval, t": N_("as reported (t, {df:degrees})"),
    # what was assumed or added
    "r assumed": N_("r = {r:six} assumed"),
    "smaller number used": N_("n = {n:exact}, the smaller of {n_1:exact} and {n_2:exact}"),
    "0.5 added": N_("0.5 added to each cell"),
    "no event, 0.5 added": N_("no event in either group, 0.5 added to each cell"),
    "event in everyone, 0.5 added": N_("an event in everyone, 0.5 added to each cell"),
    "standardised by SD of change": N_("standardised by the SD of the change"),
    "SD of change read back": N_("SD of the change from the reported interval"),
    # the arithmetic
    "MD formula": N_(
        "MD = {mean_1:exact} {mean_2:less}; SE = sqrt({sd_1:exact}^2/{n_1:exact} + {sd_2:exact}^2/{n_2:exact})"
    ),
    "SMD formula": N_(
        "SMD = J({df:exact}) x ({mean_1:exact} {mean_2:less})/{sd:six} (pooled SD); "
        "SE = sqrt(1/{n_1:exact} + 1/{n_2:exact} + SMD^2/(2 x {people:exact}))"
    ),
    "RR formula": N_(
        "RR = ({a:six}/{n_1:six})/({c:six}/{n_2:six}); "
        "SE of log RR = sqrt(1/{a:six} \u2212 1/{n_1:six} + 1/{c:six} \u2212 1/{n_2:six})"
    ),
    "OR formula": N_(
        "OR = ({a:six}/{b:six})/({c:six}/{d:six}); SE of log OR = sqrt(1/{a:six} + 1/{b:six} + 1/{c:six} + 1/{d:six})"
    ),
    "OR2DL formula": N_(
        "OR2DL = sqrt(3)/pi x log(({a:six}/{b:six})/({c:six}/{d:six})); "
        "SE = sqrt(3)/pi x sqrt(1/{a:six} + 1/{b:six} + 1/{c:six} + 1/{d:six})"
    ),
    "OR2DL formula, reported": N_(
        "OR2DL = sqrt(3)/pi x log({estimate:exact}); "
        "SE = sqrt(3)/pi x (log {high:exact} \u2212 log {low:exact})/(2 x {critical:six})"
    ),
    "MC formula": N_("MC = {change:exact}; SE = {sd:exact}/sqrt({people:exact})"),
    "SMCC formula": N_(
        "SMCC = J({df:exact}) x {change:exact}/{sd:six} (SD of the change); "
        "SE = sqrt(1/{people:exact} + SMCC^2/(2 x {people:exact}))"
    ),
    "before-after formula": N_(
        "change = {after:exact} {before:less}, "
        "SD = sqrt({sd_1:exact}^2 + {sd_2:exact}^2 \u2212 2 x {r:six} x {sd_1:exact} x {sd_2:exact}); {formula}"
    ),
    "reported SE": N_("SE = ({high:exact} {low:less})/(2 x {critical:six})"),
    "reported SE, log": N_("SE = (log {high:exact} \u2212 log {low:exact})/(2 x {critical:six})"),
    "sign turned": N_("{formula}; sign turned, higher is better"),
    # why there is no number
    "no usable number": N_("no usable number was reported"),
    "only a P value": N_("only P = {p:six} was reported: no group means, events or interval"),
    "means incomplete": N_("means were reported without every SD and number of people needed"),
    "events incomplete": N_("events were reported, but not the events and people of both groups"),
    "events before and after": N_("events before and after in the same people: who changed was not reported"),
    "estimate without interval": N_("an estimate was reported without a usable 95% interval"),
    "too few or too extreme": N_("too few people, or numbers too extreme, for an interval"),
    "does not fit the measure": N_("what was reported does not fit the measure of this outcome"),
    "no standardiser": N_("reported without a standard deviation that leads to a common axis"),
    "no standardised form": N_("a reported {measure} has no standardised form"),
    "association has its own view": N_("an association of cases and controls has its own view"),
    # power
    "could have found": N_(
        "With {n_1:amount} and {n_2:amount} people and this spread, a true difference of {difference:amount}{unit:unit} "
        "would be found 8 times in 10."
    ),
    "people needed": N_(
        "To find the smallest difference that matters ({matters:amount}{unit:unit}, {source}), {n} people per group "
        "are needed."
    ),
    "no SD of both groups": N_("no standard deviation of both groups"),
    "fewer than two in a group": N_("fewer than two people in a group"),
    "no important difference": N_("no important difference between groups is sourced for this outcome"),
    # what a change can be held against
    "held against": N_("{studies:few}: {verdict} ({value:estimate})."),
    "study with interval": N_("{study} ({interval:interval})"),
    "fall": N_("fall"),
    "rise": N_("rise"),
    "about placebo": N_("the {move} without a control group is about what placebo arms show"),
    "not apart from placebo": N_("the {move} without a control group cannot be told apart from what placebo arms show"),
    "less than placebo": N_("less than placebo arms show"),
    "more than placebo": N_("the {move} without a control group is larger than placebo arms show"),
    "opposite of placebo": N_("the opposite of what placebo arms show"),
    "like a treatment": N_("the interval includes the difference an effective treatment makes"),
    "less than a treatment": N_("less than the difference an effective treatment makes"),
    "more than a treatment": N_("more than the difference an effective treatment makes"),
    "opposite of a treatment": N_("the opposite direction from an effective treatment"),
    "nothing or important": N_("the interval includes both nothing and an important change"),
    "both sides of important": N_("the interval lies on both sides of what counts as important"),
    "less than important": N_("less than what counts as important"),
    "more than important": N_("more than what counts as important"),
    "opposite of important": N_("the opposite direction from what counts as important"),
}
