"""Addresses inside the program: a page, one thing on a page, or the board, each with the filters of the reader."""

from dataclasses import replace
from urllib.parse import urlencode

from evidence.selection import Selection


def page_link(page: str, selection: Selection, **extra: str) -> str:
    """The address of a page with the filters in force; extra parameters come first."""
    query = urlencode([*extra.items(), *selection.query()])
    return f"{page}?{query}" if query else page


def claim_link(claim_id: str, selection: Selection) -> str:
    """The address of a claim."""
    return page_link("claims", selection, claim=claim_id)


def guideline_link(guideline_id: str, selection: Selection) -> str:
    """The address of a guideline."""
    return page_link("guidelines", selection, guideline=guideline_id)


def board_link(selection: Selection, **filters: tuple[str, ...]) -> str:
    """The address of the board with some of the filters replaced."""
    query = urlencode(with_filters(selection, **filters).query())
    return f"./?{query}" if query else "./"


def with_filters(selection: Selection, **filters: tuple[str, ...]) -> Selection:
    """The selection with some of its lists of words replaced."""
    return replace(selection, **filters)  # type: ignore[arg-type]
