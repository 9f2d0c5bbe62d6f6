"""Who says what in a sentence, by its verbs of speech."""

from warmonitor.model import Attribution, Named, Stance
from warmonitor.stages.extract.cues import speech, words
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.bearers import (
    by_owner,
    by_preposition,
    by_witness,
    farther,
    speakers_of,
)
from warmonitor.stages.extract.speech.content import content_of, said_before
from warmonitor.stages.extract.speech.putin import find_put_in
from warmonitor.stages.extract.speech.rebuttal import is_rebuttal
from warmonitor.stages.extract.speech.said import Said, can_speak, named


def find_said(sentence: Sentence) -> list[Said]:
    """Return every stretch of reported speech of the sentence, outermost first."""
    found = [
        s for i in range(len(sentence)) for s in (_by_verb(sentence, i), by_preposition(sentence, i)) if s
    ]
    found += [s for i in range(len(sentence)) for s in (by_witness(sentence, i), by_owner(sentence, i)) if s]
    return sorted(found, key=lambda s: (-len(s.content), s.verb or 0))


def _by_verb(sentence: Sentence, verb: int) -> Said | None:
    lemma = sentence.lemma(verb)
    stance = speech().stances.get(lemma) or _puts_a_number(sentence, verb)
    if is_rebuttal(sentence, verb):
        return None
    if stance is None or not sentence.is_verb(verb) or sentence.rel(verb) in {"amod", "aux", "compound"}:
        return None
    if put_in := find_put_in(sentence, verb):
        via = _hearer(sentence, verb) if lemma in words("speech", "told") else None
        named_ = tuple(Attribution(name, via, lemma) for name in put_in.speakers)
        return Said(named_, put_in.content, stance, verb, None)
    passive = sentence.is_passive(verb) and not sentence.low(verb).endswith("ing")
    subject = _agent(sentence, verb) if passive else _speaking_subject(sentence, verb)
    subject = subject if subject is not None else _inverted(sentence, verb)
    if subject is None or not can_speak(sentence, subject):
        return None
    content = content_of(sentence, verb, subject)
    if not content:
        return None
    via = _hearer(sentence, verb) if lemma in words("speech", "told") else None
    speakers = speakers_of(sentence, subject, via, lemma)
    return Said((*speakers, *farther(sentence, subject, verb)), content, stance, verb, subject)


def _puts_a_number(sentence: Sentence, verb: int) -> Stance | None:
    """Read "the ministry put the toll at 40" as speech."""
    counted = words("toll", "tolls")
    if sentence.lemma(verb) in {"put", "raise", "revise", "place", "set"}:
        near = range(verb + 1, min(verb + 7, len(sentence)))
        return Stance.ASSERTED if any(sentence.lemma(i) in counted for i in near) else None
    return None


def _speaking_subject(sentence: Sentence, verb: int) -> int | None:
    """Return who speaks; "…, adding that" has the speaker of the verb before it."""
    if sentence.rel(verb) == "advcl" and sentence.low(verb).endswith("ing"):
        for node in (*sentence.above(verb), *range(verb - 1, -1, -1)):
            if node < verb and sentence.lemma(node) in speech().stances and sentence.is_verb(node):
                return sentence.subject(node)
    if (said := said_before(sentence, verb)) is not None:
        return sentence.subject(said)
    own = sentence.subject(verb)
    expletive = sentence.children(verb, "expl")  # "It says …" where a tree takes "it" for nobody
    return expletive[0] if own is None and expletive else own


def _agent(sentence: Sentence, verb: int) -> int | None:
    return next((i for case, i in sentence.obliques(verb) if case == "by"), None)


def _inverted(sentence: Sentence, verb: int) -> int | None:
    """Find the speaker in "…, said the mayor", where a parse may call it an object."""
    after = [c for c in sentence.children(verb, "obj", "dep", "appos") if c > verb and sentence.is_nominal(c)]
    return after[0] if after and sentence.rel(verb).split(":")[0] in {"parataxis", "root"} else None


def _hearer(sentence: Sentence, verb: int) -> Named | None:
    for child in sentence.children(verb, "iobj", "obj"):
        if sentence.upos(child) == "PROPN":
            return named(sentence, child)
    return None
