"""The figure as PDF and picture: the same bytes whoever asks, its typeface inside, and no letter that vanishes."""

import io
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image

from evidence.downloads import figure_png
from evidence.downloads.exports import export
from evidence.downloads.typeface import BOX, drawn_text
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.wording.language import speaking
from tests.conftest import means, small_pack
from tests.pseudo import Pseudo

KINDS = ("svg", "pdf", "png")


def named(citation):
    return evidence_in_view(small_pack([{"study_id": "A", "citation": citation}], [means("a", "A", 3, 5)]), Selection())


def many(rows):
    studies = [{"study_id": f"S{n}", "citation": f"Row {n} of many"} for n in range(rows)]
    return evidence_in_view(small_pack(studies, [means(f"R{n}", f"S{n}", 3, 4) for n in range(rows)]), Selection())


def in_pdf(content, tmp_path):
    (tmp_path / "figure.pdf").write_bytes(content)
    said = subprocess.run(["pdftotext", "-layout", str(tmp_path / "figure.pdf"), "-"], check=True, capture_output=True)
    return said.stdout.decode()


def picture(view):
    return Image.open(io.BytesIO(export(view, "png").content))


def test_readers_who_ask_at_once_get_the_same_bytes(shipped, bcg):
    views = [evidence_in_view(shipped, Selection()), evidence_in_view(bcg, Selection(outcome="tuberculosis"))]
    asked = [(view, kind) for view in views for kind in KINDS] * 3
    with ThreadPoolExecutor(6) as readers:
        made = list(readers.map(lambda each: export(*each).content, asked))
    assert made[:6] == made[6:12] == made[12:]


def test_the_pdf_carries_its_typeface_and_says_what_it_is(shipped, tmp_path):
    (tmp_path / "figure.pdf").write_bytes(export(evidence_in_view(shipped, Selection()), "pdf").content)
    fonts = subprocess.run(["pdffonts", str(tmp_path / "figure.pdf")], check=True, capture_output=True, text=True).stdout
    faces = fonts.splitlines()[2:]
    assert len(faces) == 3
    assert all("LiberationSans" in face and face.split()[-5] == "yes" for face in faces)
    told = subprocess.run(["pdfinfo", str(tmp_path / "figure.pdf")], check=True, capture_output=True, text=True).stdout
    assert shipped.dataset["question"] in told and shipped.dataset["cite_as"] in told and "A4" in told


@pytest.mark.parametrize(("rows", "pages"), [(3, 1), (70, 3)])
def test_many_rows_go_on_over_pages_with_headings_and_lose_none(rows, pages, tmp_path):
    said = in_pdf(export(many(rows), "pdf").content, tmp_path)
    sheets = said.rstrip("\f").split("\f")
    assert len(sheets) == pages
    assert all(f"Row {n} of many" in said for n in range(rows))
    assert sum("Effect or change" in sheet for sheet in sheets) >= max(pages - 1, 1)
    assert pages == 1 or all(f"Page {n} of {pages}" in sheet for n, sheet in enumerate(sheets, start=1))


def test_a_row_that_is_higher_than_a_page_is_not_cut(tmp_path):
    note = "word " * 3000
    pack = small_pack(
        [{"study_id": "A"}],
        [{"result_id": "a", "study_id": "A", "outcome": "pain", "contrast": "between groups", "note": note + "end"}],
    )
    said = in_pdf(export(evidence_in_view(pack, Selection()), "pdf").content, tmp_path)
    assert said.count("word") == 3000 and "Cite as" in said


@pytest.mark.parametrize(
    ("citation", "code"),
    [("茶 2001", "U+8336"), ("שלום 2001", "U+05E9"), ("سلام 2001", "U+0633"), ("🍵 2001", "U+1F375"), ("क 2001", "U+0915")],
)
def test_a_letter_that_cannot_be_drawn_is_a_box_and_is_named(citation, code, tmp_path):
    view = named(citation)
    said = in_pdf(export(view, "pdf").content, tmp_path)
    assert BOX in said and code in said and "The figure as SVG keeps them" in said
    assert citation in export(view, "svg").content.decode()
    assert picture(view).height > picture(named("Tea 2001")).height


@pytest.mark.parametrize("text", ["−0.5 [−1.0, 2.0] ← →", "Üstün Özek", "χ² ≥ ± µ – ·", "Szentkirályi", "Жуков", "e\u0301"])
def test_ordinary_letters_are_drawn_as_they_are(text):
    assert BOX not in drawn_text(text)


