"""Breaches of a deal as somebody tells of them: who broke it, by what deed, how often."""

from dataclasses import dataclass, field

from warmonitor.model import Named, Provision, ProvisionKind
from warmonitor.stages.extract.attacks.blame import doer_of_noun, is_attack_noun
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.deals.parties import phrases
from warmonitor.stages.extract.deals.patterns import first_kind, held
from warmonitor.stages.extract.draft import clause_span
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import named

_OF = frozenset({"of", "to"})


@dataclass
class Broken:
    """A breach in the making: the word that carries it, who broke the deal, the deeds, how many."""

    token: int
    parties: list[Named] = field(default_factory=list)
    deeds: tuple[Provision, ...] = ()
    count: int | None = None
    tokens: list[int] = field(default_factory=list)
    speaker: Named | None = None


def breach_of_verb(sentence: Sentence, noun: int, verb: int) -> Broken:
    """Return the breach that a verb tells of: "violated the truce by shelling X"."""
    found = Broken(verb, tokens=[verb, noun])
    if sentence.is_passive(verb):
        doers = [i for case, i in sentence.obliques(verb) if case.split()[-1] == "by"]
    else:
        subject = sentence.subject(verb)
        doers = [] if subject is None else [subject]
    for i in doers:
        _by(sentence, i, found)
    for clause in sentence.children(verb, "advcl", "obl"):
        _deed(sentence, clause, found)
    found.count = _times(sentence, verb)
    return found


def _by(sentence: Sentence, i: int, found: Broken) -> None:
    """Take who broke it, or, where a deed stands there, whose deed it is: "Kestria's air strike breached"."""
    if is_attack_noun(sentence, i) or first_kind("deeds", held(sentence, [i])):
        doer = doer_of_noun(sentence, i)
        owners = [n for k in sentence.children(i, "nmod:poss") for n in phrases(sentence, k)]
        found.parties += [doer] if doer is not None else owners
        _deed(sentence, i, found)
        return
    found.parties += [n for n in phrases(sentence, i) if n.said.lower() not in words("deals", "nobody")]


def _deed(sentence: Sentence, head: int, found: Broken, tokens: frozenset[int] | None = None) -> None:
    own = sentence.below(head) if tokens is None else tokens
    kind = first_kind("deeds", held(sentence, own))
    if kind is not None:
        span = clause_span(sentence, *own)
        found.deeds = (*found.deeds, Provision(ProvisionKind(kind), span))
        found.tokens += sorted(own)


def _times(sentence: Sentence, i: int) -> int | None:
    """Return how often: "12 times", "48 violations"."""
    near = {
        i,
        *sentence.children(i, "nummod", "obl", "advmod", "obl:tmod", "obl:npmod", "obl:unmarked", "obj"),
    }
    for one in sentence.quantities:
        at = sentence.inside(one.span)
        after = max(at, default=-1) + 1
        counts = any(sentence.head(k) in near or k in near for k in at)
        timed = after < len(sentence) and sentence.lemma(after) in {"time", "violation", "breach"}
        if one.quantity.best is not None and counts and (timed or sentence.head(max(at)) == i):
            return one.quantity.best
    return None


def breach_of_noun(sentence: Sentence, breach: int) -> tuple[Broken, int] | None:
    """Return the breach that a noun tells of with the noun of its deal: "48 ceasefire violations"."""
    noun = _its_deal(sentence, breach)
    if noun is None:
        return None
    found = Broken(breach, tokens=[breach, noun])
    for case, i in sentence.obliques(breach):
        if case == "by":
            _by(sentence, i, found)
    for i in sentence.children(breach, "nmod:poss"):
        found.parties += phrases(sentence, i)
    found.count = _times(sentence, breach)
    head = sentence.head(breach)
    _recorded(sentence, head, breach, found)
    if sentence.case(breach).split()[-1:] == ["in"] and head >= 0:
        _clause(sentence, head, breach, found)
    elif (deed := _called(sentence, breach)) is not None:
        _by(sentence, deed, found)
    elif sentence.case(breach) in {"for", "of"} and head >= 0 and sentence.lemma(head) in {"blame", "accuse"}:
        target = sentence.object(head)
        found.parties += phrases(sentence, target) if target is not None else []
    if head >= 0:
        found.tokens.append(head)
    return found, noun


def _recorded(sentence: Sentence, head: int, breach: int, found: Broken) -> None:
    """Take who records breaches, or calls a deed one, for the speaker; "by X" after it is who broke it."""
    if head < 0 or not sentence.is_verb(head) or sentence.rel(breach) not in {"obj", "xcomp", "obl"}:
        return
    recorded = sentence.lemma(head) in words("deals", "recording")
    if not recorded and sentence.lemma(head) not in words("deals", "calling"):
        return
    subject = sentence.subject(head)
    found.speaker = named(sentence, subject) if subject is not None else None
    if recorded:
        agents = [i for case, i in sentence.obliques(head) if case == "by" and i > breach]
        found.parties += [n for i in agents for n in phrases(sentence, i)]


def _called(sentence: Sentence, breach: int) -> int | None:
    """Return what is said to be the breach: "the shelling was a violation", "called the attack a breach"."""
    if any(sentence.lemma(c) == "be" for c in sentence.children(breach, "cop")):
        return sentence.subject(breach)
    head = sentence.head(breach)
    if (
        head >= 0
        and sentence.rel(breach) in {"xcomp", "obj", "obl"}
        and sentence.lemma(head) in words("deals", "calling")
    ):
        things = [c for c in sentence.children(head, "obj") if c != breach]
        return things[0] if things else None
    return None


def _clause(sentence: Sentence, head: int, breach: int, found: Broken) -> None:
    """Take the clause that is "in breach of the deal" as the deed, its subject as who did it."""
    outside = sentence.below(breach)
    while sentence.rel(head) == "xcomp" and sentence.head(head) >= 0:
        head = sentence.head(head)
    subject = sentence.subject(head) if sentence.is_verb(head) else None
    if subject is not None and not sentence.is_passive(head):
        found.parties += phrases(sentence, subject)
    elif sentence.is_passive(head):
        found.parties += [
            n for case, i in sentence.obliques(head) if case == "by" for n in phrases(sentence, i)
        ]
    _deed(sentence, head, found, sentence.below(head) - outside)


def _its_deal(sentence: Sentence, breach: int) -> int | None:
    deals = words("deals", "strong") | words("deals", "generic")
    for i in sentence.children(breach, "compound", "amod"):
        if sentence.lemma(i) in deals:
            return i
    for case, i in sentence.obliques(breach):
        if case.split()[-1] in _OF and sentence.lemma(i) in deals:
            return i
    return None


def breach_despite(sentence: Sentence, noun: int) -> Broken | None:
    """Return a use of force that the text sets against a deal: "shelled X despite the truce"."""
    if sentence.case(noun) not in words("deals", "despite"):
        return None
    head = sentence.head(noun)
    if head < 0 or not sentence.is_verb(head):
        return None
    found = Broken(head, tokens=[head, noun])
    _clause(sentence, head, noun, found)
    return found if found.deeds and found.parties else None
