"""What is said of guideline documents: their names and dates, and how many there are."""

from evidence.wording.language import N_
from evidence.wording.say import Message

MESSAGES: dict[str, Message] = {
    "document with its year": N_("{name}, {when}"),
    "document published": N_("as of {day:day}"),
    "region of a document not stated": N_("not stated"),
    "documents read": (N_("{n:whole} document whose position was read"), N_("{n:whole} documents whose position was read")),
    "documents not read": (
        N_("{n:whole} more document: relevant text not read, or another scope"),
        N_("{n:whole} more documents: relevant text not read, or another scope"),
    ),
}
