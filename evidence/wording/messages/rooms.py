"""What a room of the journal club is asked beside the questions of the session, and why a phone is not let in."""

from evidence.wording.language import N_
from evidence.wording.say import Message

MESSAGES: dict[str, Message] = {
    "ask practice before": N_("Today, before seeing the evidence: would you offer {intervention}?"),
    "before the evidence": N_("before"),
    "after the evidence": N_("after"),
    "what was asked": "{heading:capital}. {question}",
    "judged by the room": N_("What the room judged"),
    "answers by phone": (N_("{n:whole} answer by phone"), N_("{n:whole} answers by phone")),
    "answers by hand": (N_("{n:whole} hand"), N_("{n:whole} hands")),
    "answers by phone and hand": N_("{phones:whole} by phone, {hands:whole} by hand"),
    "room on this machine only": N_(
        "Phones cannot reach this dashboard: it listens on this computer alone. Start it with {command}, or "
        "open it at an address that phones can reach too."
    ),
    "room not found": N_("There is no room with this code. Rooms end after four hours."),
    "room code wrong": N_("A code has six letters and digits."),
    "room tries used up": N_(
        "Too many wrong codes were tried. Scan the QR code on the screen, or wait a minute and try again."
    ),
    "room full": N_("This room is full."),
    "room gone": N_("This room has ended."),
    "room gone or not the chair's": N_("This room has ended, or the link lacks the key of its chair."),
    "room keeps no cookie": N_(
        "This phone keeps no cookies for this page, so it cannot be told from the others and cannot vote. Show your hand."
    ),
    "rooms unreachable": N_("The room does not answer at the moment. This page tries again by itself."),
}
