"""The board on a narrow screen: where its parts begin, and what is folded there until the address opens it.

The server does not know how wide the screen is: both are always sent, and the style sheet shows them where they are needed.
"""

from evidence.drawings.findings import folded_findings
from evidence.packs.pack import Pack
from evidence.wording.html import render
from evidence.wording.language import N_
from evidence.wording.say import count
from pages.parts.opened import is_open, toggled

FINDINGS = "findings"
"""The name of the summary of findings in the address, among the parts that are open."""
PARTS = {
    "consultation": ("consultation", N_("For the consultation")),
    "ledger": ("guidelines", N_("What guidelines say")),
    "forest": ("studies", N_("What the studies found")),
    "findings": ("certainty", N_("Summary of findings")),
    "downloads": ("studies", N_("Downloads")),
}
"""The parts of the board in the order of a narrow screen: the place of each, the table it needs, its name."""


def on_this_page(pack: Pack) -> str:
    """Links to the parts that this pack has."""
    return render("on_this_page.html", parts=[(place, name) for place, (table, name) in PARTS.items() if pack.has(table)])


def findings_fold(pack: Pack) -> str:
    """How many outcomes are folded, as a link that opens them; and the way back to the top."""
    more, top = folded_findings(pack), render("to_top.html")
    if not more:
        return top
    label = count("more outcome", "more outcomes", more)
    return render("fold.html", label=label, href=toggled(FINDINGS), open=is_open(FINDINGS), narrow=True) + top
