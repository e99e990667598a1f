"""One cell against its column: what is wrong with it in plain words, and its value when nothing is.

Numbers are plain decimals, dates ISO, words exactly as in the vocabulary. `NA`, `1,5`, `ten` or a date
for a number are errors, never gaps. A text that a spreadsheet would run as a formula is an error too.
"""

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import urlsplit

from evidence.packs.problems import did_you_mean, shown
from evidence.packs.reading import LONGEST_CELL
from evidence.vocabulary.columns import NUMBER_TYPES, Column

Finding = tuple[str, str]
"""A message, and what is allowed."""

DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")
LARGEST_NUMBER = 1e12
FORBIDDEN = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffd]"
)
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
NOT_KNOWN = re.compile(
    r"#?n[./]?[adr]\.?|nan|null|none|nil|unknown|missing|not (reported|stated|known|available)|[-–—?.]",
    re.IGNORECASE,
)
DATE_LIKE = re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}|[0-9]{1,2}[-. ]?[A-Za-z]{3}([-. ]?[0-9]{2,4})?")
DOI = re.compile(r"10\.[0-9]{4,9}/[^\s<>\"{}|\\^`]+")
PMID = re.compile(r"[1-9][0-9]{0,8}")
ID_LIMIT = 100


def cell_problem(rule: Column, text: str) -> Finding | None:
    """What is wrong with a cell as written, or None; at most one finding per cell, the most telling one."""
    if not text:
        return ("the cell is empty; this column must be filled", ", ".join(rule.words)) if rule.required else None
    if len(text) > LONGEST_CELL:
        return f"the cell has {len(text):,} characters; the longest allowed is {LONGEST_CELL:,}", ""
    stripped = text.strip()
    if not stripped:
        return "the cell holds only spaces; leave it empty when the value is not known", ""
    hidden = FORBIDDEN.search(text)
    if hidden and not (hidden.group() == "\t" and text.startswith("\t")):
        return f"the cell holds the invisible or control character {shown(hidden.group())}; remove it", ""
    found = BY_TYPE[rule.type](rule, stripped)
    if found:
        return found
    if rule.type not in NUMBER_TYPES and text.startswith(FORMULA_SIGNS):
        return (
            f"'{shown(text)}' starts with {shown(text[0])}, which a spreadsheet runs as a formula; "
            "start the text with a word",
            "",
        )
    if text != stripped:
        return f"'{shown(text)}' has spaces or line breaks around it; remove them", ""
    return None


def convert(rule: Column, text: str) -> object:
    """The value of a cell in which nothing was found wrong; None when it is empty."""
    if not text:
        return None
    if rule.type == "number":
        return float(text)
    return int(text) if rule.type in NUMBER_TYPES else text


def _number(rule: Column, text: str) -> Finding | None:
    if not DECIMAL.fullmatch(text):
        return _not_a_number(text), "a plain decimal such as 12.5, or an empty cell"
    value = float(text)
    if abs(value) > LARGEST_NUMBER:
        return f"'{shown(text)}' is too large to be a value", f"numbers up to {LARGEST_NUMBER:,.0f}"
    return _outside(rule, text, value)


def _integer(rule: Column, text: str) -> Finding | None:
    if not WHOLE.fullmatch(text):
        if DECIMAL.fullmatch(text):
            return f"'{shown(text)}' is not a whole number", "digits only, such as 12"
        return _not_a_number(text), "a whole number such as 12, or an empty cell"
    if abs(float(text)) > LARGEST_NUMBER:
        return f"'{shown(text)}' is too large to be a count", f"numbers up to {LARGEST_NUMBER:,.0f}"
    return _outside(rule, text, float(text))


def _outside(rule: Column, text: str, value: float) -> Finding | None:
    limits = rule.range
    if limits is None or value in limits:
        return None
    allowed = str(rule.allowed).replace("..", " to ").replace(">=", "at least ").replace(">", "more than ")
    return f"'{shown(text)}' is outside the range of this column", allowed


