"""What the reader asked for: the filters, as they stand in the URL and on the command line.

A filter left empty shows everything. An unknown value is never dropped in silence: it comes back as a complaint.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from evidence.facts.asked_values import Asked, read_values
from evidence.facts.doses import UNNAMED
from evidence.facts.flags import flag_names
from evidence.packs.nearest import did_you_mean
from evidence.packs.pack import Pack
from evidence.packs.problems import listed, shown
from evidence.packs.remember import per_pack
from evidence.vocabulary.columns import allowed_words
from evidence.vocabulary.fact import Fact, fact

LOWEST_R, HIGHEST_R, DEFAULT_R = 0.3, 0.8, 0.5
RESULTS_CHOICES = ("one", "all")
YEAR = re.compile("[0-9]{4}")
MOST_TOLD = 5
MOST_KNOWN = 100
MANY = ("design", "compound", "condition", "directness", "flag")


@dataclass(frozen=True)
class Selection:
    """The filters of one reader; hashable, so that a view can be cached by it.

    design, compound, condition, directness: values to show, empty for all. flag: hide studies that carry one of these.
    outcome: one outcome on its own scale, "" for all treatment outcomes on the standardised axis. year: first and last.
    r: assumed before-after correlation. results: one result per study on the standardised axis, or all.
    """

    design: tuple[str, ...] = ()
    compound: tuple[str, ...] = ()
    condition: tuple[str, ...] = ()
    directness: tuple[str, ...] = ()
    flag: tuple[str, ...] = ()
    outcome: str = ""
    year: tuple[int, int] | None = None
    r: float = DEFAULT_R
    results: str = "one"

    @property
    def is_filtered(self) -> bool:
        """True when a filter could hide a study."""
        return any(getattr(self, name) for name in (*MANY, "outcome", "year"))

    def query(self) -> list[tuple[str, str]]:
        """The selection as URL parameters, only what differs from the defaults, in a fixed order."""
        pairs = [(name, value) for name in MANY for value in getattr(self, name)]
        if self.outcome:
            pairs.append(("outcome", self.outcome))
        pairs += [("year", str(year)) for year in self.year or ()]
        if self.r != DEFAULT_R:
            pairs.append(("r", f"{self.r:g}"))
        if self.results != "one":
            pairs.append(("results", self.results))
        return pairs

    def citable_query(self, version: str) -> list[tuple[str, str]]:
        """Data version, every filter that is set, and r and results even at their defaults: nothing is left implicit."""
        explicit = [pair for pair in self.query() if pair[0] not in ("r", "results")]
        return [("version", version), *explicit, ("r", f"{self.r:g}"), ("results", self.results)]

    def in_force(self) -> tuple[Fact, ...]:
        """The filters as facts, for captions and file headers; r stands last, and that there is no filter first."""
        found = [
            fact("filter", name=name, values=getattr(self, name)) for name in MANY if name != "flag" and getattr(self, name)
        ]
        if self.flag:
            found.append(fact("filter without flags", flags=self.flag))
        if self.outcome:
            found.append(fact("filter", name="outcome", values=(self.outcome,)))
        if self.year:
            found.append(fact("filter of years", first=str(self.year[0]), last=str(self.year[1])))
        return (*(found if self.is_filtered else [fact("no filter")]), fact("filter r", r=self.r))


@per_pack
def choices(pack: Pack) -> dict[str, tuple[str, ...]]:
    """The values each filter offers in this pack, in dictionary order or order of appearance.

    The pack's own conditions, those of direct studies, come first; compounds that are not stated or not applicable last.
    """
    studies = pack.studies
    designs = set(studies["design"])
    own = set(studies["condition"][studies["directness"] == "direct"])
    return {
        "design": tuple(word for word in allowed_words("studies", "design") if word in designs),
        "compound": tuple(sorted(set(studies["compound"]), key=lambda name: (name in UNNAMED, name))),
        "condition": tuple(sorted(studies["condition"].drop_duplicates(), key=lambda name: name not in own)),
        "directness": tuple(word for word in ("direct", "indirect") if word in set(studies["directness"])),
        "flag": flag_names(pack),
        "outcome": tuple(pack.outcomes["outcome"]),
        "results": RESULTS_CHOICES,
    }


@per_pack
def years(pack: Pack) -> tuple[int, int] | None:
    """First and last publication year in the pack, None when no year is known."""
    known_years = pack.studies["year"].dropna()
    return (int(known_years.min()), int(known_years.max())) if len(known_years) else None


def read_selection(
    query: Mapping[str, Sequence[str]], pack: Pack, asker: str = "link"
) -> tuple[Selection, tuple[Fact, ...]]:
    """The selection in URL parameters, and a complaint for every filter with values this pack does not have.

    asker is who asks, a "link" or a "command".
    """
    who = fact(f"the {asker}")
    read = asked_words(query, pack)
    complaints = [each for name, asked in read.items() for each in _complaints(name, asked, choices(pack)[name], who)]
    year, wrong_year = _read_years(query.get("year", ()), pack, who)
    r, wrong_r = _read_r(query.get("r", ()), who)
    complaints += [each for each in (wrong_year, wrong_r) if each]
    chosen = {name: read[name].good for name in MANY}
    outcome, results = read["outcome"].good[-1:], read["results"].good[-1:]
    selection = Selection(**chosen, outcome="".join(outcome), year=year, r=r, results="".join(results) or "one")
    return selection, tuple(complaints)


def asked_words(query: Mapping[str, Sequence[str]], pack: Pack) -> dict[str, Asked]:
    """What was asked of each filter that offers words, by its name: the one reading of addresses, commands and Python."""
    return {name: read_values(query.get(name, ()), words) for name, words in choices(pack).items()}


def _complaints(name: str, asked: Asked, words: Sequence[str], who: Fact) -> list[Fact]:
    """One complaint about what a filter was asked and the pack does not have, and one about what could be two values."""
    found = [_unknown(name, asked.unknown, words, who)] if asked.unknown else []
    if asked.ambiguous:
        told = listed([_ambiguous(*each) for each in asked.ambiguous], MOST_TOLD)
        found.append(fact("asked for ambiguous values", asker=who, name=name, values=told, n=len(asked.ambiguous)))
    return found


def _ambiguous(value: str, meant: Sequence[str]) -> Fact:
    """What was written, and the first few known values it could be."""
    could = tuple(fact("value of a key", value=shown(each)) for each in meant[:MOST_TOLD])
    return fact("value that could be several", value=shown(value), meant=could)


def _unknown(name: str, values: Sequence[str], words: Sequence[str], who: Fact) -> Fact:
    """One complaint about all unknown values of a filter: the first few of them, each cut when it is long."""
    known = listed(words, MOST_KNOWN)
    if len(values) == 1:
        hint = did_you_mean(values[0], words)
        kind = "asked for an unknown value" if hint is None else "asked for a value that is a slip"
        return fact(kind, asker=who, name=name, value=shown(values[0]), known=known, hint=hint)
    told = tuple(fact("value of a key", value=shown(value)) for value in values[:MOST_TOLD])
    if len(values) <= MOST_TOLD:
        return fact("asked for unknown values", asker=who, name=name, values=told, known=known)
    rest = len(values) - MOST_TOLD
    return fact("asked for unknown values and more", asker=who, name=name, values=told, n=rest, known=known)


def _read_years(values: Sequence[str], pack: Pack, who: Fact) -> tuple[tuple[int, int] | None, Fact | None]:
    span = years(pack)
    if not values or span is None:
        return None, None
    numbers = [int(value) for value in values if YEAR.fullmatch(value)]
    inside = len(numbers) == len(values) <= 2 and numbers == sorted(numbers)
    if not inside or not span[0] <= numbers[0] <= numbers[-1] <= span[1]:
        first, last = map(str, span)
        return None, fact("asked for other years", asker=who, value=shown(" ".join(values)), first=first, last=last)
    chosen = (numbers[0], numbers[-1])
    return (None if chosen == span else chosen), None


def _read_r(values: Sequence[str], who: Fact) -> tuple[float, Fact | None]:
    if not values:
        return DEFAULT_R, None
    allowed = {f"{tenth / 10:g}": tenth / 10 for tenth in range(3, 9)}
    if values[-1] in allowed:
        return allowed[values[-1]], None
    return DEFAULT_R, fact("asked for another r", asker=who, value=shown(values[-1]), known=tuple(allowed))


FILTER_NAMES = tuple(field.name for field in fields(Selection))
