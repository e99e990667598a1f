"""The colours of the figures, light and dark; every mark also differs in shape or letter, so no meaning hangs on colour."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Ink and paper of one theme, and fill and ink of each look of a risk-of-bias mark."""

    ink: str
    faint: str
    line: str
    paper: str
    accent: str
    warning: str
    band: str
    looks: dict[str, tuple[str, str, str]]


LIGHT = Palette(
    ink="#18262e",
    faint="#4c5a62",
    line="#8a969c",
    paper="#ffffff",
    accent="#0d5c6c",
    warning="#6b4e00",
    band="rgba(13,92,108,0.12)",
    looks={
        "low": ("#1f7a54", "#ffffff", "#14543a"),
        "some": ("#e3b23c", "#18262e", "#7a5c10"),
        "high": ("#b3372d", "#ffffff", "#6f1d16"),
        "critical": ("#5c1010", "#ffffff", "#2e0606"),
        "none": ("#ffffff", "#18262e", "#4c5a62"),
        "blank": ("rgba(0,0,0,0)", "#18262e", "#b8c0c4"),
    },
)
DARK = Palette(
    ink="#e9eef0",
    faint="#b4c0c6",
    line="#7d8b92",
    paper="#1b2226",
    accent="#7cc7d6",
    warning="#f0d48a",
    band="rgba(124,199,214,0.18)",
    looks={
        "low": ("#2f9468", "#ffffff", "#9fe0c2"),
        "some": ("#e3b23c", "#18262e", "#fbe4a6"),
        "high": ("#c8493e", "#ffffff", "#f2b5af"),
        "critical": ("#7d1a1a", "#ffffff", "#f08f8f"),
        "none": ("#1b2226", "#e9eef0", "#b4c0c6"),
        "blank": ("rgba(0,0,0,0)", "#e9eef0", "#59666d"),
    },
)


def palette(theme: str | None) -> Palette:
    """The palette for "dark"; the light one for anything else."""
    return DARK if theme == "dark" else LIGHT
