"""The list of what is wanted as a CSV file, in English like every table that leaves the program."""

import pandas as pd

from evidence.facts.wanted import wanted_values
from evidence.packs.pack import Pack
from evidence.wording.language import ENGLISH, speaking
from evidence.wording.say import say
from evidence.writing.csv_table import csv_bytes

COLUMNS = ("about", "wanted", "where", "link", "why", "file", "lines")


def wanted_csv(pack: Pack) -> bytes:
    """One row for every gap; the lines to fill in stand in the last column."""
    with speaking(ENGLISH):
        rows = [
            (each.about, say(each.what), each.where, each.link, say(each.why), each.file, each.csv_text)
            for each in wanted_values(pack)
        ]
    return csv_bytes(pd.DataFrame(rows, columns=list(COLUMNS)))
