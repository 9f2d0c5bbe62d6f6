"""Ways in which a stored name is near an asked one: by sound, across scripts, by consonants alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from warmonitor.reference.gazetteer.pool import Pool
from warmonitor.reference.gazetteer.romanise import romanised
from warmonitor.reference.gazetteer.spelling import norm, plain, skeleton, sound

_SHORTEST_SOUND = 4
_SHORTEST_SKELETON = 4
# Across scripts: how like the sounds must be at least, by the number of consonants, the last for all above.
_LIKE = (2.0, 0.85, 0.8, 0.7, 0.65)


# An Arabic article that is written together with its word.
_JOINED = re.compile(r"\b(?:al|el)(?=[a-z]{4})")


@dataclass(frozen=True, slots=True)
class Asked:
    """A name as keys in Latin letters: in `full` with its vowels, in `short` from a script without them."""

    full: tuple[str, ...]
    short: tuple[str, ...]

    @classmethod
    def of(cls, name: str) -> "Asked":
        """Return the keys of a name in any script."""
        key, ways = norm(name), romanised(name)
        full = ((key,) if key.isascii() and key else ()) + tuple(one.key for one in ways if not one.short)
        if _JOINED.search(plain(name)) and key.isascii():
            full += (norm(_JOINED.sub("", plain(name))),)
        return cls(tuple(dict.fromkeys(full)), tuple(one.key for one in ways if one.short))


def by_sound(asked: Asked, pool: Pool, shortest: int = _SHORTEST_SOUND) -> Iterator[int]:
    """Yield the places whose name sounds the same, in another transliteration of so many letters at least."""
    for key in asked.full:
        heard = sound(key)
        if len(heard) >= shortest:
            shelf = pool.shelf(key)
            yield from (shelf.names.places[row] for row in shelf.sounds.of(heard))


def by_script(asked: Asked, pool: Pool) -> Iterator[tuple[float, int]]:
    """Yield places whose name has the same consonants in another script, and how like they sound (0 to 1)."""
    # Arabic letters write v and w alike.
    for key in dict.fromkeys((*asked.full, *(one.replace("v", "w") for one in asked.full), *asked.short)):
        bones = skeleton(key)
        least = _LIKE[min(len(bones), len(_LIKE) - 1)]
        shelf, without = pool.shelf(key), key in asked.short
        for row in shelf.bones.of(bones):
            if without or shelf.names.short[row]:
                like = Indel.normalized_similarity(sound(key), shelf.heard[row])
                if like >= least:
                    yield like, shelf.names.places[row]


def by_consonants(asked: Asked, pool: Pool, shortest: int = _SHORTEST_SKELETON) -> Iterator[int]:
    """Yield the places whose name has the same consonants in the same script, so many at least."""
    for key in asked.full:
        bones = skeleton(key)
        if len(bones) >= shortest:
            names = pool.shelf(key).names
            rows = pool.shelf(key).bones.of(bones)
            yield from (names.places[row] for row in rows if not names.short[row])
