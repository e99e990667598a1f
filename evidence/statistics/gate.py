"""The gate before pooling: every reason why results must not be averaged, naming the studies.

Only results with a number can be pooled; those without one are named, and neither open nor close the gate. Open means: one
outcome, one measure, one contrast, the same comparator, condition and directness, primary studies that are all trials or all
observational, nobody counted twice, each result with a standard error, at least two. Associations (cases and controls)
stand behind the same gate as treatments, but never in one pool with them; change without a control group is never pooled.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from evidence.statistics.candidates import Candidate
from evidence.vocabulary.designs import OBSERVATIONAL, REVIEWS, TRIALS
from evidence.vocabulary.fact import Fact, fact

TREATMENT, ASSOCIATION, UNCONTROLLED = "between groups", "cases and controls", "before-after"
MOST_VALUES = 4
Rows = Sequence[Candidate]
Of = Callable[[Candidate], str]


def reasons_against(rows: Rows) -> tuple[Fact, ...]:
    """Every reason why the rows must not be pooled; empty when they may be."""
    counted = [row for row in rows if row.effect.has_number]
    silent = [row for row in rows if not row.effect.has_number]
    reasons = [
        *_contrasts(counted),
        *_more_than_one(counted, lambda row: row.outcome_label, "different outcomes"),
        *_more_than_one(counted, lambda row: row.effect.measure, "different measures"),
        *_comparators(counted),
        *_more_than_one(counted, lambda row: row.condition, "different conditions"),
        *_more_than_one(counted, lambda row: row.directness, "directness mixed", "word held by"),
        *_designs(counted),
        *_standardisers(counted),
        *_counted_twice(counted),
        *_named("no standard error", (row for row in counted if not (row.effect.se is not None and row.effect.se > 0))),
        *_too_few(counted),
    ]
    if reasons:
        reasons += _named("without number", silent)
    return tuple(reasons)


def is_association(rows: Rows) -> bool:
    """True when what the rows pool to is an association: cases and controls, or only observational designs."""
    return all(row.effect.contrast == ASSOCIATION or row.design in OBSERVATIONAL for row in rows)


def citations(rows: Iterable[Candidate]) -> tuple[str, ...]:
    """The citations of rows, each once."""
    return tuple(dict.fromkeys(row.citation for row in rows))


def _named(kind: str, rows: Iterable[Candidate]) -> Iterator[Fact]:
    """A reason with the citations of these rows; nothing without rows."""
    names = citations(rows)
    if names:
        yield fact(kind, names=names)


def _more_than_one(rows: Rows, value_of: Of, kind: str, held: str = "held by") -> Iterator[Fact]:
    """A reason when the rows differ in a value that is known, with who holds which."""
    if len({value_of(row) for row in rows} - {""}) < 2:
        return
    holders: dict[str, dict[str, None]] = {}
    for row in rows:
        value = value_of(row)
        if value:
            holders.setdefault(value, {})[row.citation] = None
    values = [fact(held, value=value, names=tuple(names)) for value, names in list(holders.items())[:MOST_VALUES]]
    if len(holders) > MOST_VALUES:
        values.append(fact("more of them", n=len(holders) - MOST_VALUES))
    yield fact(kind, values=tuple(values))


def _contrasts(rows: Rows) -> Iterator[Fact]:
    yield from _named("change never pooled", (row for row in rows if row.effect.contrast == UNCONTROLLED))
    compared = [row for row in rows if row.effect.contrast != UNCONTROLLED]
    yield from _more_than_one(compared, lambda row: row.effect.contrast, "contrasts mixed", "word held by")


def _comparators(rows: Rows) -> Iterator[Fact]:
    """Different comparators within a contrast; cases are compared with controls, so there silence is no reason."""
    for contrast in (TREATMENT, ASSOCIATION):
        compared = [row for row in rows if row.effect.contrast == contrast]
        yield from _more_than_one(compared, lambda row: row.comparator, "different comparators")
    treated = (row for row in rows if row.effect.contrast == TREATMENT)
    yield from _named("comparator not stated", (row for row in treated if not row.comparator))


def _designs(rows: Rows) -> Iterator[Fact]:
    yield from _named("review in pool", (row for row in rows if row.design in REVIEWS))
    primary = [row for row in rows if row.design not in REVIEWS and row.effect.contrast == TREATMENT]
    if len({row.design in TRIALS for row in primary}) > 1:
        yield from _more_than_one(primary, lambda row: row.design, "designs mixed", "word held by")


def _standardisers(rows: Rows) -> Iterator[Fact]:
    means = [row for row in rows if row.effect.measure == "SMD"]
    yield from _more_than_one(means, lambda row: row.value_type, "standardisers mixed", "word held by")


def _counted_twice(rows: Rows) -> Iterator[Fact]:
    seen: dict[str, int] = {}
    for row in rows:
        seen[row.effect.study_id] = seen.get(row.effect.study_id, 0) + 1
    yield from _named("same study twice", (row for row in rows if seen[row.effect.study_id] > 1))
    yield from _linked(rows, "patients shared", lambda row: row.effect.result_id, lambda row: row.shares_with)
    yield from _linked(rows, "may be the same study", lambda row: row.effect.study_id, lambda row: row.same_as)


def _linked(rows: Rows, kind: str, id_of: Of, others_of: Callable[[Candidate], tuple[str, ...]]) -> Iterator[Fact]:
    """A reason with the rows that name, or are named by, another row among these."""
    present = {id_of(row) for row in rows}
    linked: set[str] = set()
    for row in rows:
        if others_of(row):
            own = id_of(row)
            found = set(others_of(row)) & present - {own}
            linked |= found | {own} if found else set()
    if linked:
        yield from _named(kind, (row for row in rows if id_of(row) in linked))


def _too_few(rows: Rows) -> Iterator[Fact]:
    if len(rows) == 1:
        yield from _named("only one number", rows)
    elif not rows:
        yield fact("no number in view")
