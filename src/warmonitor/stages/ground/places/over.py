"""The record of one place that several sets of reports tell of."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, replace

from warmonitor.model import Place, PlacePart, PlacePrecision

_NARROW_FIRST = list(PlacePrecision)


def one_place(parts: Sequence[PlacePart]) -> Place:
    """Return a place by its narrowest record, with all names seen; the same for any order.

    It goes by the name that most mentions use, of those by which the records call it.
    """
    if len(parts) == 1:
        return parts[0].place
    best = min((part.place for part in parts), key=_rank)
    reasons = {reason for part in parts for reason in part.place.because.split("; ") if reason}
    return replace(
        best,
        name=_name(parts),
        names_seen=tuple(sorted({name for part in parts for name in part.place.names_seen})),
        because="; ".join(sorted(reasons)),
    )


def _rank(place: Place) -> tuple[object, ...]:
    return place.latitude is None, _NARROW_FIRST.index(place.precision), str(astuple(place))


def _name(parts: Sequence[PlacePart]) -> str:
    said: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    for part in parts:
        said.update({one.said: one.times for one in part.called})
        shown[part.place.name] += sum(one.times for one in part.called)
    return min(shown, key=lambda name: (-said[name], -shown[name], name))
