"""A projected step stands on as many pages as it needs: nothing is lost, nothing is too high, and what is cut says so."""

import time
from dataclasses import replace
from html import unescape

import pytest

from evidence.club.fitted import silent_pages, step_pages
from evidence.club.paging import MOST_PAGES, Around, paged
from evidence.club.positions import PAGE, place_of, place_pages, positions, silent_studies
from evidence.club.session import session_of
from evidence.club.session_parts import Grid, Pair, Step
from evidence.club.sheet import (
    LEAD,
    SHAPES,
    grid_head,
    label_share,
    pair_height,
    row_height,
    sentence_height,
    title_height,
)
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.pack import read_pack
from evidence.vocabulary.fact import fact
from evidence.wording.html import render
from evidence.wording.say import say
from pages.parts.titles import club_kind
from tests.conftest import ROOT

LONG = "Pneumono" * 700
HEADING = fact("club methods")
HEAD = (fact("label study"), fact("label why"))


def all_sessions():
    for name in ("data", "examples/bcg", "tests/packs/headache", "tests/packs/mixed"):
        view = evidence_in_view(read_pack(ROOT / name), Selection())
        for study_id in ("", *view.pack.studies["study_id"]):
            for length in ("long",) if study_id else ("long", "short"):
                yield session_of(view, study_id, length)


def table(rows, kind="studies"):
    return Step("methods", grids=(Grid(kind, fact("caption studies"), HEAD, tuple(rows)),))


def height_of(page, shape):
    """How high a page of sentences, pairs and tables is in rem on a screen of this shape."""
    room = shape.in_type(page.scale)
    step, labels = page.step, page.labels or label_share(page.step.pairs, room.width)
    lead = page.number == 1
    high = title_height(step.heading, room.width)
    high += sum(sentence_height(each, room.width, LEAD if lead and not n else 1) for n, each in enumerate(step.sentences))
    high += sum(pair_height(each, room.width, labels) for each in step.pairs)
    for grid, shares in zip(step.grids, page.widths, strict=True):
        of_rows = getattr(grid.caption, "kind", "") in ("rows of all", "last rows on the screen")
        grid = replace(grid, caption=grid.caption["caption"]) if of_rows else grid
        high += grid_head(grid, shares, room.width) + sum(row_height(row, shares, room.width) for row in grid.rows)
    return high * page.scale


def said_rows(pages):
    return [row for page in pages for grid in page.step.grids for row in grid.rows]


def test_every_page_of_every_pack_has_room_and_nothing_of_its_step_is_lost():
    for session in all_sessions():
        places = positions(session)
        for place in places:
            page = place_pages(session, place)[place.page]
            if page is None:
                continue
            assert page.scale >= 1 or page.of == 1
            assert all(height_of(page, shape) <= shape.height for shape in SHAPES), (session.title, place.address)
        for kind in session.kinds:
            step = session.step(kind)
            if step.parts or kind == "result":
                continue
            pages = [place_pages(session, each)[each.page] for each in places if each.address.partition(PAGE)[0] == kind]
            assert [each for page in pages for each in page.step.sentences] == [say(each) for each in step.sentences]
            assert [each.text for page in pages for each in page.step.pairs] == [say(pair.text) for pair in step.pairs]
            rows = [tuple(map(say, row)) for grid in step.grids for row in grid.rows]
            shown = said_rows(pages)
            told = "outside the presentation" in say(pages[-1].step.grids[-1].caption) if step.grids else False
            assert shown == rows or (told and len(pages) == MOST_PAGES and shown == rows[: len(shown)])


def test_every_place_has_an_address_of_its_own_and_a_page_that_is_gone_leads_to_its_first(shipped):
    session = session_of(evidence_in_view(shipped, Selection()))
    places = positions(session)
    addresses = [place.address for place in places]
    assert len(set(addresses)) == len(addresses)
    assert {f"methods{PAGE}2", f"methods{PAGE}3", f"discussion{PAGE}2"} <= set(addresses)
    assert addresses[place_of(f"methods{PAGE}99", places)] == "methods"
    assert addresses[place_of(f"take-home{PAGE}7", places)] == "take-home"
    assert club_kind(f"take-home{PAGE}2") == "take-home"
    away = [place.address for place in positions(session, projected=False)]
    assert [each for each in addresses if PAGE not in each] == away, "away from the projector every step is one place"


