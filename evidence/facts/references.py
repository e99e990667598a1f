"""What the results of an outcome can be held against, and who they are from; both gathered once for each pack."""

from collections.abc import Mapping

from evidence.packs.pack import Pack
from evidence.packs.records import ReferenceValue
from evidence.packs.remember import per_pack


@per_pack
def references_of(pack: Pack) -> Mapping[str, tuple[ReferenceValue, ...]]:
    """The reference values of each outcome that has any, in the order of the table."""
    found: dict[str, list[ReferenceValue]] = {}
    for each in pack.rows.reference_values:
        found.setdefault(each.outcome, []).append(each)
    return {outcome: tuple(values) for outcome, values in found.items()}


@per_pack
def citations_of(pack: Pack) -> Mapping[str, str]:
    """The citation of every study by its id."""
    return {each.study_id: each.citation for each in pack.rows.studies}
