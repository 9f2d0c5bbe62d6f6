"""Which toll counts a part of which: as the claim says, or as one sentence about a population implies."""

from collections import defaultdict

from warmonitor.language.en.sentences import sentences
from warmonitor.model import Claim, Measure, Toll
from warmonitor.stages.reconcile.origins import Origins


def whole_of(claims: list[Claim], origins: Origins) -> dict[str, Claim]:
    """Return, by the id of a part, the toll that it is a part of."""
    known = {claim.id: claim for claim in claims}
    found: dict[str, Claim] = {}
    homes = _populations(claims)
    for claim in claims:
        if not isinstance(claim.detail, Toll):
            continue
        whole = known.get(claim.detail.part_of or "") or _implied(claim, homes[claim.report], origins)
        if whole is not None:
            found[claim.id] = whole
    return found


def _populations(claims: list[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.detail, Toll) and claim.detail.measure is Measure.POPULATION:
            found[claim.report].append(claim)
    return found


def _implied(claim: Claim, populations: list[Claim], origins: Origins) -> Claim | None:
    """ "home to a million people, nearly 700,000 of them displaced": the displaced are of that million."""
    detail = claim.detail
    displaced = isinstance(detail, Toll) and detail.measure is Measure.DISPLACED
    if not displaced or claim.when.said or not populations or claim.report not in origins.reports:
        return None
    inside = [one for one in sentences(origins.reports[claim.report].text) if one.covers(claim.quote)]
    fits = [one for one in populations if origins.roots(one) == origins.roots(claim)
            and any(sentence.covers(one.quote) for sentence in inside)]  # fmt: skip
    return min(fits, key=lambda one: (abs(one.quote.start - claim.quote.start), one.id)) if fits else None
