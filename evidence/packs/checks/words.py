"""A word of hundreds of characters is most likely several that lost their spaces; a warning."""

import re
from collections.abc import Iterator, Mapping

from evidence.packs.problems import Problem
from evidence.packs.tables import Table
from evidence.vocabulary.columns import COLUMNS
from evidence.vocabulary.fact import fact

LONGEST_WORD = 200
SPACELESS = "\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef"
"""Thai, Lao, Chinese, Japanese and Korean, which are written without spaces."""
LONG_WORD = re.compile(rf"(?!https?://)(?<![^\s{SPACELESS}])[^\s{SPACELESS}]{{{LONGEST_WORD + 1},}}")


def words_of_ordinary_length(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """No text holds a word of more than LONGEST_WORD characters; addresses don't count."""
    for rule in COLUMNS:
        if rule.type != "text":
            continue
        for row, text in enumerate(tables[rule.table].texts.get(rule.column, ())):
            found = LONG_WORD.search(text) if len(text) > LONGEST_WORD else None
            if found:
                yield tables[rule.table].warning(row, rule.column, fact("long word", n=len(found[0])))


RULES = (words_of_ordinary_length,)
