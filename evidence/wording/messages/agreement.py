"""How far two extractions agree."""

from evidence.wording.language import N_
from evidence.wording.say import Message

MESSAGES: dict[str, Message] = {
    "two extractions": N_("Agreement of {first} (first) and {second} (second)"),
    "rows matched": (
        N_("{table}: {n:whole} row in both, {first:whole} only in the first, {second:whole} only in the second"),
        N_("{table}: {n:whole} rows in both, {first:whole} only in the first, {second:whole} only in the second"),
    ),
    "column of a part": N_("{column}, {part}"),
    "cells agree": N_(
        "{column}: {agreeing:whole} of {n:whole} agree ({percent:number1}%); "
        "missing in the first {first:whole}, in the second {second:whole}"
    ),
    "no pair to compare": N_(
        "{column}: no pair to compare; missing in the first {first:whole}, in the second {second:whole}"
    ),
    "kappa": N_("kappa {numbers:interval}, {n:whole} pairs"),
    "kappa without an interval": N_("kappa {kappa:number}, {n:whole} pairs; no interval: {reason}"),
    "no kappa": N_("no kappa: {reason}"),
    "kappa of a single word": N_("both use a single word throughout"),
    "kappa without disagreement": N_("every pair agrees, which leaves no standard error"),
    "to settle": (N_("{n:whole} disagreement to settle."), N_("{n:whole} disagreements to settle.")),
    "how agreement was made": N_(
        "Rows are matched by their key. Pairs of empty cells are not counted. Kappa: Cohen 1960, unweighted; "
        "95% interval for large samples with the standard error of Fleiss, Cohen and Everitt 1969, "
        "pairs taken as independent."
    ),
}
