"""Pages on paper: the forest as a figure, no row cut, a first page that is full, and a foot on every page."""

import html
import io
import re
import subprocess
from datetime import date
from urllib.parse import urlencode

import pytest
from PIL import Image, ImageChops

from evidence.facts.selection import choices
from tests.test_render_deck import PAGE, WORD

SIZES = {"A4": {"format": "A4"}, "A4 across": {"format": "A4", "landscape": True}, "Letter": {"format": "Letter"}}
CASES = [
    ("/", "A4"),
    ("/?rows=all&open=table", "A4 across"),
    ("/?directness=direct", "Letter"),
    ("/study?study=Gorantla2024", "A4"),
    ("/study?study=Jadidi2022", "Letter"),
    ("/guidelines", "A4 across"),
    ("/claims", "A4"),
    ("/compounds", "Letter"),
    ("/journal_club?step=bias", "A4"),
    ("/journal_club?step=guidelines", "Letter"),
]
THEMED = [("/", "A4"), ("/guidelines", "A4 across"), ("/journal_club?study=Gorantla2024&step=result-1", "A4")]
FOOT = 19 / 25.4 * 72
"""Height of the margin that holds the foot, in points."""
MARK = """() => {
    const cards = ".claim-card, .position, .pico section, .bottom-line, .statements dl > div";
    const whole = `${cards}, .marks li, .flags div, .lanes li`;
    let n = 0;
    const mark = (place, at) => {
        const sign = document.createElement("span");
        sign.textContent = ` zq${n}q `;
        sign.style.cssText = "font: 1px/1 Arial; position: static; display: inline";
        place.insertAdjacentElement(at, sign);
    };
    for (const each of document.querySelectorAll(`.stMain tbody tr, ${whole}`)) {
        n += 1;
        for (const part of each.tagName === "TR" ? each.children : [each])
            if (part.childNodes.length) for (const at of ["afterbegin", "beforeend"]) mark(part, at);
    }
    return n;
}"""
"""Puts the number of each row and card into it, at both ends of every cell, so that its pieces are found on paper."""


def printed(page, size="A4"):
    return page.pdf(**SIZES[size])


def sheets(pdf):
    """Width, height and words (left, top, right, bottom, text) of each page, in points."""
    told = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, check=True, capture_output=True).stdout.decode()
    return [
        (float(width), float(height), [(*map(float, found[:4]), html.unescape(found[4])) for found in WORD.findall(words)])
        for width, height, words in PAGE.findall(told)
    ]


def pictures(pdf, dots=50, last=99):
    asked = ["pdftoppm", "-r", str(dots), "-l", str(last), "-png", "-"]
    made = subprocess.run(asked, input=pdf, check=True, capture_output=True).stdout
    starts = [found.start() for found in re.finditer(b"\x89PNG\r\n\x1a\n", made)]
    parts = zip(starts, [*starts[1:], len(made)], strict=True)
    return [Image.open(io.BytesIO(made[start:end])).convert("L") for start, end in parts]


def text_of(words):
    return " ".join(word[4] for word in words)


@pytest.mark.parametrize(("address", "size"), CASES)
def test_paper_cuts_no_row_fills_the_first_page_and_has_its_foot(server, open_page, shipped, address, size):
    page = open_page(server.address + address)
    plain = sheets(printed(page, size))
    for number, (_, height, words) in enumerate(plain, start=1):
        foot = text_of(word for word in words if word[1] > height - FOOT)
        assert foot.startswith(shipped.dataset["title"])
        page_number, day = f"{number} / {len(plain)}", f"Printed: {date.today()}"
        for told in (f"Data {shipped.version}", "r = 0.5", day, server.address, page_number):
            assert told in foot, (number, foot)
    if len(plain) > 1:
        _, height, words = plain[0]
        lowest = max(word[3] for word in words if word[3] < height - FOOT)
        assert lowest > 0.66 * height, "the first page is not full"
    page.evaluate(MARK)
    places = {}
    for number, (_, _, words) in enumerate(sheets(printed(page, size)), start=1):
        for mark in re.findall(r"zq(\d+)q", text_of(words)):
            places.setdefault(mark, set()).add(number)
    assert {mark: on for mark, on in places.items() if len(on) > 1} == {}
    assert len(places) >= (0 if "journal" in address else 4)


