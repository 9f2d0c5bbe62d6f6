"""Names of persons counted: one person is counted once, however the name is spelt or shortened."""

from collections.abc import Iterable

from rapidfuzz.distance import Levenshtein

from warmonitor.model import fold

PARTICLES = frozenset({"al", "el", "abu", "umm", "bin", "ibn", "de", "la", "dr", "mr", "mrs", "ms", "the"})
NEAR = 0.75  # likeness of two spellings of one name part


def distinct(names: Iterable[str]) -> list[str]:
    """Return the fullest name of each person, in a fixed order."""
    found: list[str] = []
    for name in sorted(set(names), key=lambda one: (-len(_parts(one)), one)):
        if _parts(name) and not any(_same(name, other) for other in found):
            found.append(name)
    return found


def _parts(name: str) -> list[str]:
    words = fold(name).replace("-", " ").split()
    return [word for word in words if word not in PARTICLES] or words


def _same(short: str, full: str) -> bool:
    """Say whether all parts of the shorter name stand in the fuller one, in order, the first as its first."""
    one, other = _parts(short), _parts(full)
    if not _alike(one[0], other[0]):
        return False
    rest = iter(other[1:])
    return all(any(_alike(part, candidate) for candidate in rest) for part in one[1:])


def _alike(one: str, other: str) -> bool:
    return one == other or Levenshtein.normalized_similarity(one, other) >= NEAR
