"""A ZIP whose bytes depend on its content only: entries in the given order, all carrying the same day."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

READABLE_FILE = 0o100644 << 16
UNIX = 3


def zipped(files: Mapping[str, bytes], day: date) -> bytes:
    """The files by name as a ZIP; days before 1980 cannot be written and become 1980."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as whole:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = (
                zipfile.ZIP_DEFLATED,
                UNIX,
                READABLE_FILE,
            )
            whole.writestr(entry, content)
    return archive.getvalue()
