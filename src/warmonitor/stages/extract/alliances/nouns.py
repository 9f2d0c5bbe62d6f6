"""Bonds that nouns tell: "an affiliate of Y", "Y's armed wing", "X's support for Y", "X, the former Y"."""

from collections.abc import Iterator

from warmonitor.model import Bond
from warmonitor.stages.extract.alliances.records import Tied
from warmonitor.stages.extract.alliances.who import actors, has, is_actor, name
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.sentence import Sentence

_BONDS = (
    ("parts", Bond.AFFILIATE), ("offshoots", Bond.SPLIT), ("proxies", Bond.BACKED), ("allies", Bond.ALLIED),
)  # fmt: skip
_NAMED = frozenset({"PROPN"})
_FORMER = "former"


def by_noun(sentence: Sentence, noun: int) -> Iterator[Tied]:
    """Yield the bonds that a noun tells of whom it is said of."""
    if has(sentence, noun, "support"):
        yield from _support(sentence, noun)
        return
    yield from _former(sentence, noun)
    for key, bond in _BONDS:
        if has(sentence, noun, key):
            yield from _part(sentence, noun, bond)
    yield from _breakaway(sentence, noun)


def _part(sentence: Sentence, noun: int, bond: Bond) -> Iterator[Tied]:
    """Read "X, an affiliate of Y", "X is Y's armed wing", "the Y affiliate X"."""
    for party in _said_of(sentence, noun):
        for other in _owners(sentence, noun):
            if other != party:
                yield Tied(bond, noun, name(sentence, party), name(sentence, other), standing=True)


def _said_of(sentence: Sentence, noun: int) -> list[int]:
    """Return whom a noun is said of: the name it stands beside, or the subject of "is an affiliate"."""
    near = sentence.children(noun, "appos", "flat")
    if sentence.rel(noun).split(":")[0] in {"appos", "compound", "flat", "nmod"} and not sentence.case(noun):
        near.append(sentence.head(noun))
    if sentence.children(noun, "cop"):
        near += sentence.children(noun, "nsubj")
    found = [one for i in near if i >= 0 for one in actors(sentence, i)]
    return found or _behind(sentence, noun)


def _behind(sentence: Sentence, noun: int) -> list[int]:
    """Return the name right behind a noun: "the Y affiliate X"."""
    after = noun + 1
    named = after < len(sentence) and sentence.upos(after) == "PROPN" and after not in sentence.dated_tokens
    return [sentence.head(after) if sentence.head(after) > after else after] if named else []


def _owners(sentence: Sentence, noun: int) -> list[int]:
    """Return whose a noun is: "of Y", "Y's", "Y affiliate"."""
    of = [i for case, i in sentence.obliques(noun) if case in {"of", "to"}]
    own = [i for i in sentence.children(noun, "nmod:poss", "compound", "nmod", "amod") if i < noun]
    kept = [i for i in own if sentence.upos(i) in _NAMED or sentence.word(i)[:1].isupper()]
    return [one for i in of + kept for one in actors(sentence, i)]


def _breakaway(sentence: Sentence, noun: int) -> Iterator[Tied]:
    """Read "X, a breakaway faction of Y"."""
    breaking = words("alliance", "breaking")
    if not any(sentence.low(i) in breaking for i in sentence.children(noun, "amod", "compound")):
        return
    of = [i for case, i in sentence.obliques(noun) if case in {"of", "from"}]
    for party in _said_of(sentence, noun):
        for other in (one for i in of for one in actors(sentence, i)):
            if other != party:
                yield Tied(Bond.SPLIT, noun, name(sentence, party), name(sentence, other), standing=True)


def _support(sentence: Sentence, noun: int) -> Iterator[Tied]:
    """Read "X's support for Y", "Y advanced with the backing of X", "Y enjoys X's support"."""
    givers = [i for case, i in sentence.obliques(noun) if case in words("alliance", "support_from")]
    givers += [i for i in sentence.children(noun, "nmod:poss", "amod", "compound", "nmod") if i < noun]
    whom = [i for case, i in sentence.obliques(noun) if case in words("alliance", "support_for")]
    verb = sentence.head(noun)
    if not whom and verb >= 0 and (sentence.case(noun) == "with" or _enjoyed(sentence, noun, verb)):
        subject = sentence.subject(verb)
        whom = [] if subject is None else [subject]
    for giver in (one for i in givers if sentence.word(i)[:1].isupper() for one in actors(sentence, i)):
        for party in (one for i in whom for one in actors(sentence, i)):
            if party != giver:
                yield Tied(Bond.BACKED, noun, name(sentence, party), name(sentence, giver), standing=True)


def _enjoyed(sentence: Sentence, noun: int, verb: int) -> bool:
    return sentence.rel(noun) == "obj" and has(sentence, verb, "enjoying")


def _former(sentence: Sentence, noun: int) -> Iterator[Tied]:
    """Read "X, the former Y,": a name in apposition to another."""
    former = any(sentence.low(i) == _FORMER for i in sentence.children(noun, "amod", "advmod"))
    if not former or sentence.upos(noun) != "PROPN" or sentence.rel(noun) != "appos":
        return
    party = sentence.head(noun)
    if party >= 0 and sentence.upos(party) == "PROPN" and is_actor(sentence, party):
        yield Tied(Bond.FORMERLY, noun, name(sentence, party), name(sentence, noun), standing=True)
