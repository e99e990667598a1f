"""The cells of the columns that came later: numbers in full, effects as shown, flags, certainty, risk of bias by domain."""

import math

import pandas as pd

from evidence.downloads.export_columns import EXACT, KEY, OWN_SCALE, REST, STANDARDISED, domain_columns, first_columns
from evidence.facts.flags import flags_of
from evidence.facts.marks import marks_by_tool
from evidence.packs.pack import Pack
from evidence.packs.provenance import DESCRIBING, is_rounded
from evidence.vocabulary.measures import null_of
from evidence.vocabulary.tools import NOT_ASSESSED, OVERALL, TOOLS
from evidence.wording.forest import flag_told
from evidence.wording.language import ENGLISH, speaking
from evidence.wording.numbers import amount_digits, interval
from evidence.wording.say import term


def added_cells(pack: Pack, table: pd.DataFrame) -> dict[str, list[object]]:
    """The cells of added_columns() by header, a list as long as the table; None for an empty cell, which means not known.

    table: the columns of first_columns(), a row per study and result. Texts are English.
    """
    with speaking(ENGLISH):
        return {**_in_full(pack, table), **_shown(table), **_quality(pack, table), **_judged(pack, table)}


def for_reading(value: float) -> float:
    """A computed number that describes, with the digits of the pages."""
    return round(value, amount_digits(value))


def _in_full(pack: Pack, table: pd.DataFrame) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    for each in first_columns():
        if (each.table, each.column) in DESCRIBING:
            ids = _texts(table[KEY if each.table == "studies" else "result_id"])
            values = table[each.header].astype("float64").tolist()
            found[each.header + EXACT] = [
                None
                if math.isnan(value) or for_reading(value) == value or not is_rounded(pack, (each.table, row, each.column))
                else value
                for value, row in zip(values, ids, strict=True)
            ]
    return found


def _shown(table: pd.DataFrame) -> dict[str, list[object]]:
    """Estimates with their intervals as pages show them; an effect has both or none."""
    return {
        f"{scale}shown": [None if numbers is None else interval(*numbers) for numbers in told_effects(table, scale)]
        for scale in (OWN_SCALE, STANDARDISED)
    }


def told_effects(table: pd.DataFrame, scale: str) -> list[tuple[float, float, float, float] | None]:
    """For each row estimate, ci_low, ci_high and the value that means no effect; None where there is no number.

    scale: OWN_SCALE or STANDARDISED.
    """
    columns = (table[scale + name].astype("float64").tolist() for name in ("estimate", "ci_low", "ci_high"))
    nulls = map(null_of, _texts(table[f"{scale}measure"]))
    return [None if math.isnan(value) else (value, *ends) for value, *ends in zip(*columns, nulls, strict=True)]


def _quality(pack: Pack, table: pd.DataFrame) -> dict[str, list[object]]:
    """Flags of the study, and the certainty of the outcome in studies of the condition in question."""
    flags = flags_of(pack)
    names = {study: "; ".join(term(flag.name) for flag in of_study) for study, of_study in flags.items()}
    reasons = {study: "\n".join(map(flag_told, of_study)) for study, of_study in flags.items()}
    rated = {each.outcome: each for each in pack.rows.certainty}
    cells = zip(_texts(table["outcome"]), _texts(table["directness"]), strict=True)
    ratings = [rated.get(outcome) if directness == "direct" else None for outcome, directness in cells]
    studies = _texts(table[KEY])
    return {
        "flags": [names[study] or None for study in studies],
        "flag_reasons": [reasons[study] or None for study in studies],
        "outcome_certainty": [each.certainty if each else None for each in ratings],
        "outcome_certainty_reason": [each.rationale if each else None for each in ratings],
    }


def _judged(pack: Pack, table: pd.DataFrame) -> dict[str, list[object]]:
    """The judgements of each row; None throughout a tool that the study was not judged with."""
    columns = domain_columns(pack)
    own = {*columns, *((tool, OVERALL) for tool in TOOLS)}
    found: dict[str, list[object]] = {each.header: [] for each in columns.values()}
    judged: dict[tuple[str, str], dict[str, dict[str, str]]] = {}
    for row in zip(_texts(table[KEY]), _texts(table["outcome"]), strict=True):
        if row not in judged:
            judged[row] = {
                tool: {each.domain: each.judgement for each in (*marks.domains, marks.overall)}
                for tool, marks in marks_by_tool(pack, *row).items()
            }
        for (tool, domain), column in columns.items():
            of_tool = judged[row].get(tool)
            if of_tool is None:
                found[column.header].append(None)
            elif domain == REST:
                others = (f"{each}: {word}" for each, word in of_tool.items() if (tool, each) not in own)
                found[column.header].append("\n".join(others) or None)
            else:
                found[column.header].append(of_tool.get(domain, NOT_ASSESSED.word))
    return found


def _texts(column: pd.Series) -> list[str]:
    return [str(value) for value in column.fillna("")]
