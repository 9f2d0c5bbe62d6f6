"""Counts said to take the place of an earlier one ("lowered its estimate to 60"): they join that one."""

from warmonitor.model import PlaceIndex
from warmonitor.stages.reconcile.columns import Column
from warmonitor.stages.reconcile.counted import Counted, areas_fit, load_updates

RESTATED_DAYS = 60  # at most, between a count and the one that takes its place


def with_restated(found: list[Column], places: PlaceIndex) -> list[Column]:
    """Move each restated count that stands alone to the one column in which its origin gave it before."""
    kept = list(found)
    for column in found:
        if len(column.tolls) == 1 and _restates(column.first):
            homes = [other for other in kept if other is not column and _before(column.first, other, places)]
            if len(homes) == 1:
                homes[0].tolls.append(column.first)
                kept = [other for other in kept if other is not column]
    return kept


def _restates(toll: Counted) -> bool:
    return any(link.cue in load_updates()["restated"] for link in toll.claim.attribution)


def _before(toll: Counted, column: Column, places: PlaceIndex) -> bool:
    """Say whether a column holds an earlier count by the same origin of the same people and measure."""
    if column.first.key != toll.key or False in [areas_fit(toll, one, places) for one in column.tolls]:
        return False
    return any(_earlier(one, toll) for one in column.tolls)


def _earlier(one: Counted, toll: Counted) -> bool:
    if one.told is None or toll.told is None or not set(one.origins) & set(toll.origins):
        return False
    return 0 < (toll.told - one.told).days <= RESTATED_DAYS
