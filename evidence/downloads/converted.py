"""Hand-out, slides and minutes of a view as PDF: made only when asked for, by programs that may be absent (see converter).

Where they are absent, hand-out and minutes as HTML and the slides as PPTX say the same; a browser prints the first two and
an office program the last.
"""

from collections.abc import Callable

from evidence.downloads.converter import BROWSER, OFFICE, Converter, pdf_of, program
from evidence.downloads.download_name import download_name
from evidence.downloads.exports import Download, export, page, slides
from evidence.facts.view import View

CONVERTED: dict[str, tuple[Callable[[View], bytes], Converter]] = {
    "handout-pdf": (page, BROWSER),
    "slides-pdf": (slides, OFFICE),
    "minutes-pdf": (lambda view: export(view, "minutes").content, BROWSER),
}
"""Format: what makes the bytes that are converted, and the kind of program that converts them."""


def convertible() -> tuple[str, ...]:
    """The formats of CONVERTED that this machine can make."""
    return tuple(kind for kind, (_, converter) in CONVERTED.items() if program(converter))


def converted(view: View, kind: str) -> Download:
    """The evidence in view in one of CONVERTED; NotConvertedError says why there is none, KeyError for another format."""
    made, converter = CONVERTED[kind]
    name = download_name(view, kind.replace("-", "."))
    return Download(name, "application/pdf", pdf_of(made(view), converter))