def _not_a_number(text: str) -> str:
    said = f"'{shown(text)}' is not a number"
    if NOT_KNOWN.fullmatch(text):
        return f"{said}; leave the cell empty when the value is not known"
    if re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", text):
        return f"{said}; write it without a thousands separator, or with a decimal point if the comma was one"
    if re.fullmatch(r"-?[0-9]*,[0-9]+", text):
        return f"{said}; write a decimal point instead of the comma: {text.replace(',', '.')}"
    if DATE_LIKE.fullmatch(text):
        return f"{said}; it looks like a date a spreadsheet made from a number"
    if re.fullmatch(r"[-0-9.,]+ ?%", text):
        return f"{said}; leave out the percent sign, the column says what the unit is"
    if re.fullmatch(r"[<>≤≥=~≈] ?[0-9.]+", text):
        return f"{said}; a bound stays out and is told in the note"
    if re.fullmatch(r"[\u2212\u2013\u2014][0-9.]+", text):
        return f"{said}; write the minus sign as a plain hyphen: -{text[1:]}"
    if re.fullmatch(r"-?[0-9.]+[eE][-+]?[0-9]+", text):
        return f"{said} in plain form; write it out, without an exponent"
    if re.fullmatch(r"[-0-9.]+ ?[^\W0-9].*", text):
        return f"{said}; leave out the unit, the column says what it is"
    return said


def _year(rule: Column, text: str) -> Finding | None:
    if not re.fullmatch(r"(19|20)[0-9]{2}|2100", text):
        return f"'{shown(text)}' is not a year", "1900 to 2100, or an empty cell"
    return None


def _date(rule: Column, text: str) -> Finding | None:
    allowed = "a date as YYYY-MM-DD, such as 2024-05-31"
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            year = date.fromisoformat(text).year
        except ValueError:
            return f"'{shown(text)}' is not a day of the calendar", allowed
        return None if 1900 <= year <= 2100 else (f"'{shown(text)}' is not a plausible date", "1900 to 2100")
    if re.fullmatch(r"[0-9]{5}(\.[0-9]+)?", text):
        return f"'{shown(text)}' is not a date; it looks like the day number of a spreadsheet", allowed
    return f"'{shown(text)}' is not a date", allowed


def _category(rule: Column, text: str) -> Finding | None:
    if text in rule.words:
        return None
    return f"'{shown(text)}' is not a known value{did_you_mean(text, rule.words)}", ", ".join(rule.words)


def _id(rule: Column, text: str) -> Finding | None:
    if len(text) > ID_LIMIT or re.search(r"[;|\n\r]", text):
        return (
            f"'{shown(text)}' cannot be an identifier",
            f"up to {ID_LIMIT} characters without ; and | in one line",
        )
    return None


def _references(rule: Column, text: str) -> Finding | None:
    parts = text.split(";")
    if any(not part.strip() for part in parts):
        return f"'{shown(text)}' has an empty part", "identifiers separated by single semicolons"
    return None


def _doi(rule: Column, text: str) -> Finding | None:
    allowed = "a DOI such as 10.1000/xyz123"
    if re.match(r"(https?://|doi:|www\.|dx\.)", text, re.IGNORECASE):
        return f"'{shown(text)}' is a link; write the DOI alone, from 10. on", allowed
    return None if DOI.fullmatch(text) else (f"'{shown(text)}' is not a DOI", allowed)


def _pmid(rule: Column, text: str) -> Finding | None:
    return None if PMID.fullmatch(text) else (f"'{shown(text)}' is not a PubMed id", "digits only, such as 9703590")


def url_problem(text: str) -> Finding | None:
    """What is wrong with a link, or None: only https with a host name, without spaces, quotes or a login."""
    allowed = "an address that starts with https://"
    if not text.startswith("https://"):
        return f"'{shown(text)}' is not a secure link", allowed
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        host = ""
    if re.search(r"[\s<>\"'`\\{}|^]", text) or "." not in host or "@" in text.split("/")[2]:
        return f"'{shown(text)}' is not a link that can be opened", allowed
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
