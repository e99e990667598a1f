"""Which claims a study, guideline, compound, limit or safety row bears on."""

from evidence.packs.pack import Pack


def claims_about(pack: Pack, kind: str, ref: str) -> tuple[str, ...]:
    """Identifiers of the claims a study, guideline, compound, limit or safety row bears on, in the order of the claims."""
    found = {link.claim_id for link in pack.rows.claim_links if (link.kind, link.ref) == (kind, ref)}
    return tuple(claim.claim_id for claim in pack.rows.claims if claim.claim_id in found)
