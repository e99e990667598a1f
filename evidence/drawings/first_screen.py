"""The first screen as HTML: the answer, how certain it is, what exists, why nothing is pooled, guideline and safety."""

from datetime import date

from evidence.addresses import glossary_link, page_link
from evidence.facts.bottom_line import bottom_line
from evidence.facts.consultation import leading_position, safety_in_short
from evidence.facts.guidance import positions_of
from evidence.facts.view import View
from evidence.wording.html import render


def first_screen(view: View, today: date) -> str:
    """It speaks of the whole pack on a day; the reader's filters only go along with its link."""
    pack = view.pack
    return render(
        "bottom_line.html",
        line=bottom_line(pack),
        leading=leading_position(positions_of(pack, today)),
        safety=safety_in_short(pack),
        doses=page_link("compounds", view.selection),
        glossary=glossary_link(view.selection),
    )
