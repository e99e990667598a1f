"""A view of a few trials beside reference values of their outcome."""

from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from tests.conftest import means, small_pack


def held_against(*values, rows=4, **fields):
    """A view of a few trials with reference values for their outcome."""
    references = [
        {
            "reference_id": f"ref{number}",
            "outcome": "pain",
            "kind": "important difference",
            "contrast": "between groups",
            "label": f"A difference that matters, {number}",
            "estimate": value,
            "statement": "Read there.",
            "caveat": "Other people.",
            "source": "Somebody 2020",
            "read_as": "abstract",
            "url": "https://example.org/a",
            **fields,
        }
        for number, value in enumerate(values)
    ]
    names = [f"S{number}" for number in range(rows)]
    results = [means(f"r{name}", name, 3 + place % 3, 5) for place, name in enumerate(names)]
    pack = small_pack([{"study_id": name} for name in names], results, reference_values=references)
    return evidence_in_view(pack, Selection(outcome="pain"))
