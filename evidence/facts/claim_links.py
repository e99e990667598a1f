"""Which claims a study, guideline, compound or limit bears on."""

from evidence.packs.pack import Pack


def claims_about(pack: Pack, kind: str, ref: str) -> tuple[str, ...]:
    """Identifiers of the claims a study, guideline, compound or limit bears on, in the order of the claims."""
    links = pack.claim_links
    found = set(links.loc[(links["kind"] == kind) & (links["ref"] == ref), "claim_id"])
    return tuple(each for each in pack.claims["claim_id"] if each in found)
