"""The glossary as HTML, in the alphabet of what it names."""

from evidence.facts.glossary import glossary
from evidence.packs.pack import Pack
from evidence.wording.html import render
from evidence.wording.say import say


def glossary_html(pack: Pack) -> str:
    """Every term of the program and of a pack, small letters beside capitals."""
    return render("glossary.html", entries=sorted(glossary(pack), key=lambda each: (say(each.name).casefold(), each.anchor)))
