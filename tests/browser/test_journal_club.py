"""The journal club in a real browser: all steps by keyboard, hands that stay in their browser, presentation view, links."""

import io
import re
import zipfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from evidence.club.positions import positions
from evidence.club.session import LONG, session_of
from evidence.downloads.exports import export
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.pack import read_pack
from tests.browser.access import violations
from tests.browser.conftest import ROOT, settle

SIZES = {"projector": (1024, 768), "phone": (390, 844)}


def addresses(study_id="", length=LONG, **asked):
    session = session_of(evidence_in_view(read_pack(ROOT / "data"), Selection(**asked)), study_id, length)
    return [place.address for place in positions(session)]


def step_of(page):
    return page.evaluate("new URL(location.href).searchParams.get('step') || 'question'")


def press(page, key):
    """Press a key and wait until the address has followed."""
    before = step_of(page)
    page.keyboard.press(key)
    page.wait_for_function(
        "before => (new URL(location.href).searchParams.get('step') || 'question') !== before", arg=before
    )
    settle(page)


@pytest.mark.parametrize("size", SIZES)
def test_all_steps_of_a_study_by_arrow_keys(server, open_page, size):
    page = open_page(server.address + "/journal_club?study=Jadidi2022&present=1")
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    walked = [step_of(page)]
    for expected in addresses("Jadidi2022")[1:]:
        press(page, "ArrowRight")
        walked.append(step_of(page))
        assert walked[-1] == expected
        assert page.get_by_role("heading", level=1).count() == 1
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    press(page, "ArrowLeft")
    assert step_of(page) == walked[-2]


def test_a_clicker_turns_the_pages_of_the_whole_view(server, open_page):
    page = open_page(server.address + "/journal_club?present=1&step=result-0")
    wanted = addresses()
    press(page, "PageDown")
    assert step_of(page) == wanted[wanted.index("result-0") + 1]
    press(page, "PageUp")
    assert step_of(page) == "result-0"


def test_a_swipe_turns_the_page_and_a_scroll_does_not(server, browser):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(server.address + "/journal_club?study=Jadidi2022")
    settle(page)
    touch = context.new_cdp_session(page)

    def drag(x, y, across, down):
        touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x + across, "y": y + down}]})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        settle(page)

    first, second = addresses("Jadidi2022")[:2]
    drag(300, 400, -30, -200)
    assert step_of(page) == first
    drag(300, 400, -200, 10)
    page.wait_for_function("second => new URL(location.href).searchParams.get('step') === second", arg=second)
    settle(page)
    drag(100, 400, 200, 10)
    page.wait_for_function("second => new URL(location.href).searchParams.get('step') !== second", arg=second)
    context.close()


def test_the_axis_comes_first_and_then_each_interval(server, open_page):
    page = open_page(server.address + "/journal_club?present=1&step=result-0")
    drawing = page.locator(".forest-drawing:visible")
    assert drawing.locator("[data-part=axis]").count() == 1
    assert drawing.locator("[data-part=interval]").count() == 0
    press(page, "ArrowRight")
    assert drawing.locator("[data-part=interval]").count() == 1
    press(page, "ArrowRight")
    assert drawing.locator("[data-part=interval]").count() == 2


def test_at_a_desk_the_whole_figure_with_its_axis_is_on_the_screen(server, open_page):
    page = open_page(server.address + "/journal_club?step=result-4")
    drawn = page.locator(".forest-drawing").bounding_box()
    assert drawn["y"] + drawn["height"] <= page.viewport_size["height"]


def fill(page, label, number):
    box = page.get_by_label(label, exact=True)
    box.fill(str(number))
    box.press("Enter")
    settle(page)


def test_after_a_number_is_typed_the_keys_turn_the_page_again(server, open_page):
    page = open_page(server.address + "/journal_club?study=Jadidi2022&step=expectation&present=1")
    fill(page, "better", 12)
    press(page, "ArrowRight")
    assert step_of(page) == "methods"
    press(page, "ArrowLeft")
    assert page.get_by_label("better", exact=True).input_value() == "12"
    page.get_by_label("worse", exact=True).fill("3")
    press(page, "PageDown")
    assert step_of(page) == "methods"
    press(page, "PageUp")
    assert page.get_by_label("worse", exact=True).input_value() == "3"