def test_the_picture_is_that_of_the_sheet_on_white(bcg):
    image = picture(evidence_in_view(bcg, Selection(outcome="tuberculosis")))
    assert image.mode == "RGB" and image.width == round(8.27 * 300)
    assert round(image.info["dpi"][0]) == 300
    white = (255, 255, 255)
    assert {image.getpixel((x, y)) for x in (0, image.width - 1) for y in (0, image.height - 1)} == {white}
    ink = Image.eval(image.convert("L"), lambda value: 255 - value).getbbox()
    assert ink[0] >= 0.4 * 300 and ink[1] >= 0.4 * 300
    assert ink[2] <= image.width - 0.4 * 300 and ink[3] <= image.height - 0.4 * 300


def test_a_picture_has_no_more_dots_than_fit(monkeypatch):
    monkeypatch.setattr(figure_png, "MOST", 4_000_000)
    smaller = picture(many(20))
    assert smaller.width * smaller.height <= 4_010_000
    assert 100 <= smaller.info["dpi"][0] < 300


def test_a_picture_that_could_not_be_read_says_so_and_holds_nothing_else(monkeypatch):
    said = []
    shapes = figure_png.shapes_of
    monkeypatch.setattr(figure_png, "shapes_of", lambda page: said.extend(item.text for item in page.items) or shapes(page))
    image = picture(many(2000))
    assert " ".join(said) == (
        "Does tea ease headache? The figure is too long for a picture that can be read. As PDF and as SVG it is whole. "
        "Data 1, last search 2026-01-31"
    )
    assert round(image.info["dpi"][0]) == 300 and image.height < 3 * 300


def test_a_picture_that_could_not_be_read_is_not_laid_out(monkeypatch):
    def refuse(*_):
        raise AssertionError("laid out in vain")

    long = [{"study_id": f"S{n}", "citation": f"{n} long" + " word" * 900} for n in range(40)]
    views = [many(2000), evidence_in_view(small_pack(long, [means(f"R{n}", f"S{n}", 3, 4) for n in range(40)]), Selection())]
    monkeypatch.setattr(figure_png, "figure_of", refuse)
    assert all(picture(view).height < 3 * 300 for view in views)


def test_readers_who_ask_at_once_wait_for_each_other_so_that_memory_is_bounded(shipped, monkeypatch):
    view, drawn = evidence_in_view(shipped, Selection(outcome="IRLS")), figure_png._drawn
    under_way, most, threads = [], [], set()

    def watched(*args):
        under_way.append(1)
        most.append(len(under_way))
        threads.add(threading.get_ident())
        time.sleep(0.05)
        try:
            return drawn(*args)
        finally:
            under_way.pop()

    monkeypatch.setattr(figure_png, "_drawn", watched)
    with ThreadPoolExecutor(12) as readers:
        made = list(readers.map(lambda _: export(view, "png").content, range(12)))
    assert len(set(made)) == 1 and max(most) <= 2 and len(threads) <= 2


def test_a_picture_speaks_the_language_of_whoever_asks_for_it():
    view = many(2)
    with speaking(Pseudo()):
        altered = export(view, "png").content
    assert altered != export(view, "png").content


def test_letters_that_cannot_be_drawn_leave_the_first_page_to_the_rows(tmp_path):
    studies = [{"study_id": f"S{n}", "citation": f"\u8336 Row {n} of many"} for n in range(70)]
    view = evidence_in_view(small_pack(studies, [means(f"R{n}", f"S{n}", 3, 4) for n in range(70)]), Selection())
    first, *others = in_pdf(export(view, "pdf").content, tmp_path).rstrip("\f").split("\f")
    assert "U+8336" in first and first.count("Row ") > 20
    assert others[0].count("Row ") > 20
    assert all(f"{BOX} Row {n} of many" in first + "".join(others) for n in range(70))


def test_many_letters_that_cannot_be_drawn_are_counted_and_the_page_stays_a4(tmp_path):
    signs = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 3000))
    content = export(named(signs), "pdf").content
    said = " ".join(in_pdf(content, tmp_path).split())
    assert "U+4E00" in said and "U+4E13 and 2,980 more" in said and "U+4E14" not in said
    told = subprocess.run(["pdfinfo", str(tmp_path / "figure.pdf")], check=True, capture_output=True, text=True).stdout
    assert "A4" in told


def test_a_hyphen_at_which_no_line_ends_is_a_hyphen_and_white_space_is_no_letter(tmp_path):
    said = in_pdf(export(named("Double\u2011blind\u2009trial\u202f2001"), "pdf").content, tmp_path)
    assert "Double\u2010blind trial 2001" in said and BOX not in said and "typeface cannot draw" not in said
    assert "Double\u2011blind" in export(named("Double\u2011blind 2001"), "svg").content.decode()
