"""Whether a cell holds something; an empty cell is not known, never a value."""

import pandas as pd


def known(value: object) -> bool:
    """True when a cell holds something: not NaN, not NA, not empty text."""
    return value is not None and not pd.isna(value) and value != ""
