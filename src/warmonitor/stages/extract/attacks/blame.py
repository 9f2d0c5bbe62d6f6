"""Who did it, to whom, with what: the parties of a use of force, as the text names them."""

from collections.abc import Iterator

from warmonitor.model import Named, Span
from warmonitor.stages.extract.attacks.kinds import noun_kind, nouns
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import named

_REACH = 6  # words after a fight within which "between" tells its sides
_PEOPLE_ONLY = frozenset({"PRON", "PROPN"})


def is_force(sentence: Sentence, i: int) -> bool:
    """Say whether a phrase can be somebody who fights: a proper name, a pronoun, or a word for forces."""
    if sentence.upos(i) in _PEOPLE_ONLY:
        return sentence.low(i) not in {"this", "that", "which", "what", "there"}
    return sentence.lemma(i) in words("attack", "forces") or any(
        sentence.lemma(c) in words("attack", "forces") for c in sentence.conjuncts(i)
    )


def is_attack_noun(sentence: Sentence, i: int) -> bool:
    """Say whether a noun names an attack, alone or with the word before it: "air raid", "bombardment"."""
    return noun_kind(sentence, i) is not None


def perpetrator_of(sentence: Sentence, trigger: int) -> Named | None:
    """Return who did what the trigger tells: its subject or agent, or whose attack it was."""
    if not sentence.is_verb(trigger):
        return doer_of_noun(sentence, trigger)
    if sentence.is_passive(trigger):
        agents = [i for case, i in sentence.obliques(trigger) if case == "by"]
        agents += [
            i
            for case, i in sentence.obliques(trigger)
            if case in {"in", "during", "from"} and is_attack_noun(sentence, i)
        ]
        agents += _stranded(sentence, trigger)
        return next((found for i in agents if (found := _doer(sentence, i))), None)
    subject = sentence.subject(trigger)
    if subject is None or sentence.lemma(trigger) in words("toll", "standing") | {
        "die",
        "perish",
        "flee",
        "remain",
    }:
        return _cause(sentence, trigger)
    return _doer(sentence, subject)


def _stranded(sentence: Sentence, verb: int) -> Iterator[int]:
    """Yield who stands after "by" behind a passive verb where a tree hung them elsewhere.

    "was kidnapped on Monday, presumably by guerrillas, …": no other verb stands between.
    """
    for i in range(verb + 1, len(sentence)):
        if sentence.is_verb(i) or sentence.word(i) == ";":
            return
        if sentence.low(i) == "by" and sentence.head(i) > i and sentence.rel(i) == "case":
            yield sentence.head(i)
            return


def _cause(sentence: Sentence, trigger: int) -> Named | None:
    for case, i in sentence.obliques(trigger):
        if (
            case in {"in", "during", "from", "by", "after"}
            and is_attack_noun(sentence, i)
            and (one := doer_of_noun(sentence, i))
        ):
            return one
    return None


def _doer(sentence: Sentence, i: int) -> Named | None:
    if is_attack_noun(sentence, i):
        return doer_of_noun(sentence, i)
    if not is_force(sentence, i):
        return None
    return named(sentence, i, joined=True)


def doer_of_noun(sentence: Sentence, noun: int) -> Named | None:
    """Return whose attack a noun names: "Russian bombing", "a regime air strike", "shelling by the army"."""
    for case, i in sentence.obliques(noun):
        if case == "by" and is_force(sentence, i):
            return named(sentence, i, joined=True)
    for acl in sentence.children(noun, "acl"):
        for case, i in sentence.obliques(acl):
            if case == "by" and is_force(sentence, i):
                return named(sentence, i, joined=True)
    owners = sentence.children(noun, "nmod:poss")
    owners = [i for i in owners if i not in sentence.dated_tokens]
    if sufferer_of(sentence, noun) is not None:
        return None
    if owners and sentence.low(owners[0]) not in {"its", "their", "his", "her", "our"}:
        return named(sentence, owners[0])
    return _before_noun(sentence, noun)


