"""A clinic's own template: its typefaces, colours, layouts and size hold, and everything still has room."""

import io
import re
import zipfile

import pytest
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Inches

from evidence.__main__ import main
from evidence.club.session import session_of
from evidence.downloads.deck import deck
from evidence.downloads.deck_master import SETTING, TemplateError, using_template
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from tests.test_deck import main_part, opened
from tests.test_render_deck import overlapping, rendered


def template(width: float = 13.333, height: float = 7.5, face: str = "DejaVu Sans") -> bytes:
    """A template with another typeface, other colours, a slide of its own, and places that stand elsewhere."""
    slides = Presentation()
    slides.slide_width, slides.slide_height = Inches(width), Inches(height)
    master = slides.slide_master
    places = {"title": (1, 0.4, width - 2, 0.9), "body": (1, 1.5, width - 2, height - 2.4)}
    places |= {"ctrTitle": (1, 1, width - 2, 1.2), "subTitle": (1, 2.3, width - 2, height - 3.2)}
    places |= {"ftr": (1, height - 0.6, width - 3, 0.4), "sldNum": (width - 1.6, height - 0.6, 0.6, 0.4)}
    for owner in (master, *slides.slide_layouts):
        for place in owner.placeholders:
            kind = place._element.ph.get("type", "body")
            if kind in places:
                place.left, place.top, place.width, place.height = map(Inches, places[kind])
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = theme.blob.decode().replace("1F497D", "7A1FA2").replace("4F81BD", "7A1FA2")
    theme._blob = re.sub(r'(<a:m(?:ajor|inor)Font><a:latin typeface=")[^"]*', rf"\g<1>{face}", text).encode()
    slides.slides.add_slide(slides.slide_layouts[0]).shapes.title.text = "How to use this template"
    raw = io.BytesIO()
    slides.save(raw)
    return raw.getvalue()


def as_potx(content: bytes) -> bytes:
    """The same as a template of PowerPoint."""
    raw = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as whole, zipfile.ZipFile(raw, "w") as made:
        for name in whole.namelist():
            made.writestr(name, whole.read(name).replace(b"presentation.main+xml", b"template.main+xml"))
    return raw.getvalue()


@pytest.fixture(params=["wide", "4:3", "low"])
def path(request, tmp_path):
    size = {"wide": (13.333, 7.5), "4:3": (10, 7.5), "low": (10, 5.625)}[request.param]
    file = tmp_path / "clinic.pptx"
    file.write_bytes(template(*size))
    return file


def test_theme_layouts_and_size_are_those_of_the_template(shipped, path):
    session = session_of(evidence_in_view(shipped, Selection()))
    with using_template(str(path)):
        content = deck(session)
    slides, asked = opened(content), Presentation(str(path))
    assert (slides.slide_width, slides.slide_height) == (asked.slide_width, asked.slide_height)
    themes = [each.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob for each in (slides, asked)]
    assert themes[0] == themes[1]
    assert "How to use this template" not in [slide.shapes.title.text_frame.text for slide in slides.slides]
    assert len(main_part(content)) <= 12
    for slide in slides.slides:
        assert 'typeface="Arial"' not in slide._element.xml
        for shape in slide.shapes:
            assert shape.left + shape.width <= slides.slide_width + 9, (shape.name, slide.shapes.title.text_frame.text)


def test_nothing_is_cut_or_on_top_of_another_in_a_wide_typeface(shipped, path, tmp_path):
    with using_template(str(path)):
        content = deck(session_of(evidence_in_view(shipped, Selection()), "Jadidi2022"))
    for number, (width, height, words) in enumerate(rendered(content, tmp_path), start=1):
        assert all(min(w[:2]) >= 0 and w[2] <= width and w[3] <= height for w in words), number
        assert overlapping(words) == [], f"slide {number}"


def test_a_template_of_powerpoint_is_read_and_the_environment_may_name_it(shipped, tmp_path, monkeypatch):
    session = session_of(evidence_in_view(shipped, Selection()), "Jadidi2022")
    (tmp_path / "clinic.pptx").write_bytes(template())
    (tmp_path / "clinic.potx").write_bytes(as_potx(template()))
    with using_template(str(tmp_path / "clinic.pptx")):
        expected = deck(session)
    monkeypatch.setenv(SETTING, str(tmp_path / "clinic.potx"))
    assert deck(session) == expected


@pytest.mark.parametrize("content", [b"", b"not a file of slides", None])
def test_a_template_of_no_use_is_said_and_no_slides_are_made(shipped, tmp_path, content, capsys):
    file = tmp_path / "clinic.pptx"
    if content is not None:
        file.write_bytes(content)
    with using_template(str(file)), pytest.raises(TemplateError):
        deck(session_of(evidence_in_view(shipped, Selection()), "Jadidi2022"))
    assert main(["export", "data", "--format", "pptx", "--output", str(tmp_path / "x.pptx"), "--template", str(file)]) == 1
    assert str(file) in capsys.readouterr().err
    assert not (tmp_path / "x.pptx").exists()
