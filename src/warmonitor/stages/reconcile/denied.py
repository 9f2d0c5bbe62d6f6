"""How far the denial of a toll reaches: the same people, those among them, or a whole that has them."""

from warmonitor.model import Agreed, Alignment, Attack, Control, Quantity, Toll
from warmonitor.stages.reconcile.counted import load_people, people_of

NOTHING, WHOLE_ONLY, PART, SAME = range(4)


def reach_of(denied: Toll, told: Toll | Control | Attack | Agreed | Alignment | None) -> int:
    """Return how surely a denial is of this toll: SAME, PART (of those denied), WHOLE_ONLY, or NOTHING.

    "No civilians were killed" denies children killed; of fighters it says nothing, and of twelve people
    only that civilians were among them. A denied number denies counts of that number before others.
    """
    if not isinstance(told, Toll):
        return NOTHING
    one, other = people_of(denied.of, denied.measure), people_of(told.of, told.measure)
    if one in {other, "people"}:
        return SAME if _numbers_meet(denied.quantity, told.quantity) else PART
    if other == "people":
        return WHOLE_ONLY
    return PART if _among(other, one) else NOTHING


def _numbers_meet(denied: Quantity, told: Quantity) -> bool:
    if denied.best is None:
        return True
    low, high = told.low or 0, told.high if told.high is not None else told.best
    return low <= denied.best and (high is None or denied.best <= high)


def _among(part: str, whole: str) -> bool:
    members: dict[str, list[str]] = load_people()["among"]
    return part.rsplit(maxsplit=1)[-1] in members.get(whole.rsplit(maxsplit=1)[-1], ())
