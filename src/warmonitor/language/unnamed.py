"""Speakers whom no text names: pronouns, an outlet's own people, and what tells two unnamed sources apart."""

from functools import lru_cache

from warmonitor.language.en.lexicon import load_lexicon
from warmonitor.model import fold

MOST_WORDS = 6  # words that can tell one unnamed source from another
_SHORT = 3


def is_nameless(said: str) -> bool:
    """Say whether the words name nobody: "he", "who"."""
    return fold(said) in _words("nameless") or not fold(said)


def is_description(said: str) -> bool:
    """Say whether the words describe somebody without a name: none but an article has a capital letter."""
    words = said.split()
    if words and fold(words[0]) in _words("articles"):
        words = words[1:]
    return not any(word[:1].isupper() for word in words)


def is_own_reporter(said: str) -> bool:
    """Say whether the words are an outlet's for its own people: "our correspondent in the town"."""
    words = fold(said).split()
    return bool(words) and words[0] in _words("own") and is_reporter(said)


def is_reporter(said: str) -> bool:
    """Say whether the words speak of reporters: "an agency journalist at the scene"."""
    return any(_single(word) in _words("reporters") for word in fold(said).split())


def telling_words(said: str) -> frozenset[str]:
    """Return what tells an unnamed source from others; empty for "a local source", which may be any."""
    found = (_first_name(_single(word)) for word in fold(said).split())
    return frozenset(sorted({word for word in found if word not in _words("vague")})[:MOST_WORDS])


def _single(word: str) -> str:
    if word.endswith(("sses", "ches")):
        return word[:-2]
    plural = word.endswith("s") and not word.endswith(("ss", "us")) and len(word) > _SHORT
    return word[:-1] if plural else word


def _first_name(word: str) -> str:
    return _same().get(word, word)


@lru_cache
def _same() -> dict[str, str]:
    return {word: row[0] for row in load_lexicon("speakers")["same"] for word in row}


@lru_cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_lexicon("speakers")[name])
