"""Read by every Python that starts with this folder in its path: notes each connection and look-up that leaves the machine.

The notes go to the file named by WATCHED, one line each.
"""

import os
import sys

WATCHED = os.environ.get("WATCHED")
ASKING = {"socket.connect": 1, "socket.sendto": 1, "socket.getaddrinfo": 0, "socket.gethostbyname": 0}
"""The events of the interpreter and which of their values is the address or the name."""
INSIDE = ("127.", "::1", "localhost", "0.0.0.0", "::")


def note(event, values):
    """Write down a connection to another machine."""
    if event not in ASKING:
        return
    place = values[ASKING[event]]
    host = place[0] if isinstance(place, tuple) else place
    name = host.decode() if isinstance(host, bytes) else host
    if name and not name.startswith("/") and not name.startswith(INSIDE):
        with open(WATCHED, "a", encoding="utf-8") as notes:
            notes.write(f"{event} {place}\n")


if WATCHED:
    sys.addaudithook(note)
