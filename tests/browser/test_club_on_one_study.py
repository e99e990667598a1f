"""A journal club on one study in a real browser: from its page and from the forest, its checklist, both versions."""

from urllib.parse import parse_qs, urlsplit

from tests.browser.access import violations
from tests.browser.conftest import settle
from tests.browser.test_club_overview import goes_to
from tests.browser.test_journal_club import addresses, press, step_of

CLUB = "/journal_club?study=Jadidi2022"


def asked(page):
    return parse_qs(urlsplit(page.url).query)


def arrived(page, study):
    page.wait_for_function(
        "study => location.pathname.endsWith('journal_club') && location.search.includes(study)", arg=study
    )
    settle(page)
    assert page.get_by_role("heading", level=1).inner_text() == "The question"


def test_the_page_of_a_study_opens_its_club_and_keeps_the_filters(server, open_page):
    page = open_page(server.address + "/study?study=Jadidi2022&design=randomised+trial")
    page.get_by_role("link", name="Journal club on this study").click()
    arrived(page, "Jadidi2022")
    assert asked(page)["design"] == ["randomised trial"]
    assert "vitamin B6 40 mg a day" in page.locator(".club-step").inner_text()


def test_the_forest_opens_the_club_on_a_row_and_keeps_the_filters(server, open_page):
    page = open_page(server.address + "/?directness=direct")
    assert page.locator("a.to-club").count() == 0, "the figure stays small until the links are asked for"
    page.get_by_role("link", name="Journal club on one study").click()
    page.wait_for_selector("a.to-club")
    settle(page)
    assert violations(page) == []
    page.get_by_role("link", name="Journal club on Gorantla 2024").click()
    arrived(page, "Gorantla2024")
    assert asked(page)["directness"] == ["direct"]


def test_a_mark_that_opens_a_club_takes_no_room_from_the_name_of_its_study(server, open_page):
    widths = "all => all.map(each => [each.textContent, Math.round(each.getBoundingClientRect().width)])"
    for size in ("desk", "tablet"):
        pages = [open_page(server.address + query, size=size) for query in ("/", "/?open=club")]
        pages[1].wait_for_selector("a.to-club")
        without, beside = (page.locator(".forest-treatment .f-study a:not(.to-club)").evaluate_all(widths) for page in pages)
        assert without == beside
        place = pages[1].locator("a.to-club").first.bounding_box()
        assert place["width"] >= 24 and place["height"] >= 24 and place["x"] >= 0


def test_what_the_room_ticks_is_there_again_after_the_reveal_and_a_reload(server, open_page):
    page = open_page(server.address + CLUB + "&step=bias-1&present=1")
    ticks = page.locator(".st-key-club_ticks")
    assert ticks.get_by_role("checkbox").count() == 3
    ticks.get_by_text("Were the groups alike at the start").click()
    settle(page)
    assert ticks.get_by_role("checkbox", checked=True).count() == 1
    assert violations(page) == []
    press(page, "ArrowRight")
    assert step_of(page) == "bias-1-ours", "the arrow keys turn the page after a tick too"
    told = page.locator(".club-ticked li")
    assert [each.startswith("☑") for each in told.all_inner_texts()] == [False, False, True]
    assert "Our judgement" in page.locator(".club-pair").inner_text()
    page.reload()
    settle(page)
    assert "☑" in page.locator(".club-ticked").inner_text()
    assert "ticks" not in page.url


def test_ticks_by_keyboard_and_reset_with_the_votes(server, open_page):
    page = open_page(server.address + CLUB + "&step=bias-2")
    box = page.locator(".st-key-club_ticks").get_by_role("checkbox").first
    box.focus()
    page.keyboard.press("Space")
    settle(page)
    assert step_of(page) == "bias-2" and box.is_checked()
    page.get_by_role("button", name="Reset votes").click()
    page.get_by_role("button", name="Delete the votes").click()
    settle(page)
    assert not page.locator(".st-key-club_ticks").get_by_role("checkbox").first.is_checked()


def test_no_other_browser_sees_the_ticks(server, open_page):
    one, two = (open_page(server.address + CLUB + "&step=bias-1") for _ in range(2))
    one.locator(".st-key-club_ticks").get_by_text("Were the groups alike").click()
    settle(one)
    two.reload()
    settle(two)
    assert two.locator(".st-key-club_ticks").get_by_role("checkbox", checked=True).count() == 0


def test_the_short_version_is_chosen_stands_in_the_address_and_ends_after_ten_steps(server, open_page):
    page = open_page(server.address + CLUB + "&step=bias-3-ours")
    page.get_by_role("button", name="Short, ten steps").or_(page.get_by_role("radio", name="Short, ten steps")).click()
    goes_to(page, "bias-1")
    assert asked(page)["length"] == ["short"] and "of 10" in page.locator("button.club-where").inner_text()
    wanted = addresses("Jadidi2022", length="short")
    for expected in wanted[wanted.index("bias-1") + 1 :]:
        press(page, "ArrowRight")
        assert step_of(page) == expected
    assert wanted[-1] == "take-home" and page.locator(".st-key-club_on button").is_disabled()
    page.reload()
    settle(page)
    assert asked(page)["length"] == ["short"] and step_of(page) == "take-home"


def test_the_full_text_step_leads_to_the_paper(server, open_page):
    page = open_page(server.address + CLUB + "&step=full-text&present=1")
    link = page.locator(".club-links a")
    assert link.get_attribute("href") == "https://doi.org/10.1186/s12906-022-03814-8"
    assert violations(page) == []


def test_a_wrong_version_is_told_and_the_long_one_shown(server, open_page):
    page = open_page(server.address + CLUB + "&length=tiny")
    assert "The link names length 'tiny'" in page.locator(".stAlert").inner_text()
    assert "of 11" in page.locator("button.club-where").inner_text()
