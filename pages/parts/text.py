"""Text from data for Streamlit elements that read Markdown: every sign that could start a format is escaped."""

import re

SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])")


def literal(text: str) -> str:
    """The text so that Markdown shows it as it is."""
    return SIGNS.sub(r"\\\1", text)
