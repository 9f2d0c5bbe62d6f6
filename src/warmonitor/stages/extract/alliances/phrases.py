"""Bonds that participles and adverbs tell: "forces loyal to Y", "X, formerly Y", "X renamed itself Y"."""

from collections.abc import Iterator

from warmonitor.model import Bond, Named
from warmonitor.stages.extract.alliances.records import Tied
from warmonitor.stages.extract.alliances.who import actors, has, is_actor, name
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.sentence import Sentence

_ALLIED = frozenset({"allied", "aligned"})
_REACH = 4


def by_phrase(sentence: Sentence, i: int) -> Iterator[Tied]:
    """Yield the bond that an adjective, participle or adverb tells."""
    word = sentence.low(i)
    if word in words("alliance", "loyal"):
        yield from _loyal(sentence, i, word)
    if word in words("alliance", "before"):
        yield from _formerly(sentence, i)
    if has(sentence, i, "renaming"):
        yield from _renamed(sentence, i)


def _loyal(sentence: Sentence, i: int, word: str) -> Iterator[Tied]:
    """Read "forces loyal to Y", "militants linked to Y", "a militia allied with Y"."""
    bond = Bond.ALLIED if word in _ALLIED else Bond.AFFILIATE
    party = sentence.head(i) if sentence.rel(i).split(":")[0] in {"acl", "amod", "advcl"} else None
    if party is None:
        told = sentence.children(i, "cop", "nsubj", "nsubj:pass")
        party = sentence.subject(i) if told else i - 1
    cases = words("alliance", "loyal_to")
    for other in (one for case, k in sentence.obliques(i) if case in cases for one in actors(sentence, k)):
        for one in actors(sentence, party):
            if one != other:
                yield Tied(bond, i, name(sentence, one), name(sentence, other), standing=True)


def _formerly(sentence: Sentence, i: int) -> Iterator[Tied]:
    """Read "X, formerly known as Y", "X (previously Y)": two names, the adverb between them."""
    known = [
        k
        for k in range(i + 1, min(len(sentence), i + _REACH))
        if sentence.lemma(k) in {"know", "call", "name"}
    ]
    start = (known[0] if known else i) + 1
    while start < len(sentence) and sentence.low(start) in {"as", "the", "called", '"', "“", "‘"}:
        start += 1
    before = i - 1
    while before >= 0 and sentence.upos(before) in {"PUNCT", "AUX", "ADV"}:
        before -= 1
    if start >= len(sentence) or before < 0:
        return
    old, new = _top(sentence, start), _top(sentence, before)
    if all(sentence.upos(k) == "PROPN" and is_actor(sentence, k) for k in (old, new)) and old != new:
        span = sentence.span_of(start, max(start, sentence.phrase_tokens(old)[1]))
        former = Named(span.of(sentence.text), span)
        yield Tied(Bond.FORMERLY, i, name(sentence, new), former, standing=True)


def _top(sentence: Sentence, i: int) -> int:
    """Return the head of the unbroken name that a word is part of."""
    inside = {"compound", "flat", "amod", "nmod"}
    while sentence.head(i) >= 0 and sentence.rel(i).split(":")[0] in inside:
        head = sentence.head(i)
        if any(sentence.upos(k) != "PROPN" for k in range(min(i, head), max(i, head) + 1)):
            break
        i = head
    return i


def _renamed(sentence: Sentence, verb: int) -> Iterator[Tied]:
    """Read "X renamed itself Y", "X rebranded as Y"."""
    after = [i for i in sentence.children(verb, "xcomp", "obj", "obl") if sentence.upos(i) == "PROPN"]
    for old in actors(sentence, sentence.subject(verb)):
        for new in after:
            if new > verb and new != old and is_actor(sentence, new) and sentence.upos(old) == "PROPN":
                yield Tied(Bond.FORMERLY, verb, name(sentence, new), name(sentence, old))
