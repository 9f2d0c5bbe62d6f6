"""Who can be a party to an alliance, and the words for it."""

from collections.abc import Iterator

from warmonitor.language.en.lexicon import bases
from warmonitor.model import Named
from warmonitor.stages.extract.attacks.blame import is_force
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import named
from warmonitor.stages.extract.tree import RELATIVE

_MEANT = frozenset({"which", "that", "who", "whom"})
_PASSED = frozenset({"AUX", "ADV", "PART", "PUNCT"})
Cases = frozenset[str]


def has(sentence: Sentence, i: int, key: str) -> bool:
    """Say whether a word is one of a list, in any inflection, whatever lemma a tree gives it."""
    kept = words("alliance", key)
    return sentence.lemma(i) in kept or not kept.isdisjoint(bases(sentence.low(i)))


def actors(sentence: Sentence, i: int | None) -> Iterator[int]:
    """Yield the heads of the actors that a phrase names, each of "X and Y" for itself."""
    if i is None:
        return
    for one in sentence.conjuncts(_antecedent(sentence, _counted(sentence, i))):
        if is_actor(sentence, one):
            yield one


def _counted(sentence: Sentence, i: int) -> int:
    """Return whom "hundreds of fighters" and "one of the groups" are."""
    if has(sentence, i, "counts"):
        inner = [n for case, n in sentence.obliques(i) if case == "of" and n > i]
        return inner[0] if inner else i
    return sentence.content(i)


def _antecedent(sentence: Sentence, i: int) -> int:
    """Return what "which" stands for."""
    if sentence.low(i) in _MEANT:
        for above in sentence.above(i):
            if sentence.rel(above) == "acl:relcl" and sentence.head(above) >= 0:
                return sentence.head(above)
    return i


def is_actor(sentence: Sentence, i: int) -> bool:
    """Say whether a phrase can stand for somebody who fights, rules or backs: no time, no paper, no fight."""
    if i in sentence.dated_tokens or sentence.low(i) in RELATIVE or _is_one_person(sentence, i):
        return False
    if not is_force(sentence, i) and not has(sentence, i, "persons"):
        return False
    if has(sentence, i, "no_actors") or has(sentence, i, "means"):
        return False
    return any(c.isalpha() for c in sentence.word(i))


def _is_one_person(sentence: Sentence, i: int) -> bool:
    """Say whether a pronoun is one person's, or of whom a speaker counts himself to."""
    low = sentence.low(i)
    return low.endswith(("self", "selves")) or (
        sentence.upos(i) == "PRON" and low in words("alliance", "alone")
    )


def doers(sentence: Sentence, verb: int) -> list[int]:
    """Return who does what a verb says; where a tree has no subject, who stands before it.

    A verb under one of denial or charge has the subject of that one: "X denies backing Y".
    """
    found = list(actors(sentence, sentence.subject(verb)))
    above = sentence.head(verb)
    if not found and above >= 0 and has(sentence, above, "denying"):
        found = list(actors(sentence, sentence.subject(above))) or _before(sentence, above)
    return found or _before(sentence, verb)


def _before(sentence: Sentence, verb: int) -> list[int]:
    """Return the actor right before a verb that a tree took for a part of a noun."""
    loose = sentence.rel(verb).split(":")[0] in {"amod", "compound", "root"}
    at = verb - 1
    while at > 0 and sentence.upos(at) in _PASSED:
        at -= 1
    return (
        [at]
        if loose and at >= 0 and sentence.upos(at) in {"PROPN", "NOUN"} and is_actor(sentence, at)
        else []
    )


def under(sentence: Sentence, heads: list[int], cases: Cases) -> list[int]:
    """Return the heads of the prepositional phrases of some words, each once, in their order."""
    found = [i for head in heads for case, i in sentence.obliques(head) if case.split()[-1] in cases]
    return list(dict.fromkeys(found))


def goal(sentence: Sentence, verb: int, key: str) -> int | None:
    """Return the noun of a list that is a verb's object, or that a tree made its head: "cut ties"."""
    near = [*sentence.children(verb, "obj"), sentence.head(verb)]
    return next((i for i in near if i > verb and has(sentence, i, key)), None)


def name(sentence: Sentence, i: int) -> Named:
    """Return an actor's phrase as written."""
    return named(sentence, i)
