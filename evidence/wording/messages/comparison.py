"""What is said where studies stand side by side."""

from evidence.wording.language import N_
from evidence.wording.say import Message

ASKED: dict[str, Message] = {
    "compared and unknown": (
        N_("The link names a study which this data does not have: {names:commas}."),
        N_("The link names studies which this data does not have: {names:commas}."),
    ),
    "compared twice": N_("Named more than once in the link, shown once: {names:commas}."),
    "compared beyond": N_("Three studies fit side by side. Left out: {names:commas}."),
    "names beyond": N_("{n:whole} more"),
    "chosen to compare": N_("Chosen"),
    "share an outcome": N_("Measured the same outcome"),
    "others to compare": N_("Other studies"),
}
ROWS: dict[str, Message] = {
    "design of a study": N_("Design"),
    "not reported, in short": N_("not reported"),
    "no treatment, in short": N_("not applicable"),
    "salt or element": N_("{dose}, salt or element not clear"),
    "risk of bias, compared": N_("Risk of bias"),
    "flags, compared": N_("Flags"),
    "compared reports of one study": N_(
        "{one} and {other} may be two reports of one study: agreement between them would not confirm anything."
    ),
}
KINDS: dict[str, Message] = {
    "compared effect": N_("difference between groups"),
    "compared change": N_("change in one group, no control group: not an effect"),
    "compared association": N_("association: not an effect of treatment"),
    "drawn effect": N_("Differences between groups on one axis"),
    "drawn change": N_("Changes without a control group on one axis: not effects"),
    "drawn association": N_("Associations on one axis: not effects of treatment"),
    "studies compared": N_("{studies:list} compared"),
}
MESSAGES: dict[str, Message] = ASKED | ROWS | KINDS
