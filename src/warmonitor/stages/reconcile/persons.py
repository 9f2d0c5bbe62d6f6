"""Names of persons counted: one person is counted once, however the name is spelt or shortened."""

from collections.abc import Iterable

from rapidfuzz.distance import Levenshtein

from warmonitor.model import fold
from warmonitor.reference.gazetteer.spelling import norm, skeleton, sound

PARTICLES = frozenset({"al", "el", "abu", "umm", "bin", "ibn", "de", "la", "dr", "mr", "mrs", "ms", "the"})
NEAR = 0.7  # likeness of how two spellings of one name part sound


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
    """Say whether two words are one name in two spellings: they sound alike and share their consonants."""
    if one == other:
        return True
    keys = norm(one), norm(other)
    near = Levenshtein.normalized_similarity(sound(keys[0]), sound(keys[1])) >= NEAR
    return near and skeleton(keys[0]) == skeleton(keys[1])
