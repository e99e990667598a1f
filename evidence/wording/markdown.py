"""Markdown made from templates in which every value is escaped, so that text from data can make neither a link nor HTML.

Only signs that Markdown would act on are escaped: the text stays one to read and to edit.
"""

import re
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from evidence.wording.html import TEMPLATES
from evidence.wording.say import capital, count, say, tr

SIGNS = re.compile(r"[\\`*_\[\]<>&!|~$^{}#]")
ADDRESSES = re.compile(r"(?<=[A-Za-z])(?=://)|(?<=[Ww][Ww][Ww])(?=\.)")
"""Where a bare address would become a link: before the colon of a scheme, and before the stop after www."""
STARTS = re.compile(r"^(\d{1,9})?(?=[-+=.):])")
"""What would begin a list or an underlined heading."""
FORBIDDEN = re.compile(r"[\s\"<>()\\\[\]`]")


class Written(str):
    """A piece of Markdown that is no value: it stands as it is."""


def in_markdown(value: object) -> str:
    """A value as Markdown that shows it as it is, in one line; facts in words."""
    if isinstance(value, Written):
        return value
    text = " ".join(str(say(value)).split())
    text = SIGNS.sub(r"\\\g<0>", text)
    text = ADDRESSES.sub(r"\\", text)
    return STARTS.sub(lambda start: f"{start[1] or ''}\\", text)


def link(words: object, address: str) -> Written:
    """A link; the words alone where the address is none of the web's, or has a sign that would end it."""
    if not address.startswith(("https://", "http://")) or FORBIDDEN.search(address):
        return Written(in_markdown(words))
    return Written(f"[{in_markdown(words)}](<{address}>)")


@cache
def environment() -> Environment:
    """The environment of templates in Markdown: every value escaped, an undefined name is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        auto_reload=False,
        undefined=StrictUndefined,
        finalize=in_markdown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals |= {"tr": tr, "count": count, "link": link}
    made.filters |= {"say": say, "capital": capital}
    return made


def render_markdown(template: str, **values: object) -> str:
    """The named template filled with values; raises jinja2.UndefinedError for a missing one."""
    return environment().get_template(template).render(**values)
