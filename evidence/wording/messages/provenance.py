"""What is said of a cell: its label, its number with its unit, as entered or rounded; and how much was read again."""

from evidence.wording.language import N_
from evidence.wording.say import Message

READ_AGAIN: dict[str, Message] = {
    "read again by one, in short": N_("{again:whole} of {n:whole} numbers read again {by:commas}"),
    "read again by several, in short": N_("{again:whole} of {n:whole} numbers read again: {by:commas}"),
    "none read again, in short": N_("no second reading recorded"),
    "read again by second machine reading": N_("{n:whole} by machine"),
    "read again by curator": N_("{n:whole} by a curator"),
    "read again by clinician": N_("{n:whole} by a clinician"),
    "all read again by second machine reading": N_("by machine"),
    "all read again by curator": N_("by a curator"),
    "all read again by clinician": N_("by a clinician"),
    "not read again by clinician": N_("none by a clinician"),
    "read again in all": (
        N_("{again:whole} of {n:whole} number was read or computed a second time, independently, and found the same."),
        N_("{again:whole} of {n:whole} numbers were read or computed a second time, independently, and found the same."),
    ),
    "none read again": (
        N_("{n:whole} number: no second reading is recorded."),
        N_("{n:whole} numbers: no second reading is recorded."),
    ),
    "of them by second machine reading": (
        N_("{n:whole} of them was checked by a second reading, by machine."),
        N_("{n:whole} of them were checked by a second reading, by machine."),
    ),
    "of them by curator": (
        N_("{n:whole} of them was checked by a curator."),
        N_("{n:whole} of them were checked by a curator."),
    ),
    "of them by clinician": (
        N_("{n:whole} of them was checked by a clinician."),
        N_("{n:whole} of them were checked by a clinician."),
    ),
    "a clinician has read none": N_("No number is marked as checked by a clinician yet."),
    "readings that differ": (
        N_("In {n:whole} number the two readings differ; both are shown where it was read."),
        N_("In {n:whole} numbers the two readings differ; both are shown where they were read."),
    ),
    "no readings differ": N_("In no number do two readings stand against each other."),
}
CELLS: dict[str, Message] = {
    "column label": N_("{label:term}"),
    "cell word": N_("{word:term}"),
    "number entered": N_("{n:plain}"),
    "entered in people": (N_("{n:plain} person"), N_("{n:plain} people")),
    "entered in weeks": (N_("{n:plain} week"), N_("{n:plain} weeks")),
    "entered in years": (N_("{n:plain} year"), N_("{n:plain} years")),
    "entered in percent": N_("{n:plain}%"),
    "entered in mg/day": N_("{n:plain} mg/day"),
    "entered in mg": N_("{n:plain} mg"),
    "entered in hours": (N_("{n:plain} hour"), N_("{n:plain} hours")),
    "entered in g/mol": N_("{n:plain} g/mol"),
    "number rounded": N_("{n:amount}"),
    "rounded in weeks": (N_("{n:amount} week"), N_("{n:amount} weeks")),
    "rounded in years": (N_("{n:amount} year"), N_("{n:amount} years")),
    "rounded in percent": N_("{n:amount}%"),
    "rounded in mg/day": N_("{n:amount} mg/day"),
}
MESSAGES: dict[str, Message] = CELLS | READ_AGAIN
