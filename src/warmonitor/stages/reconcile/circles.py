"""The far ends of a graph of who quotes whom: its roots, and circles that have none."""

from collections.abc import Iterable, Mapping

Quoting = Mapping[str, frozenset[str]]


def far_ends(quoting: Quoting, starts: Iterable[str]) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
    """Return the roots that the starts lead to, and each circle out of which no way leads to a root.

    A voice that quotes nobody, or speaks for itself too (it stands among those it quotes), is a root.
    Circles that touch are one. Time grows with the number of quotations.
    """
    reached = _reached(quoting, starts)
    roots = {one for one in reached if not quoting.get(one) or one in quoting[one]}
    lost = reached - _reached(_turned(quoting, reached), roots)
    return frozenset(roots), tuple(sorted(_joined(quoting, _quoted_in(quoting, lost))))


def _reached(quoting: Quoting, starts: Iterable[str]) -> set[str]:
    found = set(starts)
    waiting = list(found)
    while waiting:
        for other in quoting.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def _turned(quoting: Quoting, within: set[str]) -> Quoting:
    """Return the same graph with every quotation turned round."""
    back: dict[str, set[str]] = {}
    for one in within:
        for other in quoting.get(one, ()):
            back.setdefault(other, set()).add(one)
    return {one: frozenset(others) for one, others in back.items()}


def _quoted_in(quoting: Quoting, lost: set[str]) -> set[str]:
    """Return the lost voices without those that only lead into a circle, as no other of them quotes them."""
    by = dict.fromkeys(lost, 0)
    for one in lost:
        for other in quoting.get(one, frozenset()) & lost:
            by[other] += 1
    waiting = [one for one in lost if by[one] == 0]
    left = set(lost)
    while waiting:
        one = waiting.pop()
        left.discard(one)
        for other in quoting.get(one, frozenset()) & lost:
            by[other] -= 1
            waiting += [other] if by[other] == 0 else []
    return left


def _joined(quoting: Quoting, lost: set[str]) -> Iterable[tuple[str, ...]]:
    """Yield the voices of each circle: those that a chain of quotations joins, in either direction."""
    both: dict[str, set[str]] = {one: set() for one in lost}
    for one in lost:
        for other in quoting.get(one, frozenset()) & lost:
            both[one].add(other)
            both[other].add(one)
    joined = {one: frozenset(others) for one, others in both.items()}
    left = set(lost)
    for one in sorted(lost):
        if one in left:
            circle = _reached(joined, [one])
            left -= circle
            yield tuple(sorted(circle))
