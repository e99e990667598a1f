"""Text from data for Streamlit labels, which read Markdown: every sign that could start a format or link is escaped."""

import re

SIGNS = re.compile(r"([\\`*_\[\]<>$~:#|&])")


def literal(text: str) -> str:
    """The text so that Markdown shows it as it is; words of letters, digits, hyphens and commas stay the same."""
    return SIGNS.sub(r"\\\1", text)
