"""A pack from an upload, ZIP or CSV files, opened in memory: nothing is written to disk and nothing in it is trusted.

Limits: 20 MB uploaded, 60 MB unpacked (as declared and as actually read), 100 entries; those of a table stand in
`evidence.packs.reading`. One common folder around the files
is allowed. What is not CSV (README.md, datapackage.json, pictures) is ignored and listed.
"""

import io
import stat
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from evidence.packs.pack import Pack, open_pack
from evidence.packs.problems import PackError, Problem, listed, shown, whole_file
from evidence.vocabulary.fact import fact

LARGEST_UPLOAD = 20_000_000
LARGEST_UNPACKED = 60_000_000
MOST_ENTRIES = 100
MOST_LISTED_ENTRIES = 10 * MOST_ENTRIES
ENTRY = b"PK\x01\x02"
"""What an entry in the list of a ZIP begins with; counted before the list is read, which makes an object of each."""
PIECE = 1_000_000
ENCRYPTED = 0x1
MEGABYTE = 1_000_000
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
LEFT_BY_SYSTEMS = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")


def open_upload(uploads: Mapping[str, bytes], name: str = "") -> Pack:
    """Open uploaded files by name, one ZIP or several CSV files, as a pack; raises PackError with all problems."""
    zips = [file for file in uploads if file.lower().endswith(".zip")]
    if sum(len(data) for data in uploads.values()) > LARGEST_UPLOAD:
        raise PackError([whole_file("upload", fact("upload too large", megabytes=LARGEST_UPLOAD // MEGABYTE))])
    if len(uploads) > MOST_ENTRIES:
        message = fact("upload of many files", n=len(uploads))
        raise PackError([whole_file("upload", message, fact("allowed up to", high=MOST_ENTRIES))])
    if not uploads:
        raise PackError([whole_file("upload", fact("nothing uploaded"), fact("allowed upload"))])
    if zips and len(uploads) > 1:
        raise PackError([whole_file("upload", fact("ZIP with others"), fact("allowed upload"))])
    if zips:
        files, _ = unpacked(uploads[zips[0]], zips[0])
        return open_pack(files, name or PurePosixPath(zips[0]).stem)
    strange = [file for file in uploads if not file.lower().endswith(".csv")]
    if strange:
        raise PackError([whole_file(shown(file), fact("neither CSV nor ZIP"), listed((".csv", ".zip"))) for file in strange])
    return open_pack(uploads, name or "uploaded tables")


def unpacked(data: bytes, file: str) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The CSV files of a ZIP by name, and the names of what was ignored; raises PackError with what makes it unsafe."""
    if len(data) > LARGEST_UPLOAD:
        raise PackError([whole_file(file, fact("ZIP too large", megabytes=LARGEST_UPLOAD // MEGABYTE))])
    listed_entries = data.count(ENTRY)
    if listed_entries > MOST_LISTED_ENTRIES:
        raise PackError([_many_files(file, listed_entries)])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive, file)
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError) as error:
        raise PackError([whole_file(file, fact("damaged ZIP"))]) from error


def _read(archive: zipfile.ZipFile, file: str) -> tuple[dict[str, bytes], tuple[str, ...]]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MOST_ENTRIES:
        raise PackError([_many_files(file, len(entries))])
    problems = [problem for entry in entries if (problem := _unsafe(entry))]
    if problems:
        raise PackError(problems)
    if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise PackError([_too_large(file)])
    tables = [entry for entry in entries if entry.filename.lower().endswith(".csv") and not _left_by_system(entry)]
    ignored = tuple(sorted(entry.filename for entry in entries if entry not in tables))
    problems = _misplaced(tables, file)
    if problems:
        raise PackError(problems)
    files: dict[str, bytes] = {}
    room = LARGEST_UNPACKED
    for entry in tables:
        content, trouble = _content(archive, entry, room)
        if trouble:
            problems.append(trouble)
        room -= len(content)
        if room <= 0:
            raise PackError([*problems, _too_large(file)])
        files[PurePosixPath(entry.filename).name] = content
    if problems:
        raise PackError(problems)
    return files, ignored


def _unsafe(entry: zipfile.ZipInfo) -> Problem | None:
    """What makes an entry one that is not opened: paths that leave the folder, links, encryption, rare compression."""
    path, name = entry.filename, shown(entry.filename)
    parts = path.replace("\\", "/").split("/")
    if path.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\0" in entry.orig_filename:
        return whole_file(name, fact("path out of the ZIP"), fact("allowed paths"))
    if stat.S_ISLNK(entry.external_attr >> 16):
        return whole_file(name, fact("link in the ZIP"))
    if entry.flag_bits & ENCRYPTED:
        return whole_file(name, fact("encrypted in the ZIP"))
    if entry.compress_type not in METHODS:
        return whole_file(name, fact("unusual compression"))
    return None


def _left_by_system(entry: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(entry.filename).parts
    return parts[0] == "__MACOSX" or parts[-1] in LEFT_BY_SYSTEMS or parts[-1].startswith("._")


def _misplaced(tables: list[zipfile.ZipInfo], file: str) -> list[Problem]:
    """The tables stand together, at the top or in one folder, each once."""
    if not tables:
        return [whole_file(file, fact("ZIP without tables"), fact("allowed tables"))]
    folders = sorted({str(PurePosixPath(entry.filename).parent) for entry in tables})
    if len(folders) > 1 or "/" in folders[0] or "\\" in "".join(entry.filename for entry in tables):
        places = [fact("top of the ZIP") if folder == "." else shown(folder) for folder in folders]
        said = fact("several folders", places=listed(places))
        return [whole_file(file, said, fact("allowed folder"))]
    names = [entry.filename.casefold() for entry in tables]
    twice = sorted({name for name in names if names.count(name) > 1})
    return [whole_file(shown(name), fact("file twice")) for name in twice]


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> tuple[bytes, Problem | None]:
    """The bytes of an entry, read in pieces so that a false declared size cannot fill the memory."""
    pieces: list[bytes] = []
    size = 0
    try:
        with archive.open(entry) as stream:
            while size <= room and (piece := stream.read(PIECE)):
                pieces.append(piece)
                size += len(piece)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError):
        return b"", whole_file(shown(entry.filename), fact("damaged in the ZIP"))
    return b"".join(pieces), None


def _many_files(file: str, n: int) -> Problem:
    return whole_file(file, fact("ZIP of many files", n=n), fact("allowed up to", high=MOST_ENTRIES))


def _too_large(file: str) -> Problem:
    return whole_file(file, fact("ZIP unpacks too large", megabytes=LARGEST_UNPACKED // MEGABYTE))
