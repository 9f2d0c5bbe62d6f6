"""Bonds that verbs tell: "X backs Y", "X armed Y", "X joined Y", "X split from Y", "X swore loyalty to Y"."""

from collections.abc import Iterator

from warmonitor.model import Bond
from warmonitor.stages.extract.alliances.records import Tied
from warmonitor.stages.extract.alliances.who import actors, doers, goal, has, name, under
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.sentence import Sentence

_BY = frozenset({"by"})
_WITH = frozenset({"with"})
_TO = frozenset({"to"})
_FROM = frozenset({"from"})


def by_verb(sentence: Sentence, verb: int) -> Iterator[Tied]:
    """Yield the bonds that a verb tells of its subject and what it is done to."""
    for key, reader in _READERS:
        if has(sentence, verb, key):
            found = list(reader(sentence, verb))
            yield from found
            if found:
                return


def _backing(sentence: Sentence, verb: int) -> Iterator[Tied]:
    """Read "X backs Y", "Y, backed by X", "Y is funded by X"."""
    bond = Bond.ARMED if has(sentence, verb, "arming") else Bond.BACKED
    lasting = sentence.is_passive(verb) or "Tense=Past" not in sentence.feats(verb)
    for one, other in _doers_and_objects(sentence, verb):
        yield Tied(bond, verb, name(sentence, other), name(sentence, one), standing=lasting)


def _giving(sentence: Sentence, verb: int) -> Iterator[Tied]:
    """Read "X supplied Y with arms", "X sent arms to Y", "X gave Y arms"."""
    things = [i for i in sentence.children(verb, "obj", "obl", "nsubj:pass") if _is_means(sentence, i)]
    if not things:
        return
    first, last = sentence.phrase_tokens(things[0])[0], max(sentence.conjuncts(things[0]))
    means = sentence.words_of(sentence.span_of(first, last))
    whom = [i for i in sentence.children(verb, "iobj", "obj", "nsubj:pass") if i not in things]
    whom += under(sentence, [verb, things[0]], words("alliance", "receiving"))
    for giver in _givers(sentence, verb, things[0]):
        for one in (one for i in whom for one in actors(sentence, i) if one != giver):
            yield Tied(Bond.ARMED, verb, name(sentence, one), name(sentence, giver), means)


def _givers(sentence: Sentence, verb: int, thing: int) -> list[int]:
    if not sentence.is_passive(verb):
        return doers(sentence, verb)
    return [one for i in under(sentence, [verb, thing], _BY) for one in actors(sentence, i)]


def _is_means(sentence: Sentence, i: int) -> bool:
    return any(has(sentence, k, "means") for k in sentence.conjuncts(i))


def _allying(sentence: Sentence, verb: int) -> Iterator[Tied]:
    """Read "X is allied with Y", "X sided with Y", "X teamed up with Y"."""
    yield from _with(sentence, [verb], words("alliance", "allying_with"), Bond.ALLIED)


def _fighting(sentence: Sentence, verb: int) -> Iterator[Tied]:
    """Read "X fights alongside Y"."""
    yield from _with(sentence, [verb], words("alliance", "beside"), Bond.ALLIED)


def _forming(sentence: Sentence, verb: int) -> Iterator[Tied]:
    """Read "X formed an alliance with Y"."""
    pact = goal(sentence, verb, "pacts")
    if pact is not None:
        yield from _with(sentence, [verb, pact], _WITH, Bond.ALLIED)


def _joining(sentence: Sentence, verb: int) -> Iterator[Tied]:
    """Read "X joined forces with Y", "X joined Y"; one person alone joins no alliance."""
    if verb + 1 < len(sentence) and sentence.low(verb + 1) == "forces":
        yield from _with(sentence, [verb, verb + 1], _WITH, Bond.ALLIED)
        return
    if not sentence.is_passive(verb):
        for one, other in _doers_and_objects(sentence, verb):
            if not _meets(sentence, other):
                yield Tied(Bond.JOINED, verb, name(sentence, one), name(sentence, other))


def _meets(sentence: Sentence, other: int) -> bool:
    """Say whether a person is joined, as at a meeting, rather than a body."""
    first, last = sentence.phrase_tokens(other)
    return any(has(sentence, i, "persons") for i in range(first, last + 1))


def _merging(sentence: Sentence, verb: int) -> Iterator[Tied]:
    """Read "X merged with Y", "X was merged into Y"."""
    yield from _with(sentence, [verb], words("alliance", "merging_with"), Bond.JOINED)


def _defecting(sentence: Sentence, verb: int) -> Iterator[Tied]:
    """Read "X defected to Y", "X defected from Y"."""
    yield from _with(sentence, [verb], _TO, Bond.JOINED)
    yield from _with(sentence, [verb], _FROM, Bond.SPLIT)


def _splitting(sentence: Sentence, verb: int) -> Iterator[Tied]:
    """Read "X split from Y", "X broke away from Y", "X broke with Y"."""
    yield from _with(sentence, [verb], words("alliance", "splitting_from"), Bond.SPLIT)


def _cutting(sentence: Sentence, verb: int) -> Iterator[Tied]:
    """Read "X cut ties with Y"."""
    ties = goal(sentence, verb, "ties")
    if ties is not None:
        found = _with(sentence, [verb, ties], _WITH, Bond.ALLIED)
        yield from (Tied(one.bond, one.token, one.party, one.counterparty, ended=True) for one in found)


def _pledging(sentence: Sentence, verb: int) -> Iterator[Tied]:
    """Read "X pledged allegiance to Y"."""
    oath = goal(sentence, verb, "oaths")
    if oath is not None:
        yield from _with(sentence, [verb, oath], _TO, Bond.PLEDGED)


def _doers_and_objects(sentence: Sentence, verb: int) -> Iterator[tuple[int, int]]:
    """Yield (who does it, whom it is done to), in the passive too."""
    passive = sentence.is_passive(verb)
    by = [one for i in under(sentence, [verb], _BY) for one in actors(sentence, i)] if passive else []
    for one in by if passive else doers(sentence, verb):
        yield from ((one, other) for other in actors(sentence, sentence.object(verb)) if other != one)


def _with(sentence: Sentence, heads: list[int], cases: frozenset[str], bond: Bond) -> Iterator[Tied]:
    """Yield the bond of the first word's subject to what stands after one of some prepositions."""
    verb = heads[0]
    others = [one for i in under(sentence, heads, cases) for one in actors(sentence, i)]
    lasting = sentence.is_passive(verb)
    for party in doers(sentence, verb) if others else ():
        for other in others:
            if other != party:
                yield Tied(bond, verb, name(sentence, party), name(sentence, other), standing=lasting)


_READERS = (
    ("backing", _backing), ("arming", _backing), ("giving", _giving), ("allying", _allying),
    ("fighting", _fighting), ("forming", _forming), ("joining", _joining), ("merging", _merging),
    ("defecting", _defecting), ("cutting", _cutting), ("splitting", _splitting), ("pledging", _pledging),
)  # fmt: skip
