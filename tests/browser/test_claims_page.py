"""The claims page: verdict in symbol and word, filters in the address, links to studies."""

from tests.browser.conftest import settle


def test_the_stories_stand_first_and_every_claim_below(server, open_page, shipped):
    page = open_page(server.address + "/claims")
    assert page.locator(".claim-card").count() == 3
    rows = page.locator("table.claim-table tbody tr")
    assert rows.count() == len(shipped.claims)
    assert "✓ Supported" in rows.first.inner_text()


def test_filters_stand_in_the_address_and_survive_a_cold_link(server, open_page):
    page = open_page(server.address + "/claims?verdict=contradicted&verdict=unverifiable&core=yes&design=before-after")
    page.locator("p.count", has_text="10 of 47 claims").first.wait_for()
    page.locator(".st-key-claim_filters").get_by_text("unverifiable").click()
    settle(page)
    page.locator("p.count", has_text="1 of 47 claims").first.wait_for()
    assert "verdict=contradicted" in page.url and "unverifiable" not in page.url and "design=before-after" in page.url


def test_a_verdict_that_does_not_exist_is_told(server, open_page):
    page = open_page(server.address + "/claims?verdict=true")
    assert "'true'" in page.locator("[data-testid=stAlert]").inner_text()
    page.locator("p.count", has_text="47 of 47 claims").first.wait_for()


def test_a_link_to_a_claim_shows_it_first_and_leads_to_its_study(server, open_page):
    page = open_page(server.address + "/claims?claim=C24")
    card = page.locator(".claim-card")
    assert card.count() == 1 and "C24" in card.inner_text()
    card.locator("a", has_text="Roguin Maor 2017").click()
    settle(page)
    assert "study=RoguinMaor2017" in page.url
    assert "Roguin Maor" in page.locator("h1").inner_text()


def test_a_link_inside_the_program_does_not_load_it_anew(server, open_page):
    page = open_page(server.address + "/claims")
    page.evaluate("window.stillHere = true")
    page.locator(".bears-study a").first.click()
    settle(page)
    assert "study=" in page.url and page.evaluate("window.stillHere") is True
