"""Every colour of pages, figures and projector, from colours.csv: one row a name, one column a theme.

The names are those of the variables in style sheets. ink, faint: words, and words that stand back. paper: ground of figures
and panels; page: ground of the page; soft: a ground that stands out a little. line: rules of tables and edges of panels;
axis: lines of figures. good, warn and bad are inks, each with a soft ground. Then fill, sign and edge of each look of a
risk-of-bias mark; a mark also differs in shape or letter, so that no meaning hangs on colour. white and black: projectors.
Some signs are one step of 255 beside text or paper: what differs in one theme differs in the other, so that a figure turns
from theme to theme by its colours alone.
"""

import csv
from collections.abc import Mapping
from pathlib import Path

Palette = Mapping[str, str]


def _read() -> dict[str, Palette]:
    with Path(__file__).with_name("colours.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {theme: {row["name"]: row[theme] for row in rows} for theme in ("light", "dark", "white", "black")}


PALETTES = _read()
LIGHT = PALETTES["light"]
IN_THE_SHEET: Palette = {name: f"var(--{name})" for name in LIGHT}
"""Every colour as the variable of the style sheet around a drawing, which then follows theme, projector and paper."""


def palette(theme: str | None) -> Palette:
    """The palette of "dark", or of the projector's "white" and "black"; the light one for anything else."""
    return PALETTES.get(theme or "", LIGHT)


def look(colours: Palette, name: str) -> tuple[str, str, str]:
    """Fill, sign and edge of the marks of a look: low, some, high, critical, none, blank."""
    return colours[name], colours[f"{name}-sign"], colours[f"{name}-edge"]


def variables(colours: Palette) -> str:
    """The colours as variables of a style sheet."""
    return ";".join(f"--{name}:{colour}" for name, colour in colours.items())
