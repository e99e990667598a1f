"""An evidence pack: typed, checked tables of studies and positions, from a folder or from memory.

A pack opens whole or not at all: PackError carries every problem at once. Warnings do not keep it
closed; they travel with it. The format is described by columns.csv and by docstrings of the checks.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from evidence.packs.checks import check_tables
from evidence.packs.nearest import did_you_mean
from evidence.packs.problems import PackError, Problem, in_order, listed, shown, whole_file
from evidence.packs.reading import MOST_CELLS
from evidence.packs.rows import KINDS, Rows, rows_of
from evidence.packs.tables import Table, absent_table, read_table
from evidence.vocabulary.columns import REQUIRED_TABLES, TABLES, file_name
from evidence.vocabulary.fact import fact


@dataclass(frozen=True, eq=False)
class Pack:
    """Every table of the format by name; a table whose file is absent is an empty frame with all its columns.

    Frames have a RangeIndex; text is `str` with NaN for empty, whole numbers and years `Int64`, numbers
    `float64`, dates ISO text. Treat them as read-only: the pack is shared by all readers. Two packs are
    equal only when they are the same object. folder: where it was read, None for one opened from memory.
    """

    name: str
    tables: Mapping[str, pd.DataFrame]
    present: frozenset[str]
    warnings: tuple[Problem, ...] = ()
    folder: Path | None = None

    @cached_property
    def rows(self) -> Rows:
        """The rows of every table as typed records; worked out once."""
        return Rows(**{table: rows_of(self.tables[table], kind) for table, kind in KINDS.items()})

    def has(self, table: str) -> bool:
        """True when the pack came with this table."""
        return table in self.present

    @cached_property
    def dataset(self) -> Mapping[str, str]:
        """Keys and values of dataset.csv: title, question, intervention, version, last_search ..."""
        row = self.tables["dataset"].iloc[0]
        return {str(name): str(value) for name, value in row.items()}

    @property
    def version(self) -> str:
        """The data version, printed on everything that leaves the program."""
        return self.dataset["version"]

    @property
    def studies(self) -> pd.DataFrame:
        """One row per study report."""
        return self.tables["studies"]

    @property
    def outcomes(self) -> pd.DataFrame:
        """One row per outcome."""
        return self.tables["outcomes"]

    @property
    def results(self) -> pd.DataFrame:
        """One row per study, outcome, time and contrast."""
        return self.tables["results"]

    @property
    def reference_values(self) -> pd.DataFrame:
        """Values a change can be held against."""
        return self.tables["reference_values"]

    @property
    def appraisals(self) -> pd.DataFrame:
        """One row per risk-of-bias domain."""
        return self.tables["appraisals"]

    @property
    def certainty(self) -> pd.DataFrame:
        """GRADE, one row per outcome."""
        return self.tables["certainty"]

    @property
    def guidelines(self) -> pd.DataFrame:
        """One row per position of a body."""
        return self.tables["guidelines"]

    @property
    def claims(self) -> pd.DataFrame:
        """One row per claim."""
        return self.tables["claims"]

    @property
    def claim_links(self) -> pd.DataFrame:
        """What bears on each claim."""
        return self.tables["claim_links"]

    @property
    def compounds(self) -> pd.DataFrame:
        """One row per compound and form."""
        return self.tables["compounds"]

    @property
    def limits(self) -> pd.DataFrame:
        """Dose limits, cautions and interactions."""
        return self.tables["limits"]

    @property
    def safety(self) -> pd.DataFrame:
        """Medicines, kidney function and conditions: what each source says, and what was not found."""
        return self.tables["safety"]

    @property
    def provenance(self) -> pd.DataFrame:
        """Where each cell was read."""
        return self.tables["provenance"]


def read_pack(folder: Path | str) -> Pack:
    """Open the pack in a folder; raises PackError with all problems. Files other than CSV, and folders, are left alone."""
    place = Path(folder)
    return replace(open_pack(folder_files(place), place.resolve().name), folder=place.resolve())


def folder_files(place: Path) -> dict[str, bytes]:
    """The CSV files of a folder with their bytes; raises PackError when it or one of them cannot be read."""
    if not place.is_dir():
        raise PackError([whole_file(str(place), fact("no such folder"))])
    files = {}
    try:
        paths = csv_files(place)
    except OSError as error:
        raise PackError([whole_file(str(place), fact("unreadable file", reason=error.strerror))]) from error
    for path in paths:
        try:
            files[path.name] = path.read_bytes()
        except OSError as error:
            raise PackError([whole_file(path.name, fact("unreadable file", reason=error.strerror))]) from error
    return files


def csv_files(folder: Path) -> list[Path]:
    """The CSV files of a folder by name; raises OSError when it cannot be listed."""
    return sorted(path for path in folder.iterdir() if path.name.endswith(".csv"))


def open_pack(files: Mapping[str, bytes], name: str) -> Pack:
    """Open a pack from memory: file names and their bytes; raises PackError with all problems."""
    tables, problems = read_tables(files)
    return checked_pack(tables, [*problems, *check_tables(tables)], name)


def checked_pack(tables: Mapping[str, Table], problems: Collection[Problem], name: str) -> Pack:
    """The pack of tables in which these problems were found; raises PackError with all of them when one is an error."""
    if any(problem.severity == "error" for problem in problems):
        raise PackError(problems)
    return Pack(
        name,
        MappingProxyType({each: table.frame for each, table in tables.items()}),
        frozenset(each for each, table in tables.items() if table.present),
        in_order(problems),
    )


def read_tables(files: Mapping[str, bytes]) -> tuple[dict[str, Table], list[Problem]]:
    """Type every table of the format, and list the problems of reading, missing and unknown files."""
    known = {file_name(table): table for table in TABLES}
    needed = tuple(map(file_name, REQUIRED_TABLES))
    problems = []
    for file in files:
        if file not in known:
            said = fact("unknown file", file=shown(file), hint=did_you_mean(file, list(known)))
            problems.append(whole_file(file, said, listed(known)))
    tables = {}
    room = MOST_CELLS
    for file, table in known.items():
        if file in files:
            tables[table], found = read_table(table, files[file], room)
            room -= tables[table].frame.size
            problems += found
            if table in REQUIRED_TABLES and not len(tables[table].frame) and tables[table].complete:
                problems.append(Problem(file, 1, "", "", fact("no rows")))
        else:
            tables[table] = absent_table(table)
            if table in REQUIRED_TABLES:
                problems.append(whole_file(file, fact("missing file", needed=needed)))
    return tables, problems
