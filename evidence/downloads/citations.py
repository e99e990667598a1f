"""References as RIS and as BibTeX for citation managers; a field that was not read is left out.

In BibTeX every sign that TeX would run is escaped, except in doi and url: programs take these as they are.
"""

import re

import pandas as pd

from evidence.downloads.names import Author
from evidence.downloads.reference import Reference, reference

RIS_TYPES = {"article": "JOUR", "thesis": "THES", "registered": "UNPB", "other": "GEN"}
BIBTEX_TYPES = {"article": "article", "thesis": "phdthesis", "registered": "unpublished", "other": "misc"}
BIBTEX_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    **{sign: f"\\{sign}" for sign in "$&%#_"},
}


def ris(studies: pd.DataFrame) -> str:
    """One RIS record a study, in the order of the rows, lines ended by CR LF; empty text for no study."""
    return "".join(_ris_record(reference(study)) for study in studies.to_dict("records"))


def bibtex(studies: pd.DataFrame) -> str:
    """One BibTeX entry a study, in the order of the rows, each with a key of its own made from the study id."""
    references = [reference(study) for study in studies.to_dict("records")]
    keys = _keys([each.study_id for each in references])
    return "\n".join(_bibtex_entry(key, each) for key, each in zip(keys, references, strict=True))


def _ris_record(study: Reference) -> str:
    container = "PB" if study.kind == "thesis" else "T2"
    fields = [
        ("TY", RIS_TYPES[study.kind]),
        ("ID", study.study_id),
        *(("AU", _family_first(author)) for author in study.authors),
        ("PY", study.year),
        ("TI", study.title),
        (container, study.journal),
        ("VL", study.volume),
        ("IS", study.issue),
        ("SP", study.first_page),
        ("EP", study.last_page),
        ("DO", study.doi),
        ("AN", study.pmid),
        *(("UR", link) for link in study.links),
        *(("N1", note) for note in study.notes),
    ]
    lines = [f"{tag}  - {_one_line(value)}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", "", ""])


def _bibtex_entry(key: str, study: Reference) -> str:
    container = {"article": "journal", "thesis": "school"}.get(study.kind, "howpublished")
    authors = [_bibtex_name(author) for author in study.authors] + ([] if study.every_author else ["others"])
    fields = {
        "author": " and ".join(authors) if study.authors else "",
        "title": f"{{{_escaped(study.title)}}}" if study.title else "",
        container: _escaped(study.journal),
        "year": study.year,
        "volume": _escaped(study.volume),
        "number": _escaped(study.issue),
        "pages": "--".join(_escaped(page) for page in (study.first_page, study.last_page) if page),
        "doi": study.doi,
        "pmid": study.pmid,
        "url": study.links[0] if study.links else "",
        "note": _escaped(". ".join(study.notes)),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@{BIBTEX_TYPES[study.kind]}{{{key},\n" + ",\n".join(lines) + "\n}\n"


def _family_first(author: Author) -> str:
    """Family, given, suffix, as RIS has it; a name left whole has no comma, at which a reader would part it."""
    if not author.given:
        return " ".join(author.family.replace(",", " ").split())
    return ", ".join(part for part in (author.family, author.pointed, author.suffix) if part)


def _bibtex_name(author: Author) -> str:
    """Family, suffix, given, as BibTeX has it; a name left whole in braces, so that it is never taken apart."""
    if not author.given:
        return f"{{{_escaped(author.family)}}}"
    parts = (_bibtex_family(author.family), _escaped(author.suffix), _guarded(author.pointed))
    return ", ".join(part for part in parts if part)


def _bibtex_family(family: str) -> str:
    """A family name in which BibTeX finds the particles before it (van der) and no others (de Souza e Silva)."""
    words = family.split(" ")
    first = next((at for at, word in enumerate(words) if not _is_small(word)), len(words) - 1)
    name = " ".join(words[first:])
    if _is_guarded(family):
        return _guarded(family)
    later = any(map(_is_small, words[first + 1 :]))
    return " ".join([*map(_escaped, words[:first]), f"{{{_escaped(name)}}}" if later else _escaped(name)])


def _guarded(name: str) -> str:
    return f"{{{_escaped(name)}}}" if _is_guarded(name) else _escaped(name)


def _is_guarded(name: str) -> bool:
    """True for a name with something BibTeX would part it at."""
    return "," in name or "and" in name.lower().split()


def _is_small(word: str) -> bool:
    return next((letter.islower() for letter in word if letter.isalpha()), False)


def _escaped(text: str) -> str:
    return "".join(BIBTEX_SIGNS.get(sign, sign) for sign in _one_line(text))


def _one_line(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x1f\x7f\u2028\u2029]", " ", text).split())


def _keys(study_ids: list[str]) -> list[str]:
    """A key for each id from letters, digits and hyphens; equal ones (capitals do not count) get a number."""
    keys: list[str] = []
    taken: set[str] = set()
    places: dict[str, int] = {}
    for study_id in study_ids:
        key = start = re.sub(r"[^A-Za-z0-9-]+", "-", study_id).strip("-") or "study"
        place = places.get(start.lower(), 1)
        while key.lower() in taken:
            place += 1
            key = f"{start}-{place}"
        places[start.lower()] = place
        taken.add(key.lower())
        keys.append(key)
    return keys
