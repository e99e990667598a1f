"""The sentences for the consultation as one A4 page to print: with what each rests on, data version and link."""

from evidence.addresses import citable_link
from evidence.downloads.qr import link_data_url
from evidence.facts.bottom_line import bottom_line
from evidence.facts.consultation import consultation
from evidence.facts.selection import Selection
from evidence.packs.pack import Pack
from evidence.wording.html import render
from evidence.wording.language import language


def consultation_page(pack: Pack) -> bytes:
    """The page as the bytes of an HTML file, in the language of the run; it speaks of the whole pack."""
    link = citable_link(Selection(), pack.version)
    return render(
        "consultation_page.html",
        dataset=pack.dataset,
        line=bottom_line(pack),
        groups=consultation(pack),
        link=link,
        qr=link_data_url(link),
        language=language().code,
    ).encode("utf-8")
