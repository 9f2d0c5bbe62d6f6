"""Names that several places bear and nothing decides between: an issue each, and nothing guessed."""

from collections.abc import Mapping, Sequence

from warmonitor.model import Claim, Issue, Report
from warmonitor.stages.ground.places.settle import Settled

CODE = "place-ambiguous"


def ambiguous(
    claims: Sequence[Claim], places: Mapping[str, Settled], reports: Mapping[str, Report]
) -> list[Issue]:
    """Return an issue for each name in each report that stands for one of many places; `places` are by id."""
    found = {
        Issue(CODE, reports[claim.report].source, _said(named.name or named.said, place.namesakes))
        for claim in claims
        if claim.report in reports
        for named in claim.where
        if (place := places.get(named.id or "")) is not None and place.namesakes
    }
    return sorted(found)


def _said(name: str, namesakes: int) -> str:
    return (
        f"“{name}” is the name of {namesakes} places and nothing in the report tells which; it is left open."
    )
