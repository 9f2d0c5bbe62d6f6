"""Which places are cut off by the true course: searched over the roads, apart from the program."""

from collections import deque
from collections.abc import Mapping

from eval.campaign.land import Land


def cut_off(land: Land, held: Mapping[str, tuple[str, bool]]) -> frozenset[str]:
    """Return the places from which no road leads out over ground of their own side.

    `held` has, by place, who holds it and whether nobody fights for it inside. A way out ends at an exit of
    the land that the same side holds; a place that is fought over lets nobody through, nor out.
    """
    reached: set[str] = set()
    queue = deque(place for place in land.exits if held[place][1])
    reached.update(queue)
    while queue:
        place = queue.popleft()
        for other in land.near(place):
            if other not in reached and held[other] == (held[place][0], True):
                reached.add(other)
                queue.append(other)
    fought = {place for place, (_, calm) in held.items() if not calm}
    edge = {place for place in fought if place in land.exits or _own_beside(land, place, held, reached)}
    return frozenset(set(held) - reached - edge)


def _own_beside(land: Land, place: str, held: Mapping[str, tuple[str, bool]], reached: set[str]) -> bool:
    """Say whether the side that holds a fought-over place reaches it by a road from its own ground."""
    return any(other in reached and held[other][0] == held[place][0] for other in land.near(place))
