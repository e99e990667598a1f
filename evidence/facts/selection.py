"""What the reader asked for: the filters, as they stand in the URL and on the command line.

A filter left empty shows everything. An unknown value is never dropped in silence: it is returned as a complaint.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import pandas as pd

from evidence.facts.flags import study_flags
from evidence.packs.pack import Pack
from evidence.packs.remember import per_pack
from evidence.vocabulary.columns import allowed_words
from evidence.wording.words import plain, tr

LOWEST_R, HIGHEST_R, DEFAULT_R = 0.3, 0.8, 0.5
RESULTS_CHOICES = ("one", "all")
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
            pairs.append(("r", plain(self.r)))
        if self.results != "one":
            pairs.append(("results", self.results))
        return pairs

    def citable_query(self, version: str) -> list[tuple[str, str]]:
        """Data version, every filter that is set, and r and results even at their defaults: nothing is left implicit."""
        explicit = [pair for pair in self.query() if pair[0] not in ("r", "results")]
        return [("version", version), *explicit, ("r", plain(self.r)), ("results", self.results)]

    def in_words(self) -> str:
        """The filters as a sentence part, for captions and file headers."""
        parts = [f"{name}: {', '.join(getattr(self, name))}" for name in MANY if name != "flag" and getattr(self, name)]
        if self.flag:
            parts.append(tr("without flag: {flags}", flags=", ".join(self.flag)))
        if self.outcome:
            parts.append(f"outcome: {self.outcome}")
        if self.year:
            parts.append(f"year: {self.year[0]} to {self.year[1]}")
        parts.append(f"r = {plain(self.r)}")
        return "; ".join(parts if self.is_filtered else [tr("no filter"), *parts])


@per_pack
def choices(pack: Pack) -> dict[str, tuple[str, ...]]:
    """The values each filter offers in this pack, in dictionary order or order of appearance."""
    studies = pack.studies
    designs = set(studies["design"])
    flags = dict.fromkeys(study_flags(pack)["flag"])
    return {
        "design": tuple(word for word in allowed_words("studies", "design") if word in designs),
        "compound": tuple(sorted(set(studies["compound"]))),
        "condition": tuple(studies["condition"].drop_duplicates()),
        "directness": tuple(word for word in ("direct", "indirect") if word in set(studies["directness"])),
        "flag": tuple(flags),
        "outcome": tuple(pack.outcomes["outcome"]),
        "results": RESULTS_CHOICES,
    }


def years(pack: Pack) -> tuple[int, int] | None:
    """First and last publication year in the pack, None when no year is known."""
    known_years = pack.studies["year"].dropna()
    return (int(known_years.min()), int(known_years.max())) if len(known_years) else None


def read_selection(query: Mapping[str, Sequence[str]], pack: Pack) -> tuple[Selection, tuple[str, ...]]:
    """The selection in URL parameters, and a complaint in words for every value this pack does not have."""
    offered, complaints = choices(pack), []
    good = {name: tuple(value for value in query.get(name, ()) if value in words) for name, words in offered.items()}
    for name, words in offered.items():
        for value in query.get(name, ()):
            if value not in words and value != "":
                complaints.append(
                    tr(
                        "The link names {name} '{value}', which this data does not have. Known: {known}.",
                        name=name,
                        value=value,
                        known=", ".join(words),
                    )
                )
    year, year_complaint = _read_years(query.get("year", ()), pack)
    r, r_complaint = _read_r(query.get("r", ()))
    complaints += [each for each in (year_complaint, r_complaint) if each]
    chosen = {name: good[name] for name in MANY}
    outcome, results = good["outcome"][-1:], good["results"][-1:]
    selection = Selection(**chosen, outcome="".join(outcome), year=year, r=r, results="".join(results) or "one")
    return selection, tuple(complaints)


def _read_years(values: Sequence[str], pack: Pack) -> tuple[tuple[int, int] | None, str]:
    span = years(pack)
    if not values or span is None:
        return None, ""
    numbers = [int(value) for value in values if value.isascii() and value.isdigit()]
    if (
        len(numbers) != len(values)
        or len(numbers) > 2
        or numbers != sorted(numbers)
        or not (span[0] <= numbers[0] and numbers[-1] <= span[1])
    ):
        return None, tr(
            "The link asks for the years '{value}'. Allowed: a first and a last year from {first} to {last}.",
            value=" ".join(values),
            first=span[0],
            last=span[1],
        )
    chosen = (numbers[0], numbers[-1])
    return (None if chosen == span else chosen), ""


def _read_r(values: Sequence[str]) -> tuple[float, str]:
    if not values:
        return DEFAULT_R, ""
    allowed = {plain(tenth / 10): tenth / 10 for tenth in range(3, 9)}
    if values[-1] in allowed:
        return allowed[values[-1]], ""
    return DEFAULT_R, tr("The link asks for r = '{value}'. Allowed: {known}.", value=values[-1], known=", ".join(allowed))


FILTER_NAMES = tuple(field.name for field in fields(Selection))


def carries_flag(pack: Pack, flags: tuple[str, ...]) -> pd.DataFrame:
    """The flags of the pack that are among those named: study_id, flag, severity, reason."""
    every = study_flags(pack)
    return every[every["flag"].isin(flags)]
