"""What a PPTX is made of: the text of a slide and of its notes, and all parts of the file by name (names: ECMA-376)."""

from collections.abc import Sequence

from pptx.presentation import Presentation as Slides

from evidence.downloads.drawingml import SPACES, escaped, named
from evidence.wording.say import tr

FIRST_NUMBER = 2
"""The tree of shapes has the number 1."""
KNOWN = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "emf": "image/x-emf"}
RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
START = (
    '<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
END = "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def slide_xml(shapes: Sequence[tuple[str, str]]) -> bytes:
    """A slide with its shapes, each with its name."""
    inside = "".join(named(shape, number, name) for number, (shape, name) in enumerate(shapes, start=FIRST_NUMBER))
    return f"{HEAD}<p:sld {SPACES}>{START}{inside}{END}</p:sld>".encode()


def notes_xml(notes: Sequence[str]) -> bytes:
    """The notes of a slide in the places of the master of notes: the picture of the slide, and the text."""
    said = "".join(f"<a:p><a:r><a:t>{escaped(line)}</a:t></a:r></a:p>" for note in notes for line in note.split("\n"))
    body = f"<p:txBody><a:bodyPr/><a:lstStyle/>{said or '<a:p/>'}</p:txBody>"
    image = _noted(2, tr("Slide"), ' noRot="1" noChangeAspect="1"', 'type="sldImg"', "")
    text = _noted(3, tr("Notes"), "", 'type="body" idx="1"', body)
    return f"{HEAD}<p:notes {SPACES}>{START}{image}{text}{END}</p:notes>".encode()


def _noted(number: int, name: str, locks: str, place: str, body: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escaped(name)}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"{locks}/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {place}/></p:nvPr></p:nvSpPr><p:spPr/>{body}</p:sp>"
    )


def files_of(slides: Slides) -> dict[str, bytes]:
    """Every file of a PPTX by its name, the list of types first."""
    package = slides.part.package
    parts = list(package.iter_parts())
    types = "".join(
        f'<Override PartName="{escaped(str(each.partname))}" ContentType="{each.content_type}"/>' for each in parts
    )
    known = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in KNOWN.items())
    listed = f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="{RELATIONS}"/>{known}{types}</Types>'
    files = {"[Content_Types].xml": listed.encode(), "_rels/.rels": package._rels.xml}
    for each in parts:
        files[each.partname.membername] = each.blob
        if len(each.rels):
            files[each.partname.rels_uri.membername] = each.rels.xml
    return files
