"""The colours: one place for pages, figures and Streamlit's own theme, and words that can be read on every ground."""

import re
import tomllib
from pathlib import Path

import pytest

from evidence.drawings.palette import PALETTES, Palette, look, palette, variables
from pages.parts.style import light_on_paper

ROOT = Path(__file__).resolve().parents[1]
SHEETS = sorted((ROOT / "pages" / "parts").glob("*.css"))


def brightness(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted(map(brightness, (one, other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", PALETTES)
def test_words_can_be_read_on_every_ground(name):
    colours = palette(name)
    pairs = [(ink, ground) for ink in (colours["ink"], colours["faint"], colours["accent"]) for ground in grounds(colours)]
    pairs += [(colours["ink"], soft) for soft in (colours["good-soft"], colours["warn-soft"], colours["bad-soft"])]
    pairs += [
        (colours["warn"], colours["warn-soft"]),
        (colours["warn"], colours["paper"]),
        (colours["bad"], colours["paper"]),
    ]
    pairs += [(sign, fill) for fill, sign, _ in looks(colours) if fill.startswith("#")]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


def looks(colours: Palette) -> list[tuple[str, str, str]]:
    return [look(colours, name.removesuffix("-sign")) for name in colours if name.endswith("-sign")]


def grounds(colours: Palette) -> tuple[str, ...]:
    return colours["paper"], colours["page"], colours["soft"]


@pytest.mark.parametrize("name", PALETTES)
def test_marks_and_axes_stand_out_from_the_ground(name):
    colours = palette(name)
    edges = [edge for fill, _, edge in looks(colours) if fill != colours["blank"]]
    outlines = [max(contrast(edge, colours["paper"]), contrast(fill, colours["paper"])) for fill, _, edge in filled(colours)]
    assert len(edges) == len(outlines)
    assert min(outlines) >= 3
    assert contrast(colours["axis"], colours["paper"]) >= 2.9


def filled(colours: Palette) -> list[tuple[str, str, str]]:
    return [each for each in looks(colours) if each[0].startswith("#")]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_streamlit_s_theme_has_the_same_colours(name):
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())["theme"][name]
    colours = palette(name)
    assert theme["primaryColor"] == theme["linkColor"] == colours["accent"]
    assert (theme["textColor"], theme["backgroundColor"], theme["borderColor"]) == (
        colours["ink"],
        colours["page"],
        colours["line"],
    )


def test_style_sheets_take_every_colour_from_the_palette():
    named = set(re.findall(r"--([\w-]+):", variables(palette("light"))))
    for sheet in SHEETS:
        text = sheet.read_text(encoding="utf-8")
        own = set(re.findall(r"--([\w-]+):", text))
        passed = {"bar", "club-type", "h", "l", "labels", "m", "n", "null", "p", "s", "shape", "w"}  # measures, no colours
        passed |= {"week", "n-people", "flags", "club-notes"}  # words and counts
        assert set(re.findall(r"var\(--([\w-]+)", text)) - own - passed <= named, sheet.name
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b", text) == [], sheet.name


def test_no_rule_asks_what_an_element_holds():
    assert [sheet.name for sheet in SHEETS if ":has(" in sheet.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("name", [each for each in PALETTES if each != "light"])
def test_each_colour_of_a_figure_has_one_that_takes_its_place_on_paper(name):
    rules = light_on_paper(palette(name))
    for part in ("fill", "stroke"):
        found = re.findall(rf'\[style\*="{part}: (rgb\([0-9, ]+\))"\]{{{part}:(#[0-9a-f]+)!important}}', rules)
        assert len(dict(found)) == len(found) >= 5
    assert "main-svg" not in light_on_paper(palette("light"))


@pytest.mark.parametrize(("drawn", "shown"), [("dark", "light"), ("light", "dark")])
def test_a_figure_of_one_theme_can_be_shown_in_the_other_by_its_colours_alone(drawn, shown):
    """On paper and when the system turns: what shares a colour in one theme shares it in the other."""
    taken = {}
    for name, ink in palette(drawn).items():
        if ink.startswith("#"):
            taken.setdefault(ink, set()).add(palette(shown)[name])
    assert {ink: inks for ink, inks in taken.items() if len(inks) > 1} == {}
