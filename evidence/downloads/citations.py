"""References as RIS and as BibTeX for citation managers; a field that was not read is left out."""

import re

import pandas as pd

from evidence.downloads.reference import Author, Reference, reference

RIS_TYPES = {"article": "JOUR", "thesis": "THES", "registered": "UNPB", "other": "GEN"}
BIBTEX_TYPES = {"article": "article", "thesis": "phdthesis", "registered": "unpublished", "other": "misc"}
BIBTEX_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
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
        "volume": study.volume,
        "number": _escaped(study.issue),
        "pages": "--".join(page for page in (study.first_page, study.last_page) if page),
        "doi": study.doi,
        "pmid": study.pmid,
        "url": study.links[0] if study.links else "",
        "note": _escaped(". ".join(study.notes)),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@{BIBTEX_TYPES[study.kind]}{{{key},\n" + ",\n".join(lines) + "\n}\n"


def _family_first(author: Author) -> str:
    return f"{author.family}, {author.given}" if author.given else author.family


def _bibtex_name(author: Author) -> str:
    """Family, given; a name without given names in braces, so that it is never taken apart."""
    return f"{_escaped(author.family)}, {_escaped(author.given)}" if author.given else f"{{{_escaped(author.family)}}}"


def _escaped(text: str) -> str:
    return "".join(BIBTEX_SIGNS.get(sign, sign) for sign in _one_line(text))


def _one_line(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x1f\x7f\u2028\u2029]", " ", text).split())


def _keys(study_ids: list[str]) -> list[str]:
    """A key for each id from letters, digits and hyphens; equal ones (capitals do not count) get a number."""
    keys: list[str] = []
    for study_id in study_ids:
        key = start = re.sub(r"[^A-Za-z0-9-]+", "-", study_id).strip("-") or "study"
        place = 1
        while key.lower() in {each.lower() for each in keys}:
            place += 1
            key = f"{start}-{place}"
        keys.append(key)
    return keys