def test_studies_of_the_condition_in_question_come_first(shipped):
    session = session_of(evidence_in_view(shipped, Selection()))
    direct = {study.citation: study.directness == "direct" for study in shipped.rows.studies}
    for kind in ("methods", "bias", "power"):
        step = session.step(kind)
        for grid in [*step.grids, *(part.grid for part in step.parts)]:
            known = [direct[row[0]] for row in grid.rows if row[0] in direct]
            assert known == sorted(known, reverse=True)


def test_one_page_stands_in_the_largest_type_with_which_it_is_whole():
    (short,) = paged(table([("A 2001", "small")]), Around(HEADING))
    (long,) = paged(table((f"A {year}", "small") for year in range(2000, 2016)), Around(HEADING))
    assert short.scale > long.scale >= 1


def test_a_table_goes_on_with_its_headings_and_says_which_rows():
    pages = paged(table((f"A {year}", "small") for year in range(2000, 2040)), Around(HEADING))
    assert len(pages) > 1 and {page.scale for page in pages} == {pages[0].scale}
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert all(page.step.grids[0].headings == tuple(map(say, HEAD)) for page in pages)
    captions = [say(page.step.grids[0].caption) for page in pages]
    last = len(pages[0].step.grids[0].rows)
    assert captions[0] == f"Studies in view, 1 to {last} of 40"
    assert captions[1].startswith(f"Studies in view, {last + 1} to ")


def test_of_ten_thousand_studies_the_first_are_shown_soon_and_the_rest_is_counted():
    start = time.process_time()
    pages = paged(table((f"Study {n}", "a reason") for n in range(10_000)), Around(HEADING))
    assert time.process_time() - start < 1
    assert len(pages) == MOST_PAGES
    shown = len(said_rows(pages))
    assert f"{10_000 - shown:,} more outside the presentation" in say(pages[-1].step.grids[0].caption)


def test_pairs_beyond_what_a_room_can_take_in_are_counted():
    pairs = tuple(Pair(fact("flag alone", flag="small"), f"text {n}") for n in range(500))
    pages = paged(Step("discussion", pairs=pairs), Around(HEADING))
    shown = [each for page in pages for each in page.step.pairs]
    assert say(shown[-1].text) == f"{501 - len(shown)} more, outside the presentation"


@pytest.mark.parametrize(
    "step",
    [
        Step("question", (LONG, "short")),
        Step("question", pairs=(Pair(fact("label people"), LONG), Pair(fact("label people"), "short"))),
        table([(LONG, LONG), ("A 2001", "short")]),
        table([("A 2001", " ".join(["reason"] * 2000))]),
        table([("A 2001", "\u8a9e" * 3000)]),
    ],
    ids=["sentence", "pair", "row", "words", "squares"],
)
def test_a_text_longer_than_a_page_is_cut_and_says_how_much_is_missing(step):
    pages = step_pages(step)
    assert all(height_of(page, shape) <= shape.height for page in pages for shape in SHAPES)
    told = say([(page.step.sentences, [pair.text for pair in page.step.pairs], *said_rows([page])) for page in pages])
    assert "cut here" in told and "more characters, outside the presentation" in told


def test_many_studies_without_a_number_keep_their_reasons(shipped):
    forest = session_of(evidence_in_view(shipped, Selection())).forests[0]
    silent = silent_studies(forest)
    shown = say([pair.label for page in silent_pages(silent) for pair in page.step.pairs])
    assert all(study in shown for studies, _ in silent for study in studies)
    many = silent_pages([(tuple(f"Study {n}" for n in range(300)), "a reason")])
    assert sum(len(page.step.pairs) for page in many) == 300 / 12
    assert all(height_of(page, shape) <= shape.height for page in many for shape in SHAPES)


def test_a_question_with_a_strip_of_a_room_stands_in_smaller_type(shipped):
    step = session_of(evidence_in_view(shipped, Selection()), "Jadidi2022").step("question")
    (alone,), (joined,) = step_pages(step), step_pages(step, joined=True)
    assert joined.scale < alone.scale and replace(joined.step) == replace(alone.step)


def test_what_stands_under_a_table_of_judgements_ends_each_sentence_once():
    session = session_of(evidence_in_view(read_pack(ROOT / "data"), Selection()), "", "short")
    step = session.step("bias")
    html = render("club_ours.html", part=step.parts[0], rest=step.sentences, hands="")
    below = unescape(html[html.index('<p class="club-small">') :])
    assert len(step.sentences) > 1 and all(say(text) in below for text in step.sentences)
    assert ". Not appraised" in below and ".." not in below
