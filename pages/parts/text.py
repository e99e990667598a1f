"""Text from data or from the address for Streamlit labels, which read Markdown: every sign of punctuation is escaped."""

import re

SIGNS = re.compile(r"([!-/:-@\[-`{-~])")
"""All punctuation of ASCII, which Markdown lets be escaped; a bare address or e-mail would become a link otherwise."""


def literal(text: str) -> str:
    """The text so that Markdown shows it as it is."""
    return SIGNS.sub(r"\\\1", text)
