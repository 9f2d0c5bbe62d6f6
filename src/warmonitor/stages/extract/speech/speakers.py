"""Who says what in a sentence, by its verbs of speech."""

from dataclasses import replace

from warmonitor.model import Attribution, Named, Stance
from warmonitor.stages.extract.cues import speech, table, words
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.bearers import (
    by_bracket,
    by_claim,
    by_list,
    by_owner,
    by_preposition,
    by_witness,
    cited_by,
    farther,
    quoted_by,
    speakers_of,
)
from warmonitor.stages.extract.speech.content import background, content_of, puts_a_number, said_before
from warmonitor.stages.extract.speech.putin import find_put_in
from warmonitor.stages.extract.speech.rebuttal import answer_after, is_rebuttal
from warmonitor.stages.extract.speech.said import Said, can_speak, is_mute, named, says_nothing


def find_said(sentence: Sentence) -> list[Said]:
    """Return every stretch of reported speech of the sentence, outermost first."""
    every = range(len(sentence))
    readers = (_by_verb, by_preposition, by_witness, by_owner, by_claim, by_list)
    found = [one for read in readers for i in every if (one := read(sentence, i))]
    found += [one for one in (by_bracket(sentence),) if one]
    found = [replace(one, content=one.content - background(sentence, one)) for one in found]
    return sorted(found, key=lambda s: (-len(s.content), s.verb or 0))


def _by_verb(sentence: Sentence, verb: int) -> Said | None:
    stance = _stance(sentence, verb)
    if stance is None:
        return None
    if is_rebuttal(sentence, verb):
        return _instead(sentence, verb)
    lemma = sentence.lemma(verb)
    via = _hearer(sentence, verb) if lemma in words("speech", "told") else None
    if put_in := find_put_in(sentence, verb):
        named_ = tuple(Attribution(name, via, lemma) for name in put_in.speakers)
        return Said(named_, put_in.content, stance, verb, None)
    subject, carrier = quoted_by(sentence, verb)
    if subject is None:
        subject = _subject(sentence, verb)
    if subject is not None and is_mute(sentence, subject):
        subject = _right_before(sentence, verb)
    if subject is None or not can_speak(sentence, subject):
        return None
    content = content_of(sentence, verb, subject)
    content |= {verb} if content and lemma in words("speech", "counting") else set()
    speakers = cited_by(sentence, subject, lemma) or speakers_of(sentence, subject, via or carrier, lemma)
    speakers += farther(sentence, subject, verb) if carrier is None else []
    return Said(tuple(speakers), content, stance, verb, subject) if content else None


def _instead(sentence: Sentence, verb: int) -> Said | None:
    """Return what somebody says instead of what he denies: "X denied this: we hold the town"."""
    answer, subject = answer_after(sentence, verb), _subject(sentence, verb)
    if not answer or subject is None or not can_speak(sentence, subject):
        return None
    if any(find_put_in(sentence, i) for i in answer if speech().stances.get(sentence.lemma(i))):
        return None  # "X denied this: “…,” its spokesman said" has a speaker of its own
    speakers = speakers_of(sentence, subject, None, sentence.lemma(verb))
    return Said(tuple(speakers), answer, Stance.ASSERTED, verb, subject)


def _stance(sentence: Sentence, verb: int) -> Stance | None:
    """Return the stance that a verb lends to the words that it brings, None where it brings none."""
    if not sentence.is_verb(verb) or sentence.rel(verb) in {"amod", "aux", "compound"}:
        return None
    if says_nothing(sentence, verb):
        return None
    known = speech().stances.get(sentence.lemma(verb))
    if known is None and (puts_a_number(sentence, verb) or _framed(sentence, verb)):
        return Stance.ASSERTED
    return known


def _framed(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb that speaks only with a clause, or with one preposition, stands with it."""
    frames = table("speech", "framed")
    lemma = sentence.lemma(verb)
    if lemma in frames["that"] and sentence.children(verb, "ccomp"):
        return True
    if lemma in frames["on"] and sentence.low(min(verb + 1, len(sentence) - 1)) == "on":
        return bool(sentence.children(verb, "ccomp"))
    return any(lemma in frames.get(case, ()) for case, _ in sentence.obliques(verb) if case in {"of", "to"})


def _subject(sentence: Sentence, verb: int) -> int | None:
    if _main_after_all(sentence, verb):
        return sentence.head(verb)
    passive = sentence.is_passive(verb) and not sentence.low(verb).endswith("ing")
    if passive:
        return _agent(sentence, verb)
    subject = _speaking_subject(sentence, verb)
    return subject if subject is not None else _inverted(sentence, verb)


def _right_before(sentence: Sentence, verb: int) -> int | None:
    """Return the noun right before a verb whose subject is none that speaks: "3 May 2027 Police say"."""
    i = verb - 1
    while i >= 0 and sentence.upos(i) in {"ADV", "AUX"}:
        i -= 1
    passive = sentence.is_passive(verb)
    return i if i >= 0 and not passive and can_speak(sentence, i) and not sentence.case(i) else None


def _main_after_all(sentence: Sentence, verb: int) -> bool:
    """Say whether what a tree hangs on its root, a noun, is the sentence's verb and the noun its subject.

    "Hospitals that work with us reported 30 killed": no copula, no agent, and what is told follows.
    """
    noun = sentence.head(verb)
    if sentence.rel(verb) not in {"acl", "parataxis"} or not 0 <= noun < verb or sentence.head(noun) >= 0:
        return False
    if not sentence.is_nominal(noun) or sentence.children(noun, "cop") or sentence.children(verb, "nsubj"):
        return False
    if sentence.low(verb).endswith("ing") or sentence.word(verb - 1) in {",", ":", "-", "–", "—"}:
        return False
    agent = any(case == "by" for case, _ in sentence.obliques(verb))
    return not agent and any(i > verb and sentence.is_verb(i) for i in sentence.below(verb))


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