def sufferer_of(sentence: Sentence, noun: int) -> int | None:
    """Return whom a noun says was killed or taken: its owner, as in "the mayor's murder"."""
    if sentence.lemma(noun) not in words("blame", "suffered"):
        return None
    if any(case == "of" for case, _ in sentence.obliques(noun)):
        return None  # "the army's killing of 12 people"
    owners = sentence.children(noun, "nmod:poss", "compound")
    owners = [i for i in owners if i not in sentence.dated_tokens and sentence.upos(i) != "PRON"]
    return next((i for i in owners if not _bears_arms(sentence, i)), None)


def _bears_arms(sentence: Sentence, i: int) -> bool:
    first, last = sentence.phrase_tokens(i)
    return any(sentence.lemma(k) in words("attack", "forces") for k in range(first, last + 1))


def _before_noun(sentence: Sentence, noun: int) -> Named | None:
    first, _ = sentence.phrase_tokens(noun)
    compound = f"{sentence.low(noun - 1)} {sentence.lemma(noun)}" if noun else ""
    kept = []
    for i in range(first, noun - 1 if compound in nouns() else noun):
        whose = sentence.word(i)[:1].isupper() and sentence.upos(i) in {"ADJ", "PROPN", "NOUN"}
        whose = whose and sentence.low(i) not in words("attack", "plain")
        if whose or sentence.lemma(i) in words("attack", "forces"):
            kept.append(i)
    kept = [
        i
        for i in kept
        if not any(d.span.start <= sentence.tokens[i].start < d.span.end for d in sentence.dates)
    ]
    if not kept:
        return None
    last = kept[0]
    while last + 1 in kept:
        last += 1
    span: Span = sentence.span_of(kept[0], last)
    if is_attack_noun(sentence, last):
        return None
    return Named(span.of(sentence.text), span)


def sides_of(sentence: Sentence, noun: int) -> tuple[int | None, int | None]:
    """Return the heads of the two sides of a fight: "clashes between A and B", "A's clashes with B".

    The first is None where only whom they were fought with is told.
    """
    verb = sentence.head(noun)
    near = sentence.obliques(noun) + (sentence.obliques(verb) if verb >= 0 and sentence.is_verb(verb) else [])
    near += [pair for acl in sentence.children(noun, "acl") for pair in sentence.obliques(acl)]
    first = next((i for case, i in near if case == "between"), None) or _after_between(sentence, noun)
    if first is not None and first not in sentence.dated_tokens:
        return _both(sentence, noun, first)
    against = next(
        (i for case, i in sentence.obliques(noun) if case == "with" and is_force(sentence, i)), None
    )
    return None, against


def _after_between(sentence: Sentence, noun: int) -> int | None:
    """Return the noun after "between" where a tree hung the preposition elsewhere."""
    words_on = range(noun + 1, min(noun + _REACH, len(sentence)))
    at = next((k for k in words_on if sentence.low(k) == "between"), None)
    if at is None or any(
        sentence.is_verb(k) and sentence.lemma(k) not in words("attack", "happening") for k in range(noun, at)
    ):
        return None
    nouns_on = (k for k in range(at + 1, len(sentence)) if sentence.upos(k) in {"NOUN", "PROPN"})
    return next((k for k in nouns_on if sentence.rel(k) not in {"compound", "amod"}), None)


def _both(sentence: Sentence, noun: int, first: int) -> tuple[int, int | None]:
    """Return the two that "between" joins; a tree may hang the second on the noun itself."""
    joined = [
        *sentence.conjuncts(first)[1:],
        *sentence.children(noun, "conj"),
        *sentence.children(first, "conj"),
    ]
    others = [i for i in joined if i > first and sentence.is_nominal(i)]
    return first, next(iter(others), None)


def target_of(sentence: Sentence, i: int | None) -> Named | None:
    """Return a phrase as the target of an attack, None where there is none."""
    return None if i is None or i in sentence.dated_tokens else named(sentence, i, joined=True)
