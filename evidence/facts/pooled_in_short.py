"""Why nothing is pooled, or what the trials in the condition pool to: one short sentence for the whole pack.

It asks the same gate as the figure, for the outcome on which most randomised or controlled trials have a number; the figure
beside it tells every reason.
"""

from collections import Counter

from evidence.facts.evidence import evidence_of
from evidence.facts.selection import DEFAULT_R
from evidence.packs.pack import Pack
from evidence.packs.remember import per_pack
from evidence.statistics.gate import TREATMENT
from evidence.statistics.pooling import Pooled, pool
from evidence.vocabulary.designs import TRIALS
from evidence.vocabulary.fact import Fact, fact


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
    ((outcome, _),) = Counter(each.effect.outcome for each in numbered).most_common(1)
    together = [each for each in numbered if each.effect.outcome == outcome]
    found = pool(together)
    if isinstance(found, Pooled):
        ends = (found.estimate, found.ci_low, found.ci_high)
        return fact("pooled in short", k=found.k, outcome=together[0].outcome_label, measure=found.measure, interval=ends)
    if len(together) == 1:
        return fact("nothing pooled with one number")
    return fact("nothing pooled for a reason", reason=found.reasons[0])
