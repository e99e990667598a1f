"""Text from data or from the address for Streamlit labels, which read Markdown: every sign of punctuation is escaped.

A list to choose from knows what was chosen by its label alone: no two may be the same.
"""

import re
from collections import Counter
from collections.abc import Mapping

SIGNS = re.compile(r"([!-/:-@\[-`{-~])")
"""All punctuation of ASCII, which Markdown lets be escaped; a bare address or e-mail would become a link otherwise."""


def literal(text: str) -> str:
    """The text so that Markdown shows it as it is."""
    return SIGNS.sub(r"\\\1", text)


def told_apart(labels: Mapping[str, str]) -> dict[str, str]:
    """The labels of options by their keys; one that several carry has the key behind it."""
    carried = Counter(labels.values())
    return {key: label if carried[label] == 1 else f"{label} ({key})" for key, label in labels.items()}
