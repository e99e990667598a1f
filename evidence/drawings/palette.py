"""Every colour of pages, figures and projector; a mark also differs in shape or letter, so no meaning hangs on colour."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Palette:
    """The colours of one theme.

    ink, faint: words, and words that stand back. paper: ground of figures and panels; page: ground of the page; soft: a
    ground that stands out a little. line: axes; hairline: rules of tables and edges of panels. warning: notes in a figure.
    good, warn and bad are inks with a soft ground. looks: fill, sign and edge of each look of a risk-of-bias mark.
    """

    ink: str
    faint: str
    line: str
    paper: str
    accent: str
    warning: str
    band: str
    page: str
    hairline: str
    soft: str
    good: str
    good_soft: str
    warn_soft: str
    bad: str
    bad_soft: str
    looks: dict[str, tuple[str, str, str]]


LIGHT = Palette(
    ink="#18262e",
    faint="#45535b",
    line="#8a969c",
    paper="#ffffff",
    accent="#0d5c6c",
    warning="#664a00",
    band="rgba(13,92,108,0.12)",
    page="#fbfaf6",
    hairline="#d9d5c8",
    soft="#eef4f5",
    good="#14543a",
    good_soft="#e0f0e7",
    warn_soft="#f6efd9",
    bad="#8d2018",
    bad_soft="#f8e2df",
    looks={
        "low": ("#1f7a54", "#ffffff", "#14543a"),
        "some": ("#e3b23c", "#18262e", "#7a5c10"),
        "high": ("#b3372d", "#ffffff", "#6f1d16"),
        "critical": ("#5c1010", "#ffffff", "#2e0606"),
        "none": ("#ffffff", "#18262e", "#45535b"),
        "blank": ("rgba(0,0,0,0)", "#18262e", "#b8c0c4"),
    },
)
DARK = Palette(
    ink="#e9eef0",
    faint="#b9c4c9",
    line="#7d8b92",
    paper="#1b2226",
    accent="#8fd3e0",
    warning="#f0d48a",
    band="rgba(143,211,224,0.18)",
    page="#14191c",
    hairline="#414d53",
    soft="#1f2b30",
    good="#a5e0c4",
    good_soft="#1c3a2c",
    warn_soft="#3a3117",
    bad="#f5b5ae",
    bad_soft="#43211e",
    looks={
        "low": ("#2f9468", "#ffffff", "#9fe0c2"),
        "some": ("#e3b23c", "#18262e", "#fbe4a6"),
        "high": ("#c8493e", "#ffffff", "#f2b5af"),
        "critical": ("#7d1a1a", "#ffffff", "#f08f8f"),
        "none": ("#1b2226", "#e9eef0", "#b9c4c9"),
        "blank": ("rgba(0,0,0,0)", "#e9eef0", "#59666d"),
    },
)
WHITE = replace(
    LIGHT,
    ink="#000000",
    faint="#222222",
    paper="#ffffff",
    page="#ffffff",
    line="#000000",
    hairline="#777777",
    accent="#00404d",
    soft="#f0f0f0",
)
"""Black on white for a projector."""
BLACK = replace(
    DARK,
    ink="#ffffff",
    faint="#e6e6e6",
    paper="#000000",
    page="#000000",
    line="#ffffff",
    hairline="#999999",
    accent="#9fe3f0",
    soft="#222222",
    warning="#ffe08a",
)
"""White on black for a projector."""
PALETTES = {"light": LIGHT, "dark": DARK, "white": WHITE, "black": BLACK}


def palette(theme: str | None) -> Palette:
    """The palette of "dark", or of the projector's "white" and "black"; the light one for anything else."""
    return PALETTES.get(theme or "", LIGHT)


def variables(colours: Palette) -> str:
    """The colours as variables of a style sheet: --ink, --line (a hairline), --axis, and three for each look of a mark."""
    named = {
        "ink": colours.ink,
        "faint": colours.faint,
        "line": colours.hairline,
        "axis": colours.line,
        "paper": colours.paper,
        "page": colours.page,
        "accent": colours.accent,
        "soft": colours.soft,
        "band": colours.band,
        "good": colours.good,
        "good-soft": colours.good_soft,
        "warn": colours.warning,
        "warn-soft": colours.warn_soft,
        "bad": colours.bad,
        "bad-soft": colours.bad_soft,
    }
    for look, (fill, sign, edge) in colours.looks.items():
        named |= {look: fill, f"{look}-sign": sign, f"{look}-edge": edge}
    return ";".join(f"--{name}:{colour}" for name, colour in named.items())
