"""Hand-out, slides and minutes as PDF where the installation says so (EVIDENCE_PDF=1) and the programs are there.

One conversion runs at a time, so that nobody else waits for a processor; who comes meanwhile waits a moment and is then told
to come again. The last ones of a pack are kept: who asks for the same again at the same address gets the same bytes.
"""

import os
from collections.abc import Callable
from functools import cache
from threading import BoundedSemaphore
from typing import TypeVar

from evidence.addresses import place
from evidence.downloads.converted import converted, convertible
from evidence.downloads.converter import BROWSER, NotConvertedError, pdf_of
from evidence.downloads.exports import Download
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.pack import Pack
from evidence.packs.remember import at_most
from evidence.vocabulary.fact import fact

SETTING = "EVIDENCE_PDF"
KEPT = 8
PATIENCE = 3.0
"""Seconds to wait for the conversion of somebody else."""
ONE = BoundedSemaphore(1)
T = TypeVar("T")


def offered() -> tuple[str, ...]:
    """The formats that are made here, none unless the installation says so."""
    return _here() if os.environ.get(SETTING) == "1" else ()


@cache
def _here() -> tuple[str, ...]:
    return convertible()


def pdf_file(pack: Pack, selection: Selection, kind: str) -> Download:
    """The PDF of a selection; NotConvertedError says why there is none, also that another one is being made."""
    return _made(pack, selection, kind, place())


@at_most(KEPT)
def _made(pack: Pack, selection: Selection, kind: str, address: str) -> Download:
    """The address is that of the run, which stands in the file, and is named because the answer is kept."""
    return _alone(lambda: converted(evidence_in_view(pack, selection), kind))


def page_as_pdf(page: bytes, private: bool) -> bytes:
    """A page that this program made, as PDF; NotConvertedError says why there is none. Nothing of it is kept.

    private: it holds votes or a reader's own table and touches no disk.
    """
    return _alone(lambda: pdf_of(page, BROWSER, private=private))


def _alone(make: Callable[[], T]) -> T:
    if not ONE.acquire(timeout=PATIENCE):
        raise NotConvertedError(fact("pdf busy"))
    try:
        return make()
    finally:
        ONE.release()
