"""The slides keep to the standard (ECMA-376, as Microsoft's Open XML SDK checks it), and to what a room can read.

The rules come with openxml-audit; that it would notice what PowerPoint has to repair is tried here too.
"""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from evidence.club.session import session_of
from evidence.downloads.deck import deck
from evidence.downloads.deck_main import MOST_MAIN
from evidence.downloads.deck_master import using_template
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.pack import read_pack
from tests.conftest import ROOT
from tests.test_deck import main_part
from tests.test_deck_template import as_potx, template

PACKS = ("data", "examples/bcg", "tests/packs/headache", "tests/packs/mixed")
MAIN = "application/vnd.openxmlformats-officedocument.presentationml"


def faults(content: bytes, folder: Path) -> list[str]:
    """Everything in a file of slides that the standard does not allow."""
    place = folder / "slides.pptx"
    place.write_bytes(content)
    return [str(each) for each in OpenXmlValidator().validate(place).errors]


def changed(content: bytes, part: str, change: Callable[[bytes], bytes] | None) -> bytes:
    """The file with one part changed, or without it."""
    raw = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as whole, zipfile.ZipFile(raw, "w") as made:
        for name in whole.namelist():
            before = whole.read(name)
            if name != part:
                made.writestr(name, before)
            elif change is not None:
                assert change(before) != before
                made.writestr(name, change(before))
    return raw.getvalue()


def sizes_below(content: bytes, least: int) -> list[str]:
    """Titles of the main slides with type below so many hundredths of a point."""
    return [
        slide.shapes.title.text_frame.text
        for slide in main_part(content)
        if min((int(size) for size in slide._element.xpath("//a:rPr/@sz")), default=least) < least
    ]


@pytest.mark.parametrize("folder", PACKS)
@pytest.mark.parametrize("about", ["whole view", "one study", "no study"])
def test_the_slides_of_every_pack_keep_to_the_standard(folder, about, tmp_path):
    pack = read_pack(ROOT / folder)
    years = (1000, 1001) if about == "no study" else None
    view = evidence_in_view(pack, Selection(year=years) if years else Selection())
    assert view.studies.empty == (about == "no study")
    assert faults(deck(session_of(view, pack.studies["study_id"].iloc[-1] if about == "one study" else "")), tmp_path) == []


@pytest.mark.parametrize("size", [(13.333, 7.5), (10, 5.625)])
def test_so_do_slides_on_a_clinics_own_template(shipped, tmp_path, size):
    file = tmp_path / "clinic.potx"
    file.write_bytes(as_potx(template(*size)))
    with using_template(str(file)):
        for study in ("", "Jadidi2022"):
            assert faults(deck(session_of(evidence_in_view(shipped, Selection()), study)), tmp_path) == []


def test_every_part_says_what_it_is_and_is_led_to(shipped):
    content = deck(session_of(evidence_in_view(shipped, Selection())))
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        parts = [name for name in whole.namelist() if name.startswith("ppt/") and not name.endswith(".rels")]
        said = whole.read("[Content_Types].xml").decode()
        led = " ".join(whole.read(name).decode() for name in whole.namelist() if name.endswith(".rels"))
    types = dict(re.findall(r'<Override PartName="/([^"]+)" ContentType="([^"]+)"', said))
    assert len(set(parts)) == len(parts)
    for part in parts:
        kind = re.fullmatch(r"ppt/(slide|slideLayout|slideMaster|notesSlide|notesMaster)s/\1\d+\.xml", part)
        assert part.endswith(".png") or part in types, part
        assert kind is None or types[part] == f"{MAIN}.{kind[1]}+xml"
        assert f'{part.rpartition("/")[2]}"' in led, part
    assert types["ppt/presentation.xml"] == f"{MAIN}.presentation.main+xml"


@pytest.mark.parametrize("broken", [
    ("ppt/slides/slide1.xml", lambda xml: xml.replace(b"<p:cSld", b'<p:cSld seen="1"', 1)),
    ("ppt/slides/slide1.xml", lambda xml: re.sub(rb"(<p:nvSpPr>.*?</p:nvSpPr>)(<p:spPr></p:spPr>)", rb"\2\1", xml, count=1)),
    ("ppt/slides/slide1.xml", lambda xml: xml.replace(b"</p:spTree>", b"<p:sign/></p:spTree>", 1)),
    ("ppt/slides/slide1.xml", lambda xml: xml.replace(b' id="3"', b' id="2"', 1)),
    ("ppt/slides/slide2.xml", lambda xml: re.sub(rb'<a:off x="\d+"', b'<a:off x="1.5"', xml, count=1)),
    ("ppt/presentation.xml", lambda xml: re.sub(rb'(<p:sldId id="\d+" r:id=)"\w+"', rb'\1"rId999"', xml, count=1)),
    ("ppt/slides/slide3.xml", None),
    ("ppt/slideLayouts/slideLayout1.xml", None),
], ids=["attribute", "order", "element", "shape twice", "place", "relation", "slide lost", "layout lost"])  # fmt: skip
def test_what_powerpoint_would_have_to_repair_is_noticed(headache, tmp_path, broken):
    content = deck(session_of(evidence_in_view(headache, Selection())))
    assert faults(changed(content, *broken), tmp_path)


@pytest.mark.parametrize("folder", PACKS)
def test_twelve_slides_and_type_of_14_points_hold_for_every_study_outcome_and_condition(folder):
    pack = read_pack(ROOT / folder)
    whole = evidence_in_view(pack, Selection())
    views = [evidence_in_view(pack, Selection(outcome=each)) for each in pack.outcomes["outcome"]]
    views += [evidence_in_view(pack, Selection(condition=(each,))) for each in pack.studies["condition"].unique()]
    sessions = [session_of(whole), *map(session_of, views), *(session_of(whole, each) for each in pack.studies["study_id"])]
    for session in sessions:
        content, about = deck(session), (session.study_id, session.view.selection)
        assert len(main_part(content)) <= MOST_MAIN == 12, about
        assert sizes_below(content, 1400) == [], about
