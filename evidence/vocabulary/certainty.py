"""The certainty of evidence in the words of GRADE, each with its symbol of four steps."""

CERTAINTIES = ("very low", "low", "moderate", "high")


def certainty_symbol(certainty: str) -> str:
    """The four-step symbol, for example \u2295\u25ef\u25ef\u25ef for very low; ValueError for another word."""
    steps = CERTAINTIES.index(certainty) + 1
    return "\u2295" * steps + "\u25ef" * (len(CERTAINTIES) - steps)
