"""What is said of guideline documents: their names and dates, and how many there are."""

from evidence.wording.language import N_
from evidence.wording.say import Message

MESSAGES: dict[str, Message] = {
    "document with its year": N_("{name}, {when}"),
    "region of a document not stated": N_("not stated"),
    "documents read": (N_("Position read: {n:whole} document"), N_("Position read: {n:whole} documents")),
    "documents not read": (
        N_("Relevant text not read, or outside the question: {n:whole} document"),
        N_("Relevant text not read, or outside the question: {n:whole} documents"),
    ),
}
