"""The summary of findings as a table for files, in English like every table that leaves the program."""

import pandas as pd

from evidence.packs.pack import Pack
from evidence.wording.findings import REASONS, lines_of
from evidence.wording.language import ENGLISH, speaking

COLUMNS = (
    *("outcome", "participants_and_studies", "pooled", "found", "to_compare_with", "without_a_number", "indirect"),
    *("certainty", "starts_from", *REASONS, "rationale", "statement"),
)


def findings_frame(pack: Pack) -> pd.DataFrame:
    """COLUMNS, a row for each rated outcome, RangeIndex; several lines of a cell stand one below the other, none is empty.

    The whole pack, whatever the filters; no rows for a pack without ratings.
    """
    with speaking(ENGLISH):
        rows = [
            (
                each.outcome,
                *("\n".join(part) for part in (each.studies, each.pooled, each.numbers)),
                "\n".join("; ".join(filter(None, pair)) for pair in each.beside),
                *("\n".join(part) for part in (each.silent, each.indirect)),
                each.certainty,
                *(text for _, text in each.reasons),
                each.statement,
            )
            for each in lines_of(pack)
        ]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="str").replace("", pd.NA)
