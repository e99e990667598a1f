"""A key press in the journal club over the whole shipped pack: the places of the session, and the step that is shown.

Every press is the first one of its session, so nothing of it was worked out by the press before. What stays is spared from
the search for garbage, as by the server.
"""

import gc
import statistics
import time
from pathlib import Path

from evidence.club.positions import Position, positions, screen_pages
from evidence.club.session import KINDS, Session, session_of
from evidence.drawings.palette import LIGHT
from evidence.drawings.paper import revealed
from evidence.drawings.paper_html import forest_html
from evidence.facts.selection import Selection
from evidence.facts.view import View, evidence_in_view
from evidence.packs.pack import read_pack
from evidence.wording.html import render

ROOT = Path(__file__).resolve().parents[1]
BUDGET_MS = 40


def press(view: View, address: str) -> float:
    """Milliseconds of the processor for one place."""
    start = time.process_time()
    session = session_of(view)
    draw(session, next(place for place in positions(session) if place.address == address))
    return (time.process_time() - start) * 1000


def draw(session: Session, place: Position) -> None:
    """Make what the page shows at a place."""
    step = session.step(KINDS[place.step])
    render("club_step.html", heading=step.heading, sentences=step.sentences, pairs=step.pairs, grids=step.grids)
    if step.kind == "result" and session.forests:
        pages = screen_pages(session)
        page = pages.page(pages.holding(place.part - 1))
        forest_html(revealed(page, place.part), pages.paper, page.height, LIGHT)


def main() -> None:
    """Print the median and the slowest of all places."""
    view = evidence_in_view(read_pack(ROOT / "data"), Selection())
    addresses = [place.address for place in positions(session_of(view))]
    gc.collect()
    gc.freeze()
    took = {address: press(view, address) for address in addresses}
    slowest = max(took, key=lambda address: took[address])
    median = statistics.median(took.values())
    print(
        f"club: {len(addresses)} places of {len(view.study_rows)} studies: median {median:.1f} ms, "
        f"slowest {took[slowest]:.1f} ms ({slowest}), at most {BUDGET_MS} ms"
    )


if __name__ == "__main__":
    main()
