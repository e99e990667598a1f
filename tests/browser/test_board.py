"""The board in a real browser: deep links, filters, Back, downloads, other packs, and access for all."""

import csv
import io
from pathlib import Path

from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.pack import read_pack
from tests.browser.board import expected, forest_rows, option, table_rows
from tests.browser.conftest import ROOT, settle

OXIDE = "/?design=randomised+trial&compound=magnesium+oxide&open=table"


def test_a_cold_deep_link_shows_the_right_rows_in_figure_table_and_count(start, open_page):
    server = start()
    page = open_page(server.address + OXIDE)
    studies = expected(design=("randomised trial",), compound=("magnesium oxide",))
    assert studies
    assert table_rows(page) == studies
    assert set(forest_rows(page)) == set(studies)
    assert page.locator("[data-shown]").inner_text().startswith(f"Showing {len(studies)} of ")
    assert page.locator(".ledger .position").count() == len(read_pack(ROOT / "data").guidelines)


def test_clicking_filters_back_and_reload(server, open_page):
    page = open_page(server.address + "/?open=table")
    everything = table_rows(page)
    assert everything == expected()
    option(page, "randomised trial").click()
    settle(page)
    trials = table_rows(page)
    assert trials == expected(design=("randomised trial",))
    assert "design=randomised+trial" in page.url
    page.reload()
    settle(page)
    assert table_rows(page) == trials
    page.go_back()
    settle(page)
    assert table_rows(page) == everything


def test_what_is_hidden_is_listed_with_the_filter(server, open_page):
    page = open_page(server.address + OXIDE)
    page.get_by_text("What is hidden, and why").click()
    page.wait_for_selector(".hidden-studies li")
    hidden = page.locator(".hidden-studies li").all_inner_texts()
    assert len(hidden) == len(expected()) - len(expected(design=("randomised trial",), compound=("magnesium oxide",)))
    assert all("design:" in line or "compound:" in line for line in hidden)


def test_a_link_with_a_value_that_does_not_exist_says_so(server, open_page):
    page = open_page(server.address + "/?design=randomized+controlled+trial&open=table")
    assert "randomized controlled trial" in page.get_by_test_id("stAlert").inner_text()
    assert table_rows(page) == expected()


def test_an_empty_view_says_so_and_offers_a_way_out(server, open_page):
    page = open_page(server.address + "/?design=case+report&compound=magnesium+bisglycinate&open=table")
    assert "No study passes these filters" in page.locator(".empty").inner_text()
    page.locator(".empty a").click()
    settle(page)
    assert table_rows(page) == expected()


def test_the_download_is_the_view(server, open_page):
    page = open_page(server.address + OXIDE)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="(CSV)").click()
    content = Path(waiting.value.path()).read_bytes().decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(content)))
    view = evidence_in_view(read_pack(ROOT / "data"), Selection(design=("randomised trial",), compound=("magnesium oxide",)))
    assert list(dict.fromkeys(row["study_id"] for row in rows)) == list(view.studies["study_id"])
    assert [row["result_id"] for row in rows if row["result_id"]] == list(
        view.results.set_index("study_id").loc[[s for s in view.studies["study_id"] if s in set(view.results["study_id"])]][
            "result_id"
        ]
    )
    assert view.pack.version.replace(".", "") in waiting.value.suggested_filename.replace(".", "").replace("-", "")


def test_on_a_phone_the_order_is_answer_guidelines_rows_table_and_nothing_is_cut(server, open_page):
    page = open_page(server.address + "/?open=table", "phone")
    tops = [
        page.locator(selector).first.bounding_box()["y"]
        for selector in (".bottom-line", ".ledger", ".forest-treatment", ".study-table")
    ]
    assert tops == sorted(tops)
    assert not page.locator(".st-key-plot_treatment").is_visible()
    assert page.locator(".forest-treatment tr[data-row] td.f-effect").first.bounding_box()["width"] > 250
    too_wide = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain] *')]
            .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
            .filter(each => getComputedStyle(each).position !== 'absolute')
            .map(each => each.className).slice(0, 5)"""
    )
    assert too_wide == []


def test_at_1280_pixels_figure_and_ledger_stand_side_by_side_without_sideways_scrolling(server, open_page):
    page = open_page(server.address + "/", "laptop")
    figure, ledger = (page.locator(s).bounding_box() for s in (".st-key-forest_panel", ".st-key-ledger_panel"))
    assert ledger["x"] >= figure["x"] + figure["width"]
    assert abs(ledger["y"] - figure["y"]) < 5
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_nothing_about_this_topic_remains_when_another_pack_is_open(opened, open_page):
    page = open_page(opened(ROOT / "tests" / "packs" / "headache").address + "/?open=table")
    words = page.locator("body").inner_text().lower() + page.title().lower()
    assert "migraine" in words
    for word in ("magnesium", "restless", "rls"):
        assert word not in words
    option(page, "before-after").click()
    settle(page)
    assert table_rows(page) == ["Beta 2010"]


def test_a_pack_that_may_be_pooled_shows_diamond_prediction_and_leave_one_out(opened, open_page):
    page = open_page(opened(ROOT / "examples" / "bcg").address + "/?outcome=tuberculosis")
    words = page.locator(".pooled").inner_text()
    assert "13 results pool to RR 0.49 [0.34, 0.71]" in words.replace("\u00a0", " ") or "13 results pool to RR" in words
    assert "expected in" in words
    page.get_by_text("Without each result in turn").click()
    settle(page)
    assert page.locator(".without tbody tr").count() == 13


def test_the_figure_has_a_text_alternative(server, open_page):
    page = open_page(server.address + "/")
    page.wait_for_selector("[role=figure][aria-label^='Intervals of the table']")
    assert page.locator("[role=figure]:not([aria-label])").count() == 0
    assert page.get_by_role("table", name="23 rows,").count() == 1


def test_no_request_leaves_the_machine(server, open_page):
    page = open_page("about:blank", still=False)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.address + "/")
    settle(page)
    assert len(asked) > 10
    outside = [
        url for url in asked if not url.startswith((server.address, "data:", "blob:", server.address.replace("http", "ws")))
    ]
    assert outside == []
