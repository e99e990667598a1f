"""What is said of a cell: its label, a word of the format, and a number with its unit, as entered or rounded for reading."""

from evidence.wording.language import N_
from evidence.wording.say import Message

MESSAGES: dict[str, Message] = {
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
