"""What is said of a claim: the headings of a reason told in parts."""

from evidence.wording.language import N_
from evidence.wording.say import Message

MESSAGES: dict[str, Message] = {
    "what the article says": N_("What is said"),
    "what was found": N_("What was found"),
    "how sure we are": N_("How sure we are"),
}
