"""What is said of a pack as a whole: designs and positions counted."""

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
    "guidelines recommend against it": (
        N_("{n:whole} of {all:whole} recommends against it"),
        N_("{n:whole} of {all:whole} recommend against it"),
    ),
    "guidelines cannot recommend it for lack": (
        N_("{n:whole} of {all:whole} says it cannot be recommended for lack of evidence"),
        N_("{n:whole} of {all:whole} say it cannot be recommended for lack of evidence"),
    ),
    "guidelines consider it": (
        N_("{n:whole} of {all:whole} says it may be considered"),
        N_("{n:whole} of {all:whole} say it may be considered"),
    ),
    "guidelines support it in deficiency": (
        N_("{n:whole} of {all:whole} supports it only in deficiency"),
        N_("{n:whole} of {all:whole} support it only in deficiency"),
    ),
}
MESSAGES: dict[str, Message] = COUNTED | POSITIONS
