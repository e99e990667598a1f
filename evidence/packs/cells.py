"""One cell against its column: what is wrong with it, and its value when nothing is.

Numbers are plain decimals, dates ISO, words exactly as in the vocabulary. `NA`, `1,5`, `ten` or a date
for a number are errors, never gaps; so is the mark of a program for a missing value in any other column.
A text that a spreadsheet would run as a formula is an error too.
"""

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import urlsplit

from evidence.packs.invisible import invisible_sign, named
from evidence.packs.nearest import of_vocabulary
from evidence.packs.problems import listed, shown
from evidence.packs.reading import LONGEST_CELL
from evidence.vocabulary.columns import NUMBER_TYPES, Column
from evidence.vocabulary.fact import Fact, fact

Finding = tuple[Fact, Fact | None]
"""What is wrong, and what is allowed."""

DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")
LARGEST_NUMBER = 1e12
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
NOT_KNOWN = re.compile(
    r"#?n[./]?[adr]\.?|nan|null|none|nil|unknown|missing|not (reported|stated|known|available)|[-–—?.]",
    re.IGNORECASE,
)
MISSING_MARKS = frozenset({"NA", "N/A", "#N/A", "NaN", "nan", "NULL", "null"})
"""What R, Excel, pandas and databases write for a missing value; words such as none or unknown may be meant."""
DATE_LIKE = re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}|[0-9]{1,2}[-. ]?[A-Za-z]{3}([-. ]?[0-9]{2,4})?")
DOI = re.compile(r"10\.[0-9]{4,9}/[^\s\"{}|\\^`]+")
"""With < and >, as in the many of the form 10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2."""
PMID = re.compile(r"[1-9][0-9]{0,8}")
ID_LIMIT = 100


def cell_problem(rule: Column, text: str) -> Finding | None:
    """What is wrong with a cell as written, or None; at most one finding per cell, the most telling one."""
    if not text:
        return (fact("empty required cell"), listed(rule.words)) if rule.required else None
    if len(text) > LONGEST_CELL:
        return fact("cell too long", n=len(text), most=LONGEST_CELL), None
    stripped = text.strip()
    if not stripped:
        return fact("only spaces"), None
    hidden = invisible_sign(text)
    if hidden and not (hidden == "\t" and text.startswith("\t")):
        return fact("hidden character", sign=named(hidden)), None
    found = _marked_missing(rule, stripped) or BY_TYPE[rule.type](rule, stripped)
    if found:
        return found
    if rule.type not in NUMBER_TYPES and text.startswith(FORMULA_SIGNS):
        return fact("formula", value=shown(text), sign=shown(text[0])), None
    if text != stripped:
        return fact("spaces around", value=shown(text)), None
    return None


def is_plain(text: str) -> bool:
    """True for a text of visible ASCII signs in which cell_problem finds nothing, told quickly: most cells are such."""
    return (
        text[:1].isalnum()
        and text.isascii()
        and text.isprintable()
        and text[-1] != " "
        and len(text) <= LONGEST_CELL
        and text not in MISSING_MARKS
    )


def convert(rule: Column, text: str) -> object:
    """The value of a cell in which nothing was found wrong; None when it is empty."""
    if not text:
        return None
    if rule.type == "number":
        return float(text)
    return int(text) if rule.type in NUMBER_TYPES else text


def _marked_missing(rule: Column, text: str) -> Finding | None:
    if rule.type in NUMBER_TYPES or text not in MISSING_MARKS:
        return None
    return fact("marked as missing where needed" if rule.required else "marked as missing", value=text), listed(rule.words)


def _number(rule: Column, text: str) -> Finding | None:
    if not DECIMAL.fullmatch(text):
        return _not_a_number(text), fact("allowed decimal")
    value = float(text)
    if abs(value) > LARGEST_NUMBER:
        return fact("number too large", value=shown(text)), fact("allowed numbers up to", most=LARGEST_NUMBER)
    return _outside(rule, text, value)


def _integer(rule: Column, text: str) -> Finding | None:
    if not WHOLE.fullmatch(text):
        if DECIMAL.fullmatch(text):
            return fact("not a whole number", value=shown(text)), fact("allowed digits", example=12)
        return _not_a_number(text), fact("allowed whole number")
    if abs(float(text)) > LARGEST_NUMBER:
        return fact("count too large", value=shown(text)), fact("allowed numbers up to", most=LARGEST_NUMBER)
    return _outside(rule, text, float(text))


