"""Average-link clustering of things whose likeness is known pair by pair, the same in any order."""

from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[str, str]


def pair_of(one: str, other: str) -> Pair:
    """Return the two ids in order."""
    return (one, other) if one < other else (other, one)


def components(members: Iterable[str], ties: Iterable[Pair]) -> list[list[str]]:
    """Return the members in groups that any number of ties hold together, each sorted, first ones first."""
    head = {one: one for one in sorted(members)}

    def find(one: str) -> str:
        while head[one] != one:
            head[one] = head[head[one]]
            one = head[one]
        return one

    for first, second in ties:
        low, high = sorted((find(first), find(second)))
        head[high] = low
    groups: dict[str, list[str]] = {}
    for one in head:
        groups.setdefault(find(one), []).append(one)
    return list(groups.values())


def average_link(members: Sequence[str], likeness: Mapping[Pair, float], least: float) -> list[list[str]]:
    """Return clusters: the two most alike are joined while their members are `least` alike on average.

    A pair that is not in `likeness` counts 0. Ties fall to the ids, so that one set has one answer.
    (Average linkage, UPGMA: Sokal and Michener 1958.)
    """
    clusters: dict[str, list[str]] = {one: [one] for one in sorted(members)}
    sums: dict[str, dict[str, float]] = {one: {} for one in clusters}
    for (one, other), value in sorted(likeness.items()):
        if one in sums and other in sums:
            sums[one][other] = sums[other][one] = value
    best = {one: _best(one, clusters, sums) for one in clusters}
    while best:
        value, first, second = max((mean, a, b) for a, (mean, b) in best.items())
        if value < least or not second:
            break
        low, high = pair_of(first, second)
        touched = _join(low, high, clusters, sums)
        del best[high]
        best[low] = _best(low, clusters, sums)
        for one in touched:
            if best[one][1] in {low, high}:
                best[one] = _best(one, clusters, sums)
            else:
                best[one] = max(best[one], (_mean(one, low, clusters, sums), low))
    return [sorted(group) for _, group in sorted(clusters.items())]


def _join(low: str, high: str, clusters: dict[str, list[str]], sums: dict[str, dict[str, float]]) -> set[str]:
    """Put the second cluster into the first; return the clusters whose likeness to them has changed."""
    clusters[low] += clusters.pop(high)
    gone = sums.pop(high)
    for other, value in gone.items():
        del sums[other][high]
        if other != low:
            sums[low][other] = sums[other][low] = sums[low].get(other, 0.0) + value
    return {other for other in (*gone, *sums[low]) if other != low}


def _best(
    one: str, clusters: Mapping[str, list[str]], sums: Mapping[str, dict[str, float]]
) -> tuple[float, str]:
    """Return how alike the nearest cluster is on average, and its key; "" where there is none."""
    return max(((_mean(one, other, clusters, sums), other) for other in sums[one]), default=(0.0, ""))


def _mean(
    one: str, other: str, clusters: Mapping[str, list[str]], sums: Mapping[str, dict[str, float]]
) -> float:
    return round(sums[one][other] / (len(clusters[one]) * len(clusters[other])), 9)


def linked(members: Iterable[str], likeness: Mapping[Pair, float], least: float) -> list[list[str]]:
    """Return the clusters of `average_link`, one component of pairs that are `least` alike at a time.

    No two clusters are joined without a pair that is as alike as their average, so none spans two components.
    """
    found: list[list[str]] = []
    of_component: dict[str, int] = {}
    parts = components(members, (pair for pair, value in likeness.items() if value >= least))
    for number, part in enumerate(parts):
        of_component.update(dict.fromkeys(part, number))
    inside: list[dict[Pair, float]] = [{} for _ in parts]
    for (one, other), value in likeness.items():
        if one in of_component and of_component[one] == of_component.get(other):
            inside[of_component[one]][one, other] = value
    for part, alike in zip(parts, inside, strict=True):
        found += average_link(part, alike, least)
    return found
