"""Runs of capitalised words that make one name, so that a parser may see them as one word."""

from collections.abc import Sequence
from functools import lru_cache

from warmonitor.language.en.lexicon import load_lexicon
from warmonitor.language.en.tokens import Token

_SHOUTING = 0.85  # the share of capitals above which a sentence is a headline or upper case throughout
_LEAST = 4
_STAND_IN = "NATO"  # an acronym that the parser knows for a name


def join_names(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with each run of capitalised words as one token: "Khan Yunis", "Deir al-Balah".

    A first word that is a common word of English stays apart, and so do words of time; a sentence that is
    capitalised throughout is returned as it is.
    """
    if _shouts(tokens):
        return list(tokens)
    joined: list[Token] = []
    first = 0
    while first < len(tokens):
        last = _run(tokens, first)
        joined.append(tokens[first] if last == first else _one(tokens, first, last))
        first = last + 1
    return joined


def as_seen(tokens: Sequence[Token]) -> list[str]:
    """Return the words as a parser is to see them: a name by its last word, "WHO" and "IS" as names.

    Capitals tell a name from the small word that is spelt like it only where the sentence has small letters.
    """
    words = [token.text.rsplit(" ", 1)[-1] for token in tokens]
    if _shouts(tokens):
        return words
    return [_STAND_IN if _is_hidden_name(word) else word for word in words]


def as_told(token: Token, seen: str) -> str:
    """Return a token's whole words, with the stand-in where the parser sees one."""
    return token.text if token.text.endswith(seen) else seen


def _is_hidden_name(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.lower() in _small_words()


def _one(tokens: Sequence[Token], first: int, last: int) -> Token:
    words = " ".join(t.text for t in tokens[first : last + 1])
    return Token(words, tokens[first].start, tokens[last].end)


def _shouts(tokens: Sequence[Token]) -> bool:
    long = [t.text for t in tokens if t.text[:1].isalpha() and len(t.text) >= _LEAST]
    words = [w for w in long if w.isupper() or w.lower() not in _function_words()]
    return len(words) >= _LEAST and sum(w[:1].isupper() for w in words) > _SHOUTING * len(words)


def _run(tokens: Sequence[Token], first: int) -> int:
    """Return the last token of the run that starts at first; first itself where none does."""
    if tokens[first].text in _particles() and _described(tokens, first):
        return first + 1  # "al Qaida-linked"
    if not _is_name(tokens[first].text) or (first == 0 and tokens[0].text.lower() in _common()):
        return first
    last = first
    while last + 1 < len(tokens) and _near(tokens, last):
        if _is_name(tokens[last + 1].text):
            last += 1
        elif tokens[last + 1].text in _particles() and last + 2 < len(tokens) and _near(tokens, last + 1):
            if not _is_name(tokens[last + 2].text):
                break
            last += 2
        else:
            break
    return last


def _described(tokens: Sequence[Token], first: int) -> bool:
    """Say whether a particle and the word after it make one adjective."""
    if first + 1 >= len(tokens) or not _near(tokens, first):
        return False
    word = tokens[first + 1].text
    return word[:1].isupper() and word.endswith(_adjectival())


def _near(tokens: Sequence[Token], i: int) -> bool:
    return 0 < tokens[i + 1].start - tokens[i].end <= 1


def is_capital(word: str) -> bool:
    """Say whether a word begins with a capital, after an article that belongs to it: "al-Shaddadi"."""
    bare = word[3:] if word[:3].lower() in _articles() else word
    return bare[:1].isalpha() and bare[:1].isupper()


def _is_name(word: str) -> bool:
    if not is_capital(word) or word.endswith(_adjectival()):
        return False
    return word.lower().rstrip(".") not in _apart()


@lru_cache
def _function_words() -> frozenset[str]:
    return frozenset(load_lexicon("function_words")["function_words"])


@lru_cache
def _small_words() -> frozenset[str]:
    """Return the function words of English that acronyms are spelt like."""
    return frozenset(load_lexicon("names")["small"].split())


@lru_cache
def _adjectival() -> tuple[str, ...]:
    """Return the endings of compounds that describe a name and are none: "-backed", "-held"."""
    return tuple(load_lexicon("names")["adjectival"])


@lru_cache
def _articles() -> frozenset[str]:
    return frozenset(load_lexicon("names")["articles"])


@lru_cache
def _particles() -> frozenset[str]:
    return frozenset(load_lexicon("names")["particles"])


@lru_cache
def _apart() -> frozenset[str]:
    """Return capitalised words that are no part of a longer name: times, "I", demonyms before a noun."""
    return frozenset(load_lexicon("names")["apart"].split())


@lru_cache
def _common() -> frozenset[str]:
    return frozenset(load_lexicon("names")["common"].split())
