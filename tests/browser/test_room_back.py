"""Back from a room of the journal club: the address before the room is one step away, and nobody is held on the page."""

from urllib.parse import parse_qs, urlsplit

from tests.browser.conftest import settle

ENDED = "The room of this link has ended"


def asked(page):
    return parse_qs(urlsplit(page.url).query)


def test_back_leaves_room_and_page_step_by_step_and_the_room_goes_on(server, open_page):
    page = open_page(server.address + "/?directness=direct")
    page.get_by_role("link", name="Journal club", exact=True).click()
    settle(page)
    page.get_by_role("button", name="Open a room for phones").click()
    page.wait_for_function("() => location.href.includes('chair=')")
    settle(page)
    room = asked(page)["room"]
    assert page.locator(".room-count").count() == 1

    page.go_back()
    settle(page)
    assert "room" not in asked(page) and page.get_by_text(ENDED).count() == 0
    assert page.locator(".room-count").count() == 1

    page.go_back()
    settle(page)
    assert urlsplit(page.url).path == "/" and asked(page)["directness"] == ["direct"]

    page.get_by_role("link", name="Journal club", exact=True).click()
    page.wait_for_function("() => location.href.includes('chair=')")
    settle(page)
    assert asked(page)["room"] == room


def test_an_address_with_the_code_alone_is_the_chair_s_who_has_its_key(server, open_page):
    page = open_page(server.address + "/journal_club")
    page.get_by_role("button", name="Open a room for phones").click()
    page.wait_for_function("() => location.href.includes('chair=')")
    settle(page)
    code = asked(page)["room"][0]
    page.evaluate("code => history.pushState({}, '', `journal_club?room=${code}`)", code)
    page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    settle(page)
    assert page.get_by_text(ENDED).count() == 0 and page.locator(".room-count").count() == 1
    stranger = open_page(f"{server.address}/journal_club?room={code}")
    assert stranger.get_by_text(ENDED).count() == 1
