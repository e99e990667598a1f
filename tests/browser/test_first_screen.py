"""Six answers stand inside the first screen, and what is for the consultation can be copied and printed on one page."""

import re

import pytest

from tests.browser.access import violations
from tests.browser.conftest import SIZES

ANSWERS = {
    "the answer": "The evidence is very uncertain about whether magnesium eases restless legs.",
    "how certain": "Very low certainty (GRADE).",
    "which trials": "2 or 3 randomised trials (75 participants in 1 of them, size of the others unknown; no usable numbers)",
    "why nothing is pooled": "Nothing is pooled, because no trial in this condition reports a usable effect.",
    "what the guideline says": "Cannot be recommended for lack of evidence",
    "until when": "valid until June 2027",
    "not for whom": "Not for: kidney function below 30 mL/min; AV block, very slow pulse; myasthenia gravis.",
    "what to keep apart": "Keep apart from: levodopa; iron by mouth; gabapentin; quinolones, tetracyclines.",
}
PLACES = (".bottom-line h1", ".bottom-line .grade", ".bottom-line .leading", ".bottom-line .safety")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["clinic", "phone"])
def test_six_answers_stand_inside_the_first_screen(server, open_page, size, scheme):
    page = open_page(server.address + "/", size=size, scheme=scheme)
    words = re.sub(r"\s+", " ", page.locator(".bottom-line").inner_text())
    assert [name for name, answer in ANSWERS.items() if answer not in words] == []
    for place in PLACES:
        box = page.locator(place).bounding_box()
        assert box["y"] >= 0 and box["y"] + box["height"] <= SIZES[size][1], place


def test_a_filter_does_not_change_the_first_screen(server, open_page):
    words = [
        open_page(server.address + address).locator(".bottom-line").inner_text() for address in ("/", "/?design=case+report")
    ]
    assert words[0] == words[1]


def test_each_sentence_for_the_consultation_names_what_it_rests_on(server, open_page):
    page = open_page(server.address + "/", size="phone")
    sentences = page.locator(".consultation li")
    assert sentences.count() >= 10
    for sentence in sentences.all():
        sentence.locator("summary").click()
        links = sentence.locator("a")
        assert links.count() and all(link.is_visible() for link in links.all())
    page.locator(".consultation a", has_text="levodopa").first.click()
    page.wait_for_url("**/compounds#safety-levodopa*")
    row = page.locator("tr:focus")
    row.wait_for()
    assert "levodopa" in row.inner_text() and 0 <= row.bounding_box()["y"] <= SIZES["phone"][1]


def test_what_is_for_the_consultation_is_copied_without_its_sources(server, open_page):
    page = open_page(server.address + "/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy", exact=True).click()
    page.get_by_role("button", name="Copied").wait_for()
    text = page.evaluate("() => navigator.clipboard.readText()")
    assert text.splitlines()[:2] == ["For the consultation", "Tell the patient"]
    assert "not medical advice" in text and "Sources" not in text and "Print" not in text


def test_the_page_for_the_consultation_prints_on_one_a4_page(server, open_page):
    page = open_page(server.address + "/")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Print one page").click()
    paper = opened.value
    paper.wait_for_load_state()
    assert paper.locator("li").count() == page.locator(".consultation li").count()
    assert len(re.findall(rb"/Type\s*/Page\b", paper.pdf(format="A4", prefer_css_page_size=True))) == 1
    assert violations(paper) == []
