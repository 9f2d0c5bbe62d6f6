"""Names that may be spellings of one another, found by keys that such spellings share, not one by one."""

from collections import defaultdict
from collections.abc import Hashable, Iterator

from warmonitor.reference.gazetteer import edits_allowed
from warmonitor.reference.gazetteer.spelling import norm, skeleton, sound

# An end that transliterations from Burmese, Shan and Chinese write or leave out.
NASAL = "ng"


class NearNames:
    """Names by number, in the order of coming; `near` gives the few that a rule of spelling can join."""

    def __init__(self) -> None:
        self._shelves: defaultdict[Hashable, list[int]] = defaultdict(list)
        self._count = 0

    def add(self, name: str) -> None:
        """Take in one more name; it has the next number, from 0."""
        key = norm(name)
        for shelf in (*_alike(key), (key[:1], len(key))):
            self._shelves[shelf].append(self._count)
        self._count += 1

    def near(self, name: str) -> list[int]:
        """Return the numbers of the names that may be spellings of this one, the first first."""
        found = {number for shelf in _asked(norm(name)) for number in self._shelves.get(shelf, ())}
        return sorted(found)


def _alike(key: str) -> tuple[Hashable, ...]:
    return ("is", key), ("sound", sound(key)), ("bones", skeleton(key))


def _asked(key: str) -> Iterator[Hashable]:
    yield from _alike(key)
    yield "is", key + NASAL
    yield "is", key.removesuffix(NASAL)
    most = edits_allowed(key)
    for length in range(len(key) - most, len(key) + most + 1):
        yield key[:1], length
