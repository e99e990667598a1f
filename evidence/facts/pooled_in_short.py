"""Why nothing is pooled, or what the trials in the condition pool to: one short sentence for the whole pack.

It asks the same gate as the figure, for the outcome on which most randomised or controlled trials have a number; the figure
beside it tells every reason.
"""

from evidence.facts.evidence import evidence_of
from evidence.facts.found import measured
from evidence.facts.selection import DEFAULT_R
from evidence.packs.pack import Pack
from evidence.packs.remember import per_pack
from evidence.statistics.gate import TREATMENT
from evidence.statistics.pooling import Pooled, pool
from evidence.vocabulary.designs import TRIALS
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.measures import told_of


@per_pack
def pooled_in_short(pack: Pack) -> Fact | None:
    """The sentence; None where no trial in the condition is in the data."""
    trials = {each.study_id for each in pack.rows.studies if each.directness == "direct" and each.design in TRIALS}
    if not trials:
        return None
    known = evidence_of(pack, DEFAULT_R).own_scale
    numbered = [
        known[each.result_id]
        for each in pack.rows.results
        if each.study_id in trials and each.contrast == TREATMENT and known[each.result_id].effect.has_number
    ]
    if not numbered:
        return fact("nothing pooled without a number")
    studies: dict[str, set[str]] = {}
    for each in numbered:
        studies.setdefault(each.effect.outcome, set()).add(each.effect.study_id)
    most = max(studies, key=lambda outcome: len(studies[outcome]))
    if len(studies[most]) == 1:
        one = len({each.effect.study_id for each in numbered}) == 1
        return fact("nothing pooled with one trial" if one else "nothing pooled without two of an outcome")
    found = pool([each for each in numbered if each.effect.outcome == most])
    if isinstance(found, Pooled):
        own = next(each for each in pack.rows.outcomes if each.outcome == most)
        return fact("pooled in short", k=found.k, outcome=own.label, interval=told_of(found), **measured(own, found.measure))
    return fact("nothing pooled for a reason", reason=found.reasons[0])
