"""A key press in the journal club over the whole shipped pack: the places of the session, and the step that is shown.

Each press is the first one of a session that was opened at its first place, so it finds no more than that opening left: the
pages of all steps. The opening is timed too. What stays is spared from the search for garbage, as by the server.
"""

import gc
import statistics
import time
from pathlib import Path

from evidence.club.positions import Position, on_wide_screens, positions, screen_pages
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


def press(view: View, address: str) -> tuple[float, float]:
    """Milliseconds of the processor for opening a session at its first place, and for going on to another one."""
    opening = time.process_time()
    session = session_of(view)
    draw(session, positions(session)[0])
    start = time.process_time()
    draw(session, next(place for place in positions(session) if place.address == address))
    return (start - opening) * 1000, (time.process_time() - start) * 1000


def draw(session: Session, place: Position) -> None:
    """Make what the page shows at a place."""
    step = session.step(KINDS[place.step])
    render("club_step.html", heading=step.heading, sentences=step.sentences, pairs=step.pairs, grids=step.grids)
    if step.kind == "result" and session.forests:
        for pages in (screen_pages(session), on_wide_screens(screen_pages(session))):
            page = pages.page(pages.holding(place.part - 1))
            forest_html(revealed(page, place.part), pages.paper, page.height, LIGHT)


def main() -> None:
    """Print the median and the slowest of all places."""
    view = evidence_in_view(read_pack(ROOT / "data"), Selection())
    addresses = [place.address for place in positions(session_of(view))]
    gc.collect()
    gc.freeze()
    took = {address: press(view, address) for address in addresses}
    presses = {address: pressed for address, (_, pressed) in took.items()}
    slowest = max(presses, key=lambda address: presses[address])
    opening = statistics.median(opened for opened, _ in took.values())
    print(
        f"club: {len(addresses)} places of {len(view.study_rows)} studies: a key press, median "
        f"{statistics.median(presses.values()):.1f} ms, slowest {presses[slowest]:.1f} ms ({slowest}), "
        f"at most {BUDGET_MS} ms; opening, median {opening:.1f} ms"
    )


if __name__ == "__main__":
    main()
