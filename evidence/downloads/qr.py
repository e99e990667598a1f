"""QR codes of links, the same bytes for the same link; a link that is too long for one has none."""

import io

import segno


def qr_png(text: str, scale: int = 8) -> bytes | None:
    """The QR code of a text as PNG, None when the text does not fit into one."""
    made = _made(text)
    if made is None:
        return None
    image = io.BytesIO()
    made.save(image, kind="png", scale=scale, border=4)
    return image.getvalue()


def qr_data_url(text: str) -> str:
    """The QR code of a text as the address of an inline picture, empty when the text does not fit into one."""
    made = _made(text)
    return "" if made is None else str(made.png_data_uri(scale=8, border=4))


def link_png(link: str) -> bytes | None:
    """The QR code of a link to cite as PNG; None when it is too long, or there is no link."""
    return qr_png(link) if link else None


def link_data_url(link: str) -> str:
    """The QR code of a link to cite as the address of an inline picture, empty where `link_png` has none."""
    return qr_data_url(link) if link else ""


def _made(text: str) -> segno.QRCode | None:
    try:
        return segno.make(text, error="m", micro=False)
    except segno.DataOverflowError:
        return None