def test_hands_come_back_beside_the_result_and_no_other_browser_sees_them(server, open_page):
    address = server.address + "/journal_club?study=Jadidi2022&step=expectation"
    one, two = open_page(address), open_page(address)
    fill(one, "better", 41)
    fill(two, "worse", 17)
    for page in (one, two):
        for _ in range(addresses("Jadidi2022").index("result") - 1):
            page.locator(".st-key-club_on button").click()
            settle(page)
        assert step_of(page) == "result"
    first, second = one.locator(".club-step").inner_text(), two.locator(".club-step").inner_text()
    assert "better 41" in first and "worse 17" not in first
    assert "worse 17" in second and "better 41" not in second


def test_hands_reach_neither_address_nor_file_nor_log(start, open_page):
    server = start()
    page = open_page(server.address + "/journal_club?study=Jadidi2022&step=expectation")
    before = {path: path.stat().st_mtime_ns for path in Path(ROOT, "data").iterdir()}
    fill(page, "better", 913)
    told = parse_qs(urlsplit(page.url).query)
    assert set(told) <= {"study", "step", "room", "chair"} and "913" not in told["step"][0]
    assert before == {path: path.stat().st_mtime_ns for path in Path(ROOT, "data").iterdir()}
    server.stop()
    assert not re.search(r"(?<![0-9a-f])913(?![0-9a-f])", server.process.stderr.read().decode())


def test_presentation_hides_menu_and_filters_escape_leaves_and_back_and_reload_work(server, open_page):
    page = open_page(server.address + "/journal_club?study=Jadidi2022&step=power&present=1")
    assert not page.locator(".title-bar").is_visible()
    assert not page.locator(".stSidebar").is_visible()
    page.reload()
    settle(page)
    assert step_of(page) == "power"
    press(page, "ArrowRight")
    page.go_back()
    settle(page)
    assert step_of(page) == "power"
    page.keyboard.press("Escape")
    page.wait_for_function("() => !location.href.includes('present')")
    settle(page)
    assert page.locator(".title-bar").is_visible()
    assert step_of(page) == "power"


@pytest.mark.parametrize("paper", ["white", "black"])
@pytest.mark.parametrize(
    "step", ["expectation", "methods", "bias-1", "bias-1-ours", "result-reported", "result", "guidelines", "full-text"]
)
def test_axe_finds_nothing_on_the_projected_steps(server, open_page, step, paper):
    page = open_page(f"{server.address}/journal_club?study=Jadidi2022&present=1&paper={paper}&step={step}")
    page.set_viewport_size({"width": 1024, "height": 768})
    settle(page)
    assert violations(page) == []


def test_the_take_away_is_built_and_the_zip_is_the_one_of_the_command_line(server, open_page, monkeypatch):
    monkeypatch.setenv("EVIDENCE_ADDRESS", server.address)
    page = open_page(server.address + "/journal_club?step=discussion&directness=direct")
    page.get_by_role("button", name="Build slides, hand-out and ZIP").click()
    page.wait_for_selector(".st-key-club_files", timeout=30_000)
    settle(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Everything in view (ZIP)").click()
    content = Path(saved.value.path()).read_bytes()
    assert content == export(evidence_in_view(read_pack(ROOT / "data"), Selection(directness=("direct",))), "zip").content
    assert {"slides.pptx", "handout.html"} <= set(zipfile.ZipFile(io.BytesIO(content)).namelist())


def test_a_link_to_another_version_says_so(server, open_page):
    page = open_page(server.address + "/?version=1999.1&r=0.5&results=one")
    assert "1999.1" in page.locator(".version-note").inner_text()
    page = open_page(server.address + "/?version=2026.2&r=0.5&results=one")
    assert page.locator(".version-note").count() == 0


def test_the_hand_out_prints_on_one_page(open_page, browser, tmp_path):
    context = browser.new_context()
    page = context.new_page()
    view = evidence_in_view(read_pack(ROOT / "data"), Selection())
    place = tmp_path / "handout.html"
    place.write_bytes(export(view, "html").content)
    page.goto(place.as_uri())
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    context.close()
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") == 1
