"""Things tied in pairs, gathered into groups through as many ties as it takes."""

from collections.abc import Iterable


def group(count: int, ties: Iterable[tuple[int, int]]) -> list[int]:
    """Return, for each of `count` places, the least place that it is tied to through any number of ties."""
    head = list(range(count))

    def find(place: int) -> int:
        while head[place] != place:
            head[place] = head[head[place]]
            place = head[place]
        return place

    for first, second in ties:
        low, high = sorted((find(first), find(second)))
        head[high] = low
    return [find(place) for place in range(count)]
