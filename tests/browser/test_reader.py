"""The readers of these tests: one finds nothing of what another left, neither of this test nor of the one before."""

import pytest

from tests.browser.reader import Kept, settle

LEAVE = """() => {
    document.cookie = "left=1";
    localStorage.left = sessionStorage.left = "1";
    return caches.open("left").then(() => new Promise((done) => { indexedDB.open("left").onsuccess = done; })).then(() => 1);
}"""
FIND = """async () => [document.cookie, localStorage.left ?? "", sessionStorage.left ?? "", history.length,
    (await caches.keys()).length, (await indexedDB.databases()).length,
    (await navigator.permissions.query({ name: "geolocation" })).state, navigator.onLine]"""
SEES = "() => [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]"
NOTHING = ["", "", "", 2, 0, 0, "denied", True]


@pytest.fixture
def reader(browser):
    one = Kept(browser)
    yield one
    one.context.close()


def test_an_emptied_browser_has_nothing_of_the_reader_before(server, reader):
    place = server.address + "/healthz"
    assert reader.open(place, (800, 600), "light").evaluate(FIND) == NOTHING
    page = reader.open(place, (900, 600), "dark")
    assert page.evaluate(SEES) == [900, True]
    page.evaluate(LEAVE)
    reader.context.grant_permissions(["geolocation"])
    reader.context.set_offline(True)
    assert page.evaluate(FIND) == ["left=1", "1", "1", 2, 1, 1, "granted", False]
    reader.empty()
    assert reader.context.pages == [reader.idle]
    page = reader.open(place, (800, 600), "light")
    assert page.evaluate(FIND) == NOTHING
    assert page.evaluate(SEES) == [800, False]


def test_two_pages_of_a_test_are_those_of_two_readers(server, open_page):
    one, other = (open_page(server.address + "/healthz", still=False) for _ in range(2))
    one.evaluate(LEAVE)
    assert other.evaluate(FIND) == NOTHING


def test_what_is_kept_is_what_was_read(server, reader):
    for _ in range(2):
        page = reader.open(server.address + "/map", (800, 600), "light")
        settle(page)
        kept = "() => performance.getEntriesByType('resource').filter((each) => each.transferSize === 0).length"
        count = page.evaluate(kept)
        reader.empty()
    assert count > 10
