"""What is told of a deal: signed, announced, extended, ended, broken, by the verbs round its noun."""

from collections.abc import Iterator
from functools import lru_cache

from warmonitor.model import DealAct
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.doubt import is_negated
from warmonitor.stages.extract.tree import RELATIVE

_NOT_OF_THINGS = frozenset({DealAct.ENDED, DealAct.BROKEN, DealAct.SUSPENDED, DealAct.KEPT})
_TO = frozenset({"to", "on", "upon", "for"})


@lru_cache
def _acts(key: str) -> dict[str, DealAct]:
    """Return acts by verb; a verb with its small words is one key."""
    return {verb: DealAct(act) for act, verbs in table("deals", key).items() for verb in verbs}


def verbs_of(sentence: Sentence, noun: int) -> list[int]:
    """Return the verbs that a deal's noun stands with: its governor first, then those that describe it."""
    found: list[int] = []
    head = sentence.head(noun)
    while head >= 0 and not sentence.is_verb(head) and sentence.lemma(head) in words("deals", "parts"):
        head = sentence.head(head)
    if head >= 0 and sentence.is_verb(head):
        found.append(head)
    found += sentence.children(noun, "acl", "acl:relcl", "advcl")
    return [v for v in dict.fromkeys(found) if sentence.is_verb(v)]


def act_of(sentence: Sentence, noun: int, verb: int) -> DealAct | None:
    """Return what a verb tells of a deal, None where it tells nothing of it."""
    lemma = sentence.lemma(verb)
    subject = sentence.subject(verb)
    if subject is not None and within(sentence, subject, noun, verb) and not sentence.is_passive(verb):
        return _by(sentence, verb)
    target = sentence.object(verb)
    reached = target is not None and (target == noun or noun in sentence.conjuncts(target))
    relative = target is not None and sentence.low(target) in RELATIVE
    reached = reached or (relative and sentence.head(verb) == noun)
    described = sentence.head(verb) == noun and sentence.is_passive(verb)
    for key in _phrases(sentence, verb, noun):
        act = _acts("done_to").get(key)
        if act in _NOT_OF_THINGS and sentence.lemma(noun) in words("deals", "things"):
            return None
        if act is not None and (reached or described or _follows(sentence, noun, key)):
            return _kept(sentence, verb, act)
    case = sentence.case(noun).split()[-1:]
    agreed = lemma in words("deals", "agreeing") and (reached or described or (case and case[0] in _TO))
    return DealAct.SIGNED if agreed else None


def within(sentence: Sentence, phrase: int, noun: int, verb: int) -> bool:
    """Say whether a noun stands in the phrase that is a verb's subject, not in what hangs on the verb."""
    for node in (noun, *sentence.above(noun)):
        if node in {phrase, verb}:
            return node == phrase
    return False


def _kept(sentence: Sentence, verb: int, act: DealAct) -> DealAct:
    """Read a deal not kept as a deal broken, one that somebody refuses to make as one rejected."""
    if act is DealAct.KEPT and is_negated(sentence, verb):
        return DealAct.BROKEN
    head = sentence.head(verb)
    refused = head >= 0 and sentence.rel(verb) == "xcomp" and _acts("done_to").get(sentence.lemma(head))
    return DealAct.REJECTED if refused is DealAct.REJECTED else act


def _follows(sentence: Sentence, noun: int, key: str) -> bool:
    """Say whether a deal stands after the last small word of a phrase: "pull out of", "comply with"."""
    return " " in key and sentence.case(noun).split()[-1:] == key.split()[-1:]


def _by(sentence: Sentence, verb: int) -> DealAct | None:
    """Return what a deal does of itself: it holds, takes effect, expires."""
    if sentence.children(verb, "obj") and not any(
        " " in key and key in _acts("done_by") for key in _phrases(sentence, verb, verb)
    ):
        return None
    return next((act for key in _phrases(sentence, verb, verb) if (act := _acts("done_by").get(key))), None)


def _phrases(sentence: Sentence, verb: int, noun: int) -> Iterator[str]:
    """Yield the verb with its small words, longest first, then alone."""
    lemma = sentence.lemma(verb)
    after = [sentence.low(i) for i in range(verb + 1, min(verb + 5, len(sentence)))]
    particles = [sentence.low(c) for c in sentence.children(verb, "compound:prt", "advmod") if c > verb]
    case = sentence.case(noun)
    for particle in particles:
        if case:
            yield f"{lemma} {particle} {case}"
        yield f"{lemma} {particle}"
    for size in (3, 2, 1):
        yield " ".join([lemma, *after[:size]])
    if case:
        yield f"{lemma} {case}"
    yield lemma
