"""What is said of medicines, kidney function and conditions: headings, gaps between two medicines, what was read."""

from evidence.wording.language import N_
from evidence.wording.say import Message

MESSAGES: dict[str, Message] = {
    "safety: kidney": N_("Kidney function, by stage"),
    "safety: medicines used for": N_("Medicines used for {condition}"),
    "safety: medicines": N_("Medicines used for the condition of the question"),
    "safety: other-medicines": N_("Other medicines"),
    "safety: heart": N_("Heart and muscles"),
    "safety: pregnancy": N_("Pregnancy and breastfeeding"),
    "safety: age": N_("Age and other conditions"),
    "safety: side-effects": N_("Side effects, and signs of too much"),
    "safety: hidden-sources": N_("Hidden sources"),
    "safety column: kidney": N_("Kidney function"),
    "safety column: medicine": N_("Medicine"),
    "safety column: subject": N_("About"),
    "safety read as": N_("read as: {read_as:term}"),
    "hours at least": (N_("at least {n:plain} hour"), N_("at least {n:plain} hours")),
    "hours from to": N_("{low:plain} to {high:plain} hours"),
    "gap: the other medicine first": N_("{medicine:capital} first, {own} {hours} later"),
    "gap: this one first": N_("{own:capital} first, {medicine} {hours} later"),
    "gap: either": N_("{hours:capital} between the two, whichever comes first"),
}
