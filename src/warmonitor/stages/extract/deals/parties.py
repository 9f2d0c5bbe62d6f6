"""Who is bound by a deal, and who brought it about, vouches for it or watches over it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from warmonitor.model import DealAct, Named, Span
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.deals.acts import within
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import named

_BOUND = frozenset({"between", "with", "alongside", "among"})
_BESIDE = frozenset({"alongside", "together", "along"})
_NO_SUBJECT = frozenset({DealAct.IN_FORCE, DealAct.KEPT, DealAct.TOLD})


@dataclass
class Roles:
    """Who has which part in a deal, each once, in the order of the text."""

    parties: list[Named] = field(default_factory=list)
    brokers: list[Named] = field(default_factory=list)
    guarantors: list[Named] = field(default_factory=list)
    monitors: list[Named] = field(default_factory=list)

    def taken(self) -> list[Named]:
        """Return everybody who has a part."""
        return [*self.parties, *self.brokers, *self.guarantors, *self.monitors]


def roles_of(sentence: Sentence, noun: int, verbs: Iterable[int], act: DealAct) -> Roles:
    """Return who is named with a deal, by part; `verbs` are those that tell of it."""
    roles = Roles()
    _of_noun(sentence, noun, roles)
    for verb in verbs:
        _of_verb(sentence, noun, verb, act, roles)
    _hyphened(sentence, noun, roles)
    _as_guarantors(sentence, noun, roles)
    for part in ("guarantors", "brokers", "monitors", "parties"):
        setattr(roles, part, _once(getattr(roles, part), part, roles))
    return roles


def _once(found: list[Named], part: str, roles: Roles) -> list[Named]:
    above = roles.brokers + roles.guarantors + roles.monitors if part == "parties" else []
    kept: list[Named] = []
    for one in sorted(found, key=lambda n: n.span):
        if not any(one.span.meets(k.span) for k in [*kept, *above]):
            kept.append(one)
    return kept


def _of_noun(sentence: Sentence, noun: int, roles: Roles) -> None:
    for case, i in sentence.obliques(noun):
        last = case.split()[-1]
        if last in _BOUND:
            roles.parties += phrases(sentence, i)
        elif sentence.lemma(i) in words("deals", "auspices"):
            roles.brokers += _owners(sentence, i)
        elif last == "by":
            roles.parties += phrases(sentence, i)
    roles.parties += [n for i in sentence.children(noun, "nmod:poss") for n in phrases(sentence, i)]


def _of_verb(sentence: Sentence, noun: int, verb: int, act: DealAct, roles: Roles) -> None:
    part = _part_of(sentence, verb)
    into: list[Named] = getattr(roles, part)
    for case, i in sentence.obliques(verb):
        last = case.split()[-1]
        if i == noun:
            continue
        if sentence.lemma(i) in words("deals", "auspices"):
            roles.brokers += _owners(sentence, i)
        elif last in _BESIDE and part != "parties":
            into += phrases(sentence, i)
        elif last in _BOUND:
            roles.parties += phrases(sentence, i)
        elif last == "by" and (sentence.is_passive(verb) or sentence.rel(verb) == "acl"):
            into += phrases(sentence, i)
    _put_after(sentence, verb, roles)
    subject = None if sentence.is_passive(verb) else sentence.subject(verb)
    if subject is None or within(sentence, subject, noun, verb):
        return
    if part != "parties" or act not in _NO_SUBJECT:
        into += phrases(sentence, subject)


def _put_after(sentence: Sentence, verb: int, roles: Roles) -> None:
    """Read "A and B signed a truce on Monday, brokered by C": a participle behind what tells of the deal."""
    for i in sentence.children(verb, "advcl"):
        part = _part_of(sentence, i)
        if part != "parties" and i > verb and not sentence.children(i, "nsubj"):
            by = [n for case, k in sentence.obliques(i) if case == "by" for n in phrases(sentence, k)]
            getattr(roles, part).extend(by)


def _part_of(sentence: Sentence, verb: int) -> str:
    lemma = sentence.lemma(verb)
    for key, part in (("brokering", "brokers"), ("guaranteeing", "guarantors"), ("monitoring", "monitors")):
        if lemma in words("deals", key):
            return part
    return "parties"


def _owners(sentence: Sentence, i: int) -> list[Named]:
    """Return whose auspices they are: "the auspices of X", "X auspices", "X's mediation"."""
    found = [n for case, k in sentence.obliques(i) if case == "of" for n in phrases(sentence, k)]
    found += [n for k in sentence.children(i, "nmod:poss") for n in phrases(sentence, k)]
    if found:
        return found
    before = [k for k in range(sentence.phrase_tokens(i)[0], i) if sentence.upos(k) in {"PROPN", "ADJ"}]
    span = sentence.span_of(before[0], before[-1]) if before else None
    return [Named(span.of(sentence.text), span)] if span else []


def _hyphened(sentence: Sentence, noun: int, roles: Roles) -> None:
    """Read "UN-brokered truce", "the Kestria-Halvane agreement", "a Kestrian-Halvanian deal"."""
    for i in range(max(0, noun - 5), noun):
        if i not in sentence.below(noun) or sentence.word(i).count("-") != 1:
            continue
        first, _, second = sentence.word(i).partition("-")
        start = sentence.tokens[i].start
        one = Named(first, Span(start, start + len(first)))
        if second.lower() in words("deals", "broker_suffix") and first[:1].isupper():
            roles.brokers.append(one)
        elif second.lower() == "guaranteed":
            roles.guarantors.append(one)
        elif first[:1].isupper() and second[:1].isupper():
            end = sentence.tokens[i].end
            roles.parties += [one, Named(second, Span(end - len(second), end))]


def _as_guarantors(sentence: Sentence, noun: int, roles: Roles) -> None:
    """Read "X and Y signed it as guarantors" and "X, a guarantor of the truce, …"."""
    for i in range(len(sentence)):
        if sentence.lemma(i) not in words("deals", "guarantor"):
            continue
        head = sentence.head(i)
        if sentence.rel(i) == "appos" and head >= 0:
            roles.guarantors += phrases(sentence, head)
        elif sentence.case(i) == "as":
            roles.guarantors += roles.parties
            roles.parties = []
        elif (subject := sentence.subject(i)) is not None and subject != noun:
            roles.guarantors += phrases(sentence, subject)


def phrases(sentence: Sentence, i: int) -> list[Named]:
    """Return the names that "and" joins, times and things that bind nobody left out."""
    found = []
    for j in [k for one in everyone(sentence, i) for k in _of_whom(sentence, one)]:
        dated = any(d.span.start <= sentence.tokens[j].start < d.span.end for d in sentence.dates)
        owned = sentence.rel(j) == "nmod:poss" and sentence.upos(j) == "PRON"
        if sentence.upos(j) in {"PROPN", "NOUN", "PRON"} and not (dated or owned) and binds(sentence, j):
            found.append(named(sentence, j))
    return found


def _of_whom(sentence: Sentence, i: int) -> list[int]:
    """Return whom "the presidents of A and B" act for; else the phrase itself."""
    if sentence.lemma(i) not in words("deals", "heads"):
        return [i]
    sides = [k for case, n in sentence.obliques(i) if case == "of" for k in everyone(sentence, n)]
    return sides if len(sides) > 1 else [i]


def everyone(sentence: Sentence, i: int) -> list[int]:
    """Return the heads that "and" joins to i, however deep a tree hung them."""
    found = sentence.conjuncts(i)
    for j in found:
        found += [k for k in sentence.conjuncts(j) if k not in found]
    found = [_described(sentence, j) if _describes(sentence, j) else j for j in found]
    return found + _torn_off(sentence, i, found)


def _describes(sentence: Sentence, i: int) -> bool:
    """Say whether a noun only describes the next, though a tree set it beside it: "rebel backer X"."""
    after = i + 1
    torn = sentence.rel(i) == "conj" and after < len(sentence) and sentence.head(after) != i
    return torn and sentence.upos(i) in {"NOUN", "ADJ"} and sentence.upos(after) in {"NOUN", "PROPN"}


def _described(sentence: Sentence, i: int) -> int:
    """Return the name at the end of the nouns that describe it: X of "rebel backer X"."""
    last = i
    while last + 1 < len(sentence) and sentence.upos(last + 1) in {"NOUN", "PROPN"}:
        last += 1
    return last


def _torn_off(sentence: Sentence, i: int, found: list[int]) -> list[int]:
    """Return the second of "between A and B", "by A and B" where a tree made it a subject."""
    last = sentence.phrase_tokens(i)[1]
    if len(found) > 1 or sentence.case(i).split()[-1:] not in (["between"], ["by"]):
        return []
    if last + 2 >= len(sentence) or sentence.low(last + 1) != "and":
        return []
    for k in range(last + 2, min(last + 7, len(sentence))):
        if sentence.rel(k).startswith("nsubj") and sentence.phrase_tokens(k)[0] == last + 2:
            return [k]
    return []


def binds(sentence: Sentence, i: int) -> bool:
    """Say whether a phrase can be a party: no deal, no term, no deed, no word for time."""
    lemma = sentence.lemma(i)
    return lemma not in words("deals", "strong") | words("deals", "generic") | words("deals", "not_parties")
