"""The search index of a pack in words: what the search field of every page fetches once and searches by itself."""

import json
from collections import Counter

from evidence.packs.pack import Pack
from evidence.packs.remember import at_most
from evidence.search.entries import KINDS, entries_of
from evidence.vocabulary.fact import fact
from evidence.wording.language import Language, language
from evidence.wording.say import say

KEPT = 4


def search_index(pack: Pack, own: bool = False) -> str:
    """The index as JSON: version, scope (a sentence), kinds and entries, each with its place on a page.

    kinds: kind, label, leads. entries: kind, name and about (shown and searched), words (searched only), address.
    own: the pack is the reader's own table. Addresses are relative to the first page and carry no filters.
    """
    return _made(pack, own, language())


@at_most(KEPT)
def _made(pack: Pack, own: bool, spoken: Language) -> str:
    """The language is that of the run, and is named because the answer is kept."""
    entries = entries_of(pack)
    found = Counter(each.kind for each in entries)
    kinds = [kind for kind in KINDS if found[kind]]
    counts = tuple(fact(f"searched: {kind}", n=found[kind]) for kind in kinds)
    index = {
        "version": pack.version,
        "scope": say(fact("searched own table" if own else "searched", counts=counts)),
        "kinds": [
            {"kind": kind, "label": say(fact(f"found: {kind}")), "leads": say(fact(f"leads: {kind}"))} for kind in kinds
        ],
        "entries": [
            {
                "kind": each.kind,
                "name": say(each.name),
                "about": " \u00b7 ".join(said for said in map(say, each.about) if said),
                "words": " ".join(filter(None, each.words)),
                "address": each.address,
            }
            for each in entries
        ],
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")) + "\n"
