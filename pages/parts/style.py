"""The style sheet of the pages, with the colours of the theme the reader uses."""

from pathlib import Path

import streamlit as st

SHEET = Path(__file__).with_name("style.css").read_text(encoding="utf-8")
COLOURS = {
    "light": "--ink:#18262e;--faint:#45535b;--line:#d9d5c8;--paper:#ffffff;--page:#fbfaf6;--accent:#0d5c6c;--soft:#eef4f5;"
    "--bad:#8d2018;--bad-soft:#f8e2df;--warn:#664a00;--warn-soft:#f6efd9;--good:#14543a;--good-soft:#e0f0e7",
    "dark": "--ink:#e9eef0;--faint:#b9c4c9;--line:#414d53;--paper:#1b2226;--page:#14191c;--accent:#8fd3e0;--soft:#1f2b30;"
    "--bad:#f5b5ae;--bad-soft:#43211e;--warn:#f0d48a;--warn-soft:#3a3117;--good:#a5e0c4;--good-soft:#1c3a2c",
}


def theme() -> str:
    """The theme in use, "light" or "dark"."""
    return "dark" if st.context.theme.type == "dark" else "light"


def draw_style() -> None:
    """Put the style sheet on the page."""
    st.html(f"<style>:root{{{COLOURS[theme()]}}}\n{SHEET}</style>")
