"""HTML made from templates in which every value is escaped, so that text from data can never become markup."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from evidence.addresses import anchor
from evidence.facts.glossary import name_of
from evidence.vocabulary.fact import Fact
from evidence.vocabulary.known import known
from evidence.wording.say import capital, count, say, term, tr

TEMPLATES = Path(__file__).parent / "templates"


def _shown(value: object) -> object:
    """What a template shows of a value: facts in words, everything else as it is."""
    return say(value) if isinstance(value, Fact) else value


def _css(text: object) -> str:
    """A text between the quotes of a CSS string: whatever is neither letter nor figure is escaped by its number."""
    return "".join(sign if sign.isalnum() else f"\\{ord(sign):x} " for sign in str(text))


@cache
def environment() -> Environment:
    """The template environment: autoescape on, an undefined name is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"tr": tr, "count": count, "say": say}
    made.filters |= {"term": term, "capital": capital, "say": say, "anchor": anchor, "term_name": name_of, "css": _css}
    made.tests["known"] = known
    return made


def render(template: str, **values: object) -> str:
    """The named template of evidence/templates filled with values; raises jinja2.UndefinedError for a missing one."""
    return environment().get_template(template).render(**values)
