"""Names of other scripts in Latin letters, in the ways that English texts write them."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from warmonitor.reference.gazetteer.spelling import key_of, plain

# A name with many letters of two ways is written in this many at most.
MOST = 8
_ARABIC_ARTICLE = "ال"


# First letters that ways of transliterating a name exchange for each other.
_CLASSES = {letter: letters[0] for letters in ("ckqsxt", "dzjg", "aeiouhwyv", "pf") for letter in letters}


def begins(key: str) -> str:
    """Return the shelf that a key stands on: its first letter, or the one that stands for it."""
    return _CLASSES.get(key[:1], key[:1])


@dataclass(frozen=True, slots=True)
class Roman:
    """A name in Latin letters, as a key; `short` says that its script leaves short vowels out."""

    key: str
    short: bool


@dataclass(frozen=True, slots=True)
class Way:
    """How letters of one script are written; `final` are those at the end of a word."""

    script: re.Pattern[str]
    short: bool
    letters: dict[str, tuple[str, ...]]
    final: dict[str, tuple[str, ...]]

    def written(self, word: str) -> list[str]:
        """Return a word in Latin letters, the usual way first."""
        made, at = [""], 0
        while at < len(word):
            pair = self.letters.get(word[at : at + 2]) if at + 2 <= len(word) else None
            step = 2 if pair is not None else 1
            last = at + step == len(word) and at > 0
            one = word[at : at + step]
            ways = (self.final.get(one) if last else None) or pair or self.letters.get(one, (one,))
            made = [start + way for way in ways for start in made][:MOST]
            at += step
        return made


@lru_cache(maxsize=1)
def ways() -> tuple[Way, ...]:
    """Return the ways of data/letters.yml, in its order."""
    text = (files(__package__) / "data" / "letters.yml").read_text(encoding="utf-8")
    data: dict[str, dict[str, Any]] = yaml.safe_load(text)
    return tuple(_way(one) for one in data.values())


def _way(one: dict[str, Any]) -> Way:
    letters = {**one.get("pairs", {}), **one["letters"]}
    return Way(
        re.compile(f"[{one['range']}]"),
        bool(one.get("short")),
        {letter: tuple(way.split("|")) for letter, way in letters.items()},
        {letter: tuple(way.split("|")) for letter, way in one.get("final", {}).items()},
    )


@lru_cache(maxsize=65536)
def romanised(name: str) -> tuple[Roman, ...]:
    """Return the keys of a name in Latin letters, the usual ways first; none for a name that has them."""
    if name.isascii():
        return ()
    found: dict[str, Roman] = {}
    for way in ways():
        loose = unicodedata.normalize("NFKC", name.casefold())
        if way.script.search(loose):
            latin = way.script.search("ç") is not None
            for key in _keys(" ".join(loose.split()) if latin else plain(name), way):
                found.setdefault(key, Roman(key, way.short))
    return tuple(one for one in found.values() if one.key.isascii() and one.key)


def _keys(flat: str, way: Way) -> list[str]:
    made = [""]
    for word in flat.split(" "):
        bare = word[2:] if word.startswith(_ARABIC_ARTICLE) and len(word) > 4 else word
        made = [f"{start} {end}" if start else end for end in way.written(bare) for start in made][:MOST]
    return [key_of(plain(one)) for one in made]
