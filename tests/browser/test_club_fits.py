"""Every projected step fits five sizes of screen: nothing scrolls, nothing lies under the footer, the axis is always seen.

The view and one trial are walked by arrow keys, in both versions. `make walk` walks every pack (FITS=all): its view on all
five sizes, each of its studies on the smallest and the largest.
"""

import os

import pytest

from evidence.club.positions import positions
from evidence.club.session import LENGTHS, session_of
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.pack import read_pack
from tests.browser.conftest import ROOT, settle
from tests.browser.reader import rests
from tests.browser.test_journal_club import step_of

SCREENS = ((1024, 768), (1280, 800), (1366, 768), (1920, 1080), (3840, 2160))
ENDS = (SCREENS[0], SCREENS[-1])
ALL = os.environ.get("FITS") == "all"
PACKS = ("data", "examples/bcg", "tests/packs/headache", "tests/packs/mixed") if ALL else ("data",)
ON_THE_SCREEN = """() => {
  const bar = document.querySelector('.st-key-club_controls'), foot = bar.getBoundingClientRect();
  const main = document.querySelector('.stMain'), found = [];
  const notes = document.querySelectorAll('.stMain :is(.stAlert, .version-note)').length;
  if (main.scrollHeight > main.clientHeight) found.push('scrolls');
  const shown = document.querySelectorAll(`.stMainBlockContainer :is(.club-step, .room-strip, .forest-drawing) *,
    .stMainBlockContainer :is(.stNumberInput, .stCheckbox, .stExpander)`);
  for (const each of shown) {
    const hidden = '.club-rows, .only-read, .club-untitled caption, details:not([open]) > :not(summary)';
    if (!each.getClientRects().length || each.closest(hidden)) continue;
    const box = each.getBoundingClientRect();
    const told = `${each.tagName} ${each.className} ${each.textContent.slice(0, 30)}`;
    if (box.bottom > foot.top + 1) found.push(`under the footer: ${told}`);
    if (box.right > innerWidth + 1) found.push(`beyond the side: ${told}`);
    if (/T[HD]/.test(each.tagName) && each.scrollWidth > each.clientWidth + 1) found.push(`cut: ${told}`);
  }
  const fields = [...document.querySelectorAll('.stNumberInput')].map((each) => each.getBoundingClientRect());
  const touch = (one, next) => one.top === next.top && next.left - one.right < 4;
  if (fields.some((each, place) => place && touch(fields[place - 1], each))) found.push('fields touch');
  for (const drawing of document.querySelectorAll('.forest-drawing')) {
    const box = drawing.getBoundingClientRect(), axis = drawing.querySelector('[data-part=axis]');
    if (!axis) found.push('no axis');
    else if (box.width) {
      const share = box.width / innerWidth, lead = document.querySelector('.club-where-expected');
      if (!notes && share < (innerWidth / innerHeight < 1.75 ? 0.78 : 0.9)) found.push(`narrow figure: ${box.width}`);
      const left = axis.getBoundingClientRect().left;
      if (lead && lead.getBoundingClientRect().right > left) found.push('the question lies over the axis');
    }
  }
  const last = [...bar.children].at(-1).getBoundingClientRect();
  if (foot.height > 0.12 * innerHeight || last.right > innerWidth) found.push('the footer is broken');
  const counter = document.querySelector('.club-where'), counted = counter.querySelector('[data-counted]');
  if (counted.getBoundingClientRect().right > counter.getBoundingClientRect().right + 1) found.push('the counter is cut');
  const text = parseFloat(getComputedStyle(document.querySelector('.club-step')).fontSize);
  const high = 45 + (notes || innerWidth / innerHeight < 1.75 ? 2 : 0) + 2 * notes;
  if (text < 0.9945 / high * Math.min(innerHeight, innerWidth * 0.72)) found.push(`small type: ${text}`);
  return found;
}"""


UPRIGHT = """() => {
  const main = document.querySelector('.stMain'), foot = document.querySelector('.st-key-club_controls');
  main.scrollTo(0, main.scrollHeight);
  const shown = [...document.querySelectorAll('.stMainBlockContainer :is(.club-step, .stExpander)')];
  const last = shown.findLast((each) => !each.closest('details:not([open])'));
  const covered = last.getBoundingClientRect().bottom > foot.getBoundingClientRect().top;
  const found = covered ? ['the end lies under the footer'] : [];
  for (const each of foot.querySelectorAll('button, .club-time')) {
    const box = each.getBoundingClientRect();
    if (box.width && (box.left < 0 || box.right > innerWidth || box.bottom > innerHeight)) found.push(each.textContent);
  }
  return found;
}"""
"""What cannot be reached on a phone or an upright screen: controls beyond the side, the end of a step under the footer."""


def faults(page, screens=SCREENS):
    """What does not fit on any of the screens."""
    found = {}
    for width, height in screens:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function("width => innerWidth === width", arg=width)
        said = page.evaluate(ON_THE_SCREEN)
        if said:
            found[width] = said[:3]
    return found