def _outside(rule: Column, text: str, value: float) -> Finding | None:
    limits = rule.range
    if limits is None or value in limits:
        return None
    return fact("outside the range", value=shown(text)), limits.as_fact


def _not_a_number(text: str) -> Fact:
    said = shown(text)
    if NOT_KNOWN.fullmatch(text):
        return fact("not a number: not known", value=said)
    if re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", text):
        return fact("not a number: thousands separator", value=said)
    if re.fullmatch(r"-?[0-9]*,[0-9]+", text):
        return fact("not a number: decimal comma", value=said, meant=shown(text.replace(",", ".")))
    if DATE_LIKE.fullmatch(text):
        return fact("not a number: date", value=said)
    if re.fullmatch(r"[-0-9.,]+ ?%", text):
        return fact("not a number: percent sign", value=said)
    if re.fullmatch(r"[<>≤≥=~≈] ?[0-9.]+", text):
        return fact("not a number: bound", value=said)
    if re.fullmatch(r"[\u2212\u2013\u2014][0-9.]+", text):
        return fact("not a number: minus sign", value=said, meant=shown(f"-{text[1:]}"))
    if re.fullmatch(r"-?[0-9.]+[eE][-+]?[0-9]+", text):
        return fact("not a number: exponent", value=said)
    if re.fullmatch(r"[-0-9.]+ ?[^\W0-9].*", text):
        return fact("not a number: unit", value=said)
    return fact("not a number", value=said)


def _year(rule: Column, text: str) -> Finding | None:
    if not re.fullmatch(r"(19|20)[0-9]{2}|2100", text):
        return fact("not a year", value=shown(text)), fact("allowed year")
    return None


def _date(rule: Column, text: str) -> Finding | None:
    said, allowed = shown(text), fact("allowed date")
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            year = date.fromisoformat(text).year
        except ValueError:
            return fact("no day of the calendar", value=said), allowed
        return None if 1900 <= year <= 2100 else (fact("implausible date", value=said), fact("allowed years of a date"))
    if re.fullmatch(r"[0-9]{5}(\.[0-9]+)?", text):
        return fact("day number of a spreadsheet", value=said), allowed
    return fact("not a date", value=said), allowed


def _category(rule: Column, text: str) -> Finding | None:
    if text in rule.words:
        return None
    return fact("unknown word", value=shown(text), hint=of_vocabulary(rule.words).hint(text)), listed(rule.words)


def _id(rule: Column, text: str) -> Finding | None:
    if len(text) > ID_LIMIT or re.search(r"[;|\n\r]", text):
        return fact("not an identifier", value=shown(text)), fact("allowed identifier", most=ID_LIMIT)
    return None


def _references(rule: Column, text: str) -> Finding | None:
    parts = text.split(";")
    if any(not part.strip() for part in parts):
        return fact("empty part", value=shown(text)), fact("allowed identifiers")
    return None


def _doi(rule: Column, text: str) -> Finding | None:
    if re.match(r"(https?://|doi:|www\.|dx\.)", text, re.IGNORECASE):
        return fact("DOI as a link", value=shown(text)), fact("allowed DOI")
    return None if DOI.fullmatch(text) else (fact("not a DOI", value=shown(text)), fact("allowed DOI"))


def _pmid(rule: Column, text: str) -> Finding | None:
    if PMID.fullmatch(text):
        return None
    return fact("not a PubMed id", value=shown(text)), fact("allowed digits", example=9703590)


def url_problem(text: str) -> Finding | None:
    """What is wrong with a link, or None: only https with a host name, without spaces, quotes or a login."""
    if not text.startswith("https://"):
        return fact("not a secure link", value=shown(text)), fact("allowed link")
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        host = ""
    if re.search(r"[\s<>\"'`\\{}|^]", text) or "." not in host or "@" in text.split("/")[2]:
        return fact("link that cannot be opened", value=shown(text)), fact("allowed link")
    return None


def _url(rule: Column, text: str) -> Finding | None:
    return url_problem(text)


def _text(rule: Column, text: str) -> Finding | None:
    return None


BY_TYPE: dict[str, Callable[[Column, str], Finding | None]] = {
    "text": _text,
    "id": _id,
    "category": _category,
    "reference": _id,
    "references": _references,
    "integer": _integer,
    "number": _number,
    "year": _year,
    "date": _date,
    "doi": _doi,
    "pmid": _pmid,
    "url": _url,
}
