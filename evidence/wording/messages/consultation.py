"""What is told in a consultation: the short line on safety, and what a sentence rests on."""

from evidence.wording.language import N_
from evidence.wording.say import Message

MESSAGES: dict[str, Message] = {
    "safety in short": N_("Not for: {no:semicolons}. Keep apart from: {apart:semicolons}."),
    "not for in short": N_("Not for: {no:semicolons}."),
    "contraindications in short": N_("Named as contraindications: {named:semicolons}."),
    "source on a subject": N_("{subject} ({source})"),
    "search on a subject": N_("{subject} (looked for, nothing found)"),
    "certainty of": N_("certainty: {outcome}"),
    "consultation: tell the patient": N_("Tell the patient"),
    "consultation: doses studied": N_("Doses studied"),
    "consultation: not for": N_("Not for"),
    "consultation: keep apart from": N_("Keep apart from"),
    "consultation: check first": N_("Check first"),
}
