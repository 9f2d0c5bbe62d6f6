"""Who fights whom: by verbs ("X shelled Y", "X fought with Y") and by nouns ("X's war on Y")."""

from collections.abc import Iterator, Sequence

from warmonitor.language.en.mentions import Form, Mention
from warmonitor.stages.extract.relations.parties import Parties
from warmonitor.stages.extract.relations.words import words

Pair = tuple[Mention, Mention]


def by_verb(parties: Parties, verb: int) -> Iterator[Pair]:
    """Yield the pairs that a verb sets against each other."""
    lemma = parties.lemma(verb)
    harming = lemma in words("fights", "harming") or _drives_out(parties, verb, lemma)
    fighting = lemma in words("fights", "fighting")
    yield from _turned(parties, verb, lemma)
    if _each_other(parties, verb, lemma):
        yield from _among(parties.doers(verb))
        return
    if not harming and not fighting:
        yield from _set_against(parties, verb, lemma)
        return
    doers = parties.doers(verb)
    yield from _pairs(doers, parties.done_to(verb))
    if fighting:
        yield from _pairs(doers, parties.by_case(verb, words("fights", "against")))
        yield from _mutual(doers, parties.by_case(verb, words("fights", "with")))
        yield from _among(parties.by_case(verb, words("fights", "between")))


def _each_other(parties: Parties, verb: int, lemma: str) -> bool:
    """Say whether the subjects fight one another: "attacked each other", "exchanged fire"."""
    s = parties.sentence
    after = " ".join(s.low(c) for i in s.children(verb, "obj", "obl") for c in sorted(s.below(i)))
    shared = "each other" in after or "one another" in after
    violent = lemma in words("fights", "fighting") | words("fights", "harming")
    return (shared and violent) or (lemma == "exchange" and any(w in after for w in ("fire", "shell")))


def _turned(parties: Parties, verb: int, lemma: str) -> Iterator[Pair]:
    """Yield whom a weapon is used or dropped on, and whom a place is taken from."""
    s = parties.sentence
    if not s.children(verb, "obj", "nsubj:pass"):
        return
    if lemma in words("fights", "using"):
        yield from _pairs(parties.doers(verb), parties.by_case(verb, frozenset({"against"})))
    if lemma in words("fights", "firing"):
        yield from _pairs(parties.doers(verb), parties.by_case(verb, words("fights", "against")))
    place = s.object(verb)
    if lemma in words("charge", "taking") and any(not m.acts for m in parties.at(place)):
        near = [verb] if place is None else [verb, place]
        enemies = [m for i in near for m in parties.bodies(i, words("fights", "taken_from")) if m.acts]
        yield from _pairs(parties.doers(verb), enemies)


def _drives_out(parties: Parties, verb: int, lemma: str) -> bool:
    """Say whether a verb such as "push" has "out", "back" or "from" after it."""
    s = parties.sentence
    after = {s.low(c) for c in s.children(verb, "compound", "advmod")}
    after |= {case.split()[0] for case, _ in s.obliques(verb)}
    return lemma in words("fights", "driving") and bool(after & words("fights", "out"))


def by_noun(parties: Parties, noun: int) -> Iterator[Pair]:
    """Yield the pairs that a noun of fighting sets against each other; a body "against" somebody is one."""
    lemma = parties.sentence.lemma(noun)
    against = parties.by_case(noun, words("fights", "against"))
    if lemma in words("fights", "bodies"):
        own = parties.one(noun)
        yield from _pairs([own] if own else [], against)
    if lemma not in words("fights", "nouns"):
        yield from _set_against(parties, noun, lemma)
        return
    doers = parties.behind(noun)
    if parties.sentence.case(noun) == "under":
        against += parties.held(noun)
        doers = parties.by_case(noun, frozenset({"by", "from"}))
    if lemma in words("fights", "harm"):
        against += parties.by_case(noun, frozenset({"of"}))
    yield from _pairs(doers, against)
    yield from _mutual(doers, parties.by_case(noun, words("fights", "with")))
    yield from _among(parties.by_case(noun, words("fights", "between")))


def _set_against(parties: Parties, word: int, lemma: str) -> Iterator[Pair]:
    """Yield whom anything else is set against: "their efforts against X"; not what is only said."""
    if lemma not in words("fights", "saying"):
        targets = [m for m in parties.bodies(word, frozenset({"against"})) if m.acts]
        doers = parties.doers(word) if parties.verbal(word) else targets and parties.behind(word)
        yield from _pairs(doers, targets)


def _among(some: Sequence[Mention]) -> Iterator[Pair]:
    yield from ((a, b) for a in some for b in some if a is not b)


def _mutual(some: Sequence[Mention], others: Sequence[Mention]) -> Iterator[Pair]:
    """Yield both directions; the name of a place stands for its state here."""
    fighters = [m for m in others if m.acts or m.form is Form.NAME]
    yield from (*_pairs(some, fighters), *_pairs(fighters, some))


def _pairs(doers: Sequence[Mention], targets: Sequence[Mention]) -> list[Pair]:
    return [(a, b) for a in doers for b in targets if a is not b]
