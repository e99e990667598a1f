"""The guidelines page: every document, what it could have known, and a way back to the claims."""

from tests.browser.conftest import ROOT, settle


def test_every_document_has_a_row_and_its_standing_in_words(server, open_page, shipped):
    page = open_page(server.address + "/guidelines")
    table = page.locator("table.guideline-table")
    assert table.locator("tbody tr").count() == len(shipped.guidelines)
    assert table.get_by_text("Superseded", exact=True).count() == 3
    assert "Published before" in table.first.inner_text()
    assert page.locator("[data-testid=stPlotlyChart]").count() == 1


def test_a_link_to_a_document_shows_what_it_could_have_known(server, open_page):
    page = open_page(server.address + "/guidelines?guideline=AAN_2016")
    told = page.locator(".seen-from").inner_text()
    assert "Seen from AAN, 2016" in told
    assert "Hornyak 1998" in told.split("appeared later")[0]
    assert "Jadidi 2022" in told.split("appeared later")[1]
    assert "AAN" in page.locator("tr.chosen").inner_text()


def test_choosing_a_document_goes_into_the_address_and_back_undoes_it(server, open_page):
    page = open_page(server.address + "/guidelines")
    page.locator("[data-testid=stMain] [data-testid=stSelectbox] input").click()
    page.keyboard.type("AAN, 2")
    page.get_by_role("option", name="AAN, 2016").wait_for()
    page.keyboard.press("Enter")
    settle(page)
    assert "guideline=AAN_2016" in page.url
    page.go_back()
    settle(page)
    assert page.locator(".seen-from").count() == 0


def test_a_document_that_does_not_exist_is_told(server, open_page):
    page = open_page(server.address + "/guidelines?guideline=Nobody_1900")
    assert "Nobody_1900" in page.locator("[data-testid=stAlert]").inner_text()


def test_a_claim_can_be_followed_there_and_back(server, open_page):
    page = open_page(server.address + "/guidelines?condition=nocturnal+leg+cramps")
    page.locator("table.guideline-table a", has_text="C29").first.click()
    settle(page)
    assert "claims?claim=C29" in page.url and "condition=nocturnal" in page.url
    page.locator(".claim-card.chosen .bears-guideline a").first.click()
    settle(page)
    assert page.locator("tr.chosen").count() == 1


def test_a_pack_without_guidelines_says_so(opened, open_page):
    page = open_page(opened(ROOT / "tests" / "packs" / "headache").address + "/guidelines")
    assert "This data has no guidelines table." in page.locator("[data-testid=stMain]").inner_text()
