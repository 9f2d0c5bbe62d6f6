"""One name in many spellings: keys under which spellings of one place meet.

Imports nothing of ours, because the build hook loads this file before the package exists; its words are
those of data/spelling.yml.
"""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

import yaml

_SILENT = re.compile(r"['`\u2018\u2019\u02bb\u02bc\u02bd\u02be\u02bf\u02b9\u2032\u0640\u00b4\u02b0.]")
_APART = re.compile(r"[^\w]+|_+")
_SINGLE = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"}
    | {"ə": "a", "ħ": "h", "ʿ": "", "ʾ": "", "ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك", "ˈ": ""}
)
_WORDS = yaml.safe_load(Path(__file__).with_name("data").joinpath("spelling.yml").read_text(encoding="utf-8"))
_ARTICLES = frozenset(_WORDS["articles"].split())
_FIRST_WORDS: dict[str, str] = _WORDS["first_words"]
_FIRST = {variant: word for word, variants in _FIRST_WORDS.items() for variant in variants.split()}

_SOUND = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"tch|tsch", "sh"),
        (r"shch|sch", "sh"),
        (r"kh|q|ck", "k"),
        (r"c(?=[eiy])", "s"),
        (r"ch", "sh"),
        (r"c", "k"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"ph", "f"),
        (r"dj|zh", "j"),
        (r"x", "ks"),
        (r"tz", "ts"),
        (r"(?<=[aeiou])h(?=[bcdfgjklmnpqrstvwxz]|$)", ""),
        (r"e?i?[jy][ei]?v$|[eyo]v$", "iv"),
        (r"ou|oo|oe|aw|au|ow|w|o", "u"),
        (r"ei|ey|ay|ai|ie|ia$|yi|iy|y|e", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=.{3})[ai]+$", "a"),
    )
)
_SKELETON = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"shch|tch|sch|sh|ch", "š"),
        (r"kh", "x"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"ph", "f"),
        (r"dj|zh", "j"),
        (r"q|ck|c", "k"),
        (r"[aeiouyhw]", ""),
        (r"(.)\1+", r"\1"),
    )
)


def is_generic(name: str) -> bool:
    """Say whether a name is no more than a first word that many share: Kafr, Tell, Deir."""
    return norm(name) in _FIRST_WORDS


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """Return the name in small letters without diacritics, apostrophes and hyphens."""
    bare = name.casefold()
    if not bare.isascii():
        loose = unicodedata.normalize("NFKD", bare.translate(_SINGLE))
        bare = "".join(c for c in loose if not unicodedata.combining(c)).translate(_SINGLE).casefold()
    return " ".join(_APART.sub(" ", _SILENT.sub("", bare)).split())


def norm(name: str) -> str:
    """Return the key of a name: `plain`, articles dropped, shared first words in one form, no spaces."""
    return key_of(plain(name))


@lru_cache(maxsize=65536)
def key_of(flat: str) -> str:
    """Return the key of a name that is `plain` already."""
    words = flat.split(" ")
    kept = [_FIRST.get(_arabic(w), _arabic(w)) for w in words if w not in _ARTICLES] or words
    return "".join(kept)


def _arabic(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


@lru_cache(maxsize=65536)
def sound(key: str) -> str:
    """Return a coarser key of a `norm` key, in which ways of transliterating one name meet."""
    for pattern, new in _SOUND:
        key = pattern.sub(new, key)
    return key


@lru_cache(maxsize=65536)
def skeleton(key: str) -> str:
    """Return the consonants of a `norm` key that transliterations agree on; weak alone."""
    for pattern, new in _SKELETON:
        key = pattern.sub(new, key)
    return key