def turn(page):
    """Press the key for the next place, and wait until it stands there."""
    before = step_of(page)
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "before => (new URL(location.href).searchParams.get('step') || 'question') !== before", arg=before, polling=20
    )
    assert rests(page, 2, 25)


def walked(page, places, screens):
    """The faults of each place on the way from the first to the last."""
    found = {}
    for number, place in enumerate(places):
        if number:
            turn(page)
        assert step_of(page) == place
        said = faults(page, screens)
        if said:
            found[place] = said
    return found


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("pack", PACKS)
def test_every_step_fits_every_screen(opened, open_page, pack, length):
    view = evidence_in_view(read_pack(ROOT / pack), Selection())
    studies = view.pack.studies["study_id"] if ALL else ["Jadidi2022"]
    server, page, found = opened(ROOT / pack), None, {}
    for study in ("", *studies):
        address = f"{server.address}/journal_club?present=1&length={length}" + (f"&study={study}" if study else "")
        page = page or open_page(address)
        page.goto(address)
        settle(page)
        places = [place.address for place in positions(session_of(view, study, length))]
        said = walked(page, places, ENDS if ALL and study else SCREENS)
        if said:
            found[study or "the view"] = said
    assert found == {}


@pytest.mark.parametrize("notes", ("nosuch=1", "nosuch=1&version=0.1&study=nobody"))
def test_a_step_makes_room_for_the_warnings_over_it_each_on_a_line(server, open_page, notes):
    page = open_page(f"{server.address}/journal_club?present=1&step=guidelines&{notes}")
    fullest = ("guidelines", "expectation", "methods", "bias-1-ours", "result-8", "power", "take-home", "discussion")
    for step in fullest:
        page.goto(f"{server.address}/journal_club?present=1&step={step}&{notes}")
        settle(page)
        assert faults(page) == {}, step
        warnings = page.locator(".stMain :is(.stAlert, .version-note)")
        assert warnings.count() == notes.count("=")
        for text in warnings.locator("p").all():
            told = text.evaluate("each => each.clientHeight && each.clientHeight <= each.parentElement.clientHeight")
            assert told and text.is_visible()


@pytest.mark.parametrize("plan", ("", "&plan=30"))
def test_on_a_phone_the_footer_of_a_presentation_takes_two_rows_at_most(server, open_page, plan):
    page = open_page(f"{server.address}/journal_club?present=1{plan}", "phone")
    shown = page.locator(".st-key-club_controls button:visible, .st-key-club_controls .club-time:visible").all()
    boxes = [each.bounding_box() for each in shown]
    assert len({round((box["y"] + box["height"] / 2) / 20) for box in boxes}) <= 2
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)


@pytest.mark.parametrize("size", ["tablet", "phone"])
def test_on_an_upright_screen_no_label_is_broken_inside_its_word(server, open_page, size):
    page = open_page(f"{server.address}/journal_club?present=1", size)
    labels = page.locator(".club-step dt").all()
    words = [each for each in labels if " " not in each.inner_text()]
    lines = """label => {
      const whole = document.createRange();
      whole.selectNodeContents(label);
      return new Set([...whole.getClientRects()].map((box) => box.top)).size;
    }"""
    assert len(words) > 2
    assert [each.inner_text() for each in words if each.evaluate(lines) > 1] == []


def test_the_strip_of_a_room_fits_where_something_is_asked(start, open_page):
    server = start(settings={"EVIDENCE_ADDRESS": "https://a-rather-long-name.of-a-hospital.example.org/evidence"})
    page = open_page(server.address + "/journal_club?study=Jadidi2022&plan=30")
    page.get_by_role("button", name="Open a room for phones").click()
    page.wait_for_function("() => location.href.includes('chair=')")
    settle(page)
    for step in ("question", "expectation", "bias-2", "practice"):
        page.goto(page.url.partition("&step")[0].replace("&present=1", "") + f"&present=1&step={step}")
        page.wait_for_selector(".room-strip img")
        settle(page)
        assert faults(page) == {}, step
        for width, height in ((390, 844), (768, 1024)):
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_function("width => innerWidth === width", arg=width)
            assert page.evaluate(UPRIGHT) == [], (step, width)


def test_two_quick_presses_move_two_steps_in_their_order(server, open_page):
    page = open_page(server.address + "/journal_club?study=Jadidi2022&present=1")
    places = [
        place.address
        for place in positions(session_of(evidence_in_view(read_pack(ROOT / "data"), Selection()), "Jadidi2022"))
    ]
    for keys, wanted in ((["ArrowRight"] * 2, 2), (["ArrowRight", "PageDown", "ArrowLeft", "ArrowRight", " "], 5)):
        for key in keys:
            page.keyboard.press(key)
        page.wait_for_function(
            "wanted => new URL(location.href).searchParams.get('step') === wanted", arg=places[wanted], timeout=15_000
        )
        page.wait_for_timeout(500)
        settle(page)
        assert step_of(page) == places[wanted]
