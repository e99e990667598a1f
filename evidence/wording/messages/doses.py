"""What is said of doses: on their axis, beside it, in the converter, and the headings of limits and cautions."""

from evidence.wording.language import N_
from evidence.wording.say import Message

LANES: dict[str, Message] = {
    "dose computed": N_("computed from another unit"),
    "dose unclear": N_("not clear whether salt or element"),
    "another route": N_("{route}; the limits speak of what is taken by mouth"),
    "dose by another route": N_("{dose}, {route}; the limits speak of what is taken by mouth"),
    "salt without a share": N_("{salt:amount} mg of the salt; the share of the element in it is not known"),
    "neither compound nor dose": N_("neither compound nor dose was reported in what was read"),
    "dose not reported": N_("the dose was not reported in what we read"),
    "limits at a dose": N_("{value:amount} mg: {labels:semicolons}"),
    "tick of doses": N_("{mg:amount}"),
}
STATEMENTS: dict[str, Message] = {
    "statements: upper level": N_("Upper levels"),
    "statements: adverse effect level": N_("Lowest dose with an adverse effect"),
    "statements: reference intake": N_("What a whole diet provides: not a limit, and not a dose"),
    "statements: interaction": N_("Interactions"),
    "statements: contraindication": N_("Contraindications"),
    "statements: adverse effect": N_("Adverse effects"),
    "limit a day": N_("{mg:amount} mg/day"),
}
CONVERTER: dict[str, Message] = {
    "amount in mg": N_("{mg:amount} mg"),
    "share of the element not known": N_("share not known"),
}
MESSAGES: dict[str, Message] = LANES | STATEMENTS | CONVERTER
