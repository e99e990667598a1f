"""The code of a room, short enough to be typed, and the keys of its chair and its phones, too long to be guessed.

A code has no vowels, so that it spells no word, and no sign that looks like another one.
"""

import secrets

SIGNS = "23456789BCDFGHJKLMNPQRSTVWXYZ"
LENGTH = 6
TICKET = 8
MOST_REPLICAS = len(SIGNS)


def sign_of(replica: int) -> str:
    """The sign with which the codes of a replica begin, so that what stands before the replicas knows where a room lives.

    Replicas are numbered from 1. ValueError beyond MOST_REPLICAS.
    """
    if not 1 <= replica <= MOST_REPLICAS:
        raise ValueError(f"a replica has a number from 1 to {MOST_REPLICAS}: {replica}")
    return SIGNS[replica - 1]


def new_code(replica: int = 0) -> str:
    """A code that nobody can foresee; replica 0 is a dashboard that runs alone."""
    first = sign_of(replica) if replica else secrets.choice(SIGNS)
    return first + "".join(secrets.choice(SIGNS) for _ in range(LENGTH - 1))


def new_key() -> str:
    """A key of 80 bits, as letters and digits of an address."""
    return secrets.token_hex(10)


def new_ticket() -> str:
    """What the QR code of a room holds beside its code: nobody who has not seen it can enter with it."""
    return "".join(secrets.choice(SIGNS) for _ in range(TICKET))


def code_typed(text: str) -> str:
    """The code that somebody typed, "" when it can be none; spaces, hyphens and small letters do not matter."""
    code = "".join(sign for sign in text[:40].upper() if sign not in " -\u2013.")
    return code if len(code) == LENGTH and all(sign in SIGNS for sign in code) else ""


def grouped(code: str) -> str:
    """The code in two halves, to be read aloud."""
    return f"{code[: LENGTH // 2]} {code[LENGTH // 2 :]}"
