"""Bonds within a word: "X-backed rebels", "the X-allied militia"."""

from collections.abc import Iterator
from functools import lru_cache

from warmonitor.model import Bond, Named, Span
from warmonitor.reference.actors import load_actors
from warmonitor.stages.extract.alliances.records import Tied
from warmonitor.stages.extract.alliances.who import is_actor, name
from warmonitor.stages.extract.cues import table
from warmonitor.stages.extract.sentence import Sentence

_HYPHENS = "-‐‑"
_LONGEST = 3


def by_compound(sentence: Sentence, i: int) -> Iterator[Tied]:
    """Yield the bond that a hyphenated word before a noun tells."""
    word = sentence.low(i)
    at = max(word.rfind(mark) for mark in _HYPHENS)
    bond = _endings().get(word[at + 1 :]) if at > 0 else None
    noun = _noun(sentence, i)
    if bond is None or noun is None:
        return
    backer = _backer(sentence, i, at)
    if backer is not None:
        yield Tied(bond, i, name(sentence, noun), backer, standing=True)


@lru_cache(maxsize=1)
def _endings() -> dict[str, Bond]:
    return {word: Bond(bond) for bond, kept in table("alliance", "endings").items() for word in kept.split()}


def _noun(sentence: Sentence, i: int) -> int | None:
    """Return the actor that the word describes."""
    head = sentence.head(i)
    if head > i and is_actor(sentence, head):
        return head
    after = i + 1
    while (
        after < len(sentence)
        and after - i <= _LONGEST + 1
        and sentence.upos(after) in {"ADJ", "PROPN", "NOUN"}
    ):
        if is_actor(sentence, after) and not _goes_on(sentence, after):
            return after
        after += 1
    return None


def _goes_on(sentence: Sentence, i: int) -> bool:
    return i + 1 < len(sentence) and sentence.upos(i + 1) in {"NOUN", "PROPN"}


def _backer(sentence: Sentence, i: int, at: int) -> Named | None:
    """Return who stands before the hyphen, with the capital words of the same name before it."""
    token = sentence.tokens[i]
    if not token.text[:1].isupper():
        return None
    first = i
    while first > 0 and i - first < _LONGEST and _same_name(sentence, first - 1):
        first -= 1
    span = Span(sentence.tokens[first].start, token.start + at)
    return Named(span.of(sentence.text), span)


def _same_name(sentence: Sentence, i: int) -> bool:
    """Say whether the word before is one name with what follows: "Islamic State-linked"."""
    word = sentence.word(i)
    plain = word[:1].isupper() and word.isalpha() and sentence.upos(i) in {"PROPN", "ADJ"}
    state = load_actors().state(word)
    return plain and i not in sentence.dated_tokens and (state is None or state[1] != "adjective")