def test_the_forest_is_a_figure_on_paper(server, open_page):
    page = open_page(server.address + "/?rows=all", scheme="dark")
    names = page.locator(".forest-treatment tr[data-row] .f-study a").all_inner_texts()
    with_number = page.locator(".forest-treatment tr[data-row]:has(td.f-effect)")
    drawn = with_number.evaluate_all(
        "rows => rows.map(row => ['.f-study a', '.f-people'].map(part => row.querySelector(part).textContent))"
    )
    pdf = printed(page)
    first, picture = sheets(pdf)[0][2], pictures(pdf, 144, last=1)[0]
    left = next(word[0] for word in first if word[4] == "Effect")
    right = next(word[0] for word in first if word[4] == "SD")
    whole = text_of(word for _, _, words in sheets(pdf) for word in words)
    assert [name for name in names if name.split()[0] not in whole] == []
    seen = 0
    for name, people in drawn:
        named = [word[1] for word in first if word[4] == name.split()[0] and word[0] < left]
        counted = [word for word in first if word[4] == people and left - 30 < word[2] < left + 1]
        if named and counted:  # the number of people stands in the middle of its row, beside the interval
            _, top, _, bottom, _ = min(counted, key=lambda word: abs(word[1] - named[0]))
            band = picture.crop(tuple(int(2 * place) for place in (left, top, right - 4, bottom)))
            assert sum(value < 80 for value in band.tobytes()) > 150, name
            seen += 1
    assert seen >= 3
    axis = [word[4] for word in first if left - 20 < word[0] < right and re.fullmatch("[\u22120-9.]+", word[4])]
    assert "0" in axis
    assert len(axis) >= 3


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_figure_of_doses_has_limits_and_axis_on_one_page(server, open_page, size):
    page = open_page(server.address + "/compounds")
    ticks = page.locator(".lane-axis .tick").all_inner_texts()
    page.evaluate("""() => {
        for (const place of [".lane-limits .limit-label", ".lane-axis .tick"]) document.querySelector(place).append(" zq1q");
    }""")
    (figure,) = [words for _, _, words in sheets(printed(page, size)) if "zq1q" in text_of(words)]
    assert text_of(figure).count("zq1q") == 2
    level = max(word[1] for word in figure if word[4] == "zq1q")
    assert [word[4] for word in figure if abs(word[1] - level) < 3 and word[4] != "zq1q"] == ticks


@pytest.mark.parametrize(("address", "size"), THEMED)
def test_paper_is_the_same_whatever_the_theme_of_the_reader(server, open_page, address, size):
    light, dark = (pictures(printed(open_page(server.address + address, scheme=each), size)) for each in ("light", "dark"))
    assert len(light) == len(dark)
    for one, other in zip(light, dark, strict=True):
        assert ImageChops.difference(one, other).getextrema()[1] <= 24
        assert one.getpixel((2, 2)) == 255
        assert sum(one.tobytes()) / len(one.tobytes()) > 200


@pytest.mark.parametrize("address", ["/?open=table", "/study?study=Jadidi2022", "/guidelines", "/claims", "/journal_club"])
def test_what_only_a_screen_can_do_is_not_printed(server, open_page, address):
    words = text_of(word for _, _, words in sheets(printed(open_page(server.address + address))) for word in words)
    controls = ("Download", "Other formats", "citable link", "Print one page", "Previous", "Next:", "Show 15 more")
    fields = ("Choose a guideline", "Core claims only", "Journal club on", "In the glossary", "Clear filters", "Copy")
    assert [each for each in (*controls, *fields) if each in words] == []
    assert words.count("Showing 42 of 42 studies") == 1


def test_what_is_too_long_for_the_foot_stands_on_the_first_page(server, open_page, shipped):
    query = urlencode({"condition": choices(shipped)["condition"][:6]}, doseq=True)
    pages = sheets(printed(open_page(f"{server.address}/?{query}")))
    for _, height, words in pages:
        foot = text_of(word for word in words if word[1] > height - FOOT)
        assert "filters: see page 1" in foot
        assert "address: see page 1" in foot
    told = text_of(pages[0][2]).replace(" ", "")
    assert all(value.replace(" ", "") in told for value in choices(shipped)["condition"][:6])
    assert query.replace(" ", "") in told


def test_words_from_the_data_cannot_end_the_text_of_the_foot(server, open_page):
    page = open_page(server.address + "/guidelines")
    hostile = 'A "title"; } @page { margin: 0 } </style> \\41 \U0001f9ea \u00e9'
    page.evaluate("words => { document.querySelector('.on-paper').dataset.running = words; }", hostile)
    first = sheets(printed(page))[0]
    foot = text_of(word for word in first[2] if word[1] > first[1] - FOOT)
    assert hostile[:45] in foot
