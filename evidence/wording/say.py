"""From facts to words: the one place where a fact, a message or a word of the vocabulary becomes text.

A message has its values in braces, each with how it is written: {estimate:number}, {names:list}, {design:term}. HOW lists
them. A kind with a count has two forms, chosen by its value n.
"""

import string
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from importlib import import_module
from pkgutil import iter_modules

from evidence.vocabulary.fact import Fact
from evidence.wording import messages
from evidence.wording.language import N_, language
from evidence.wording.numbers import (
    amount,
    bounds,
    entered_bounds,
    estimate_alone,
    hundredths,
    interval,
    less,
    number,
    plain,
    probability,
    significant,
    whole,
)

MOST_NAMES = 4
MONTHS = (
    *(N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June")),
    *(N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December")),
)
Message = str | tuple[str, str]


@cache
def catalogue() -> dict[str, Message]:
    """The message of every kind of fact, from the modules of evidence.wording.messages."""
    found: dict[str, Message] = {}
    for module in iter_modules(messages.__path__):
        own = import_module(f"{messages.__name__}.{module.name}").MESSAGES
        twice = found.keys() & own.keys()
        if twice:
            raise ValueError(f"two messages for {sorted(twice)}")
        found |= own
    return found


def say(thing: object) -> str:
    """A fact in words; a text of the data as it is; nothing for None; several things one after the other."""
    if type(thing) is str:
        return thing
    if isinstance(thing, Fact):
        message = catalogue()[thing.kind]
        values = dict(thing.values)
        speech = language()
        chosen = speech.plural(*message, values["n"]) if isinstance(message, tuple) else speech.message(message)  # type: ignore[arg-type]
        return filled(chosen, values)
    if thing is None:
        return ""
    if isinstance(thing, (tuple, list)):
        return " ".join(said for said in map(say, thing) if said)
    return str(thing)


def tr(message: str, **values: object) -> str:
    """A message of a page or a template in the language of the run, with its values filled in."""
    text = language().message(message)
    return filled(text, values) if values else text


def term(word: str) -> str:
    """A word of a closed vocabulary, such as a design or a judgement, in the language of the run."""
    return language().message(word)


def count(singular: str, plural: str, how_many: int) -> str:
    """A count with its noun: count("study", "studies", 2) is "2 studies"."""
    return f"{whole(how_many)} {language().plural(singular, plural, how_many)}"


def listing(items: Iterable[object], last: str = N_("and")) -> str:
    """Items as prose: a, b and c."""
    said = [say(each) for each in items]
    if len(said) < 2:
        return "".join(said)
    return f"{', '.join(said[:-1])} {language().message(last)} {said[-1]}"


def several(items: Iterable[object]) -> str:
    """Names without repeats, as prose; only the first few of many."""
    unique = list(dict.fromkeys(map(say, items)))
    if len(unique) <= MOST_NAMES + 1:
        return listing(unique)
    return listing([*unique[:MOST_NAMES], tr("{n:whole} more", n=len(unique) - MOST_NAMES)])


def capital(words: str) -> str:
    """Words with a capital at the start; what follows stays as it is, because names and German nouns keep theirs."""
    return words[:1].upper() + words[1:]


def month(day: str) -> str:
    """The month of an ISO day with its year: June 2027."""
    return f"{term(MONTHS[int(day[5:7]) - 1])} {day[:4]}"


def whole_day(day: str) -> str:
    """An ISO day in full: 24 June 2027."""
    return tr("{n:cell} {month}", n=int(day[8:10]), month=month(day))


HOW: dict[str, Callable[..., str]] = {
    "": say,
    "number": number,
    "number1": lambda value: number(value, 1),
    "number3": lambda value: number(value, 3),
    "plain": plain,
    "amount": amount,
    "exact": significant,
    "six": lambda value: significant(value, 6),
    "less": less,
    "hundredths": hundredths,
    "hundredths of": lambda numbers: hundredths(*numbers),
    "degrees": lambda df: f"{plain(df)} {language().plural(N_('degree of freedom'), N_('degrees of freedom'), df)}",
    "estimate": lambda numbers: estimate_alone(*numbers),
    "interval": lambda numbers: interval(*numbers),
    "bounds": lambda ends: bounds(*ends),
    "entered": lambda ends: entered_bounds(*ends),
    "unit": lambda unit: f" {unit}" if unit else "",
    "whole": whole,
    "month": month,
    "day": whole_day,
    "cell": lambda value: f"{value:.15g}",  # as it is written in a cell of a table, the same in every language
    "p": probability,
    "term": term,
    "capital term": lambda word: capital(term(word)),
    "terms": lambda words: ", ".join(map(term, words)),
    "list": listing,
    "or": lambda items: listing(items, N_("or")),
    "few": several,
    "commas": lambda items: ", ".join(map(say, items)),
    "semicolons": lambda items: "; ".join(map(say, items)),
    "capital": lambda thing: capital(say(thing)),
    "inside": lambda labels: ", ".join(language().inside(say(each)) for each in labels),
}
"""How a value in a message is written; without a name as it is said."""


@lru_cache(maxsize=4096)
def _pieces(message: str) -> tuple[tuple[str, str | None, str], ...]:
    """A message taken apart: the text before each value, its name, and how it is written."""
    return tuple((text, name, how or "") for text, name, how, _ in string.Formatter().parse(message))


def filled(message: str, values: Mapping[str, object]) -> str:
    """A message with its values; KeyError for a value that is missing or a way of writing that does not exist."""
    return "".join(text if name is None else text + HOW[how](values[name]) for text, name, how in _pieces(message))
