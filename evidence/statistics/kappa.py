"""How far two people agree beyond chance in words of a closed list: Cohen's kappa with its 95 % interval.

Kappa after Cohen 1960 (doi:10.1177/001316446002000104), unweighted: every disagreement counts alike. Its standard error for
large samples, where agreement need not be by chance, after Fleiss, Cohen and Everitt 1969 (doi:10.1037/h0028106); the
interval is normal and ends at -1 and 1. Pairs are taken as independent. Where both use a single word, kappa does not exist;
where all pairs agree, the standard error is 0 and says nothing, so that there is no interval.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import norm

from evidence.vocabulary.fact import Fact, fact

FEWEST = 2


@dataclass(frozen=True, slots=True)
class Kappa:
    """n pairs; observed and expected agreement as shares; kappa, its standard error and interval, None with the reason."""

    n: int
    observed: float
    expected: float
    kappa: float | None
    se: float | None
    ci_low: float | None
    ci_high: float | None
    reason: Fact | None


def cohens_kappa(first: Sequence[str], second: Sequence[str]) -> Kappa | None:
    """Kappa of two judgements of each thing in the same order; None with fewer than two; ValueError for other lengths."""
    if len(first) != len(second):
        raise ValueError("every thing needs two judgements")
    if len(first) < FEWEST:
        return None
    words = {word: place for place, word in enumerate(sorted({*first, *second}))}
    counts = np.zeros((len(words), len(words)))
    for one, other in zip(first, second, strict=True):
        counts[words[one], words[other]] += 1
    return kappa_of_counts(counts)


def kappa_of_counts(counts: np.ndarray) -> Kappa:
    """Kappa of a square table of counts: rows are the words of the first, columns those of the second."""
    n = counts.sum()
    share = counts / n
    rows, columns = share.sum(axis=1), share.sum(axis=0)
    observed, expected = float(np.trace(share)), float(rows @ columns)
    if math.isclose(expected, 1):
        return Kappa(int(n), observed, expected, None, None, None, None, fact("kappa of a single word"))
    kappa = (observed - expected) / (1 - expected)
    if math.isclose(observed, 1):
        return Kappa(int(n), observed, expected, kappa, None, None, None, fact("kappa without disagreement"))
    se = math.sqrt(_variance(share, rows, columns, kappa, expected) / n)
    half = float(norm.ppf(0.975)) * se
    return Kappa(int(n), observed, expected, kappa, se, max(kappa - half, -1.0), min(kappa + half, 1.0), None)


def _variance(share: np.ndarray, rows: np.ndarray, columns: np.ndarray, kappa: float, expected: float) -> float:
    """The variance of kappa times the number of pairs."""
    agreeing = np.diag(share) @ (1 - (rows + columns) * (1 - kappa)) ** 2
    # Where the first says i and the second j: how often the second says i and the first says j.
    crossed = share * (columns[:, None] + rows[None, :]) ** 2
    differing = (1 - kappa) ** 2 * (crossed.sum() - np.trace(crossed))
    found = (agreeing + differing - (kappa - expected * (1 - kappa)) ** 2) / (1 - expected) ** 2
    return max(float(found), 0.0)
