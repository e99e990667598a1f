"""QR codes of links, the same bytes for the same link."""

import io

import segno


def qr_png(text: str, scale: int = 8) -> bytes:
    """The QR code of a text as PNG."""
    image = io.BytesIO()
    segno.make(text, error="m", micro=False).save(image, kind="png", scale=scale, border=4)
    return image.getvalue()


def qr_data_url(text: str) -> str:
    """The QR code of a text as the address of an inline picture."""
    return str(segno.make(text, error="m", micro=False).png_data_uri(scale=8, border=4))
