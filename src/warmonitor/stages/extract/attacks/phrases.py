"""Attacks told by a verb with a small word of its own: "blew up the bridge", "set fire to", "gunned down"."""

from typing import Any

from warmonitor.stages.extract.attacks.blame import is_attack_noun, perpetrator_of, target_of
from warmonitor.stages.extract.attacks.drafts import attack_draft
from warmonitor.stages.extract.attacks.kinds import Kind
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.placing import clause_places
from warmonitor.stages.extract.sentence import Sentence

_SELVES = frozenset({"himself", "herself", "themselves", "itself"})


def by_phrase(sentence: Sentence, verb: int) -> Draft | None:
    """Return the attack that a verb tells together with its small word, None where it tells none."""
    if not sentence.is_verb(verb):
        return None
    subject = sentence.subject(verb)
    if subject is not None and subject != sentence.object(verb) and is_attack_noun(sentence, subject):
        return None  # what a strike set on fire was hit by that strike
    for frame in table("phrasal", "frames"):
        if sentence.lemma(verb) in frame["verbs"] and (target := _target(sentence, verb, frame)) is not None:
            parties = perpetrator_of(sentence, verb), target_of(sentence, target)
            kind = Kind(frame["type"], frame["sub_type"])
            return attack_draft(sentence, verb, kind, parties, list(clause_places(sentence, verb)), [])
    return None


def _target(sentence: Sentence, verb: int, frame: dict[str, Any]) -> int | None:
    """Return what a frame says was hit, None where the verb stands without its small word."""
    companions = [i for i in sentence.below(verb) if sentence.low(i) in frame.get("with", ()) and i > verb]
    companions = [i for i in companions if sentence.head(i) == verb or i == verb + 1]
    if "with" in frame and not companions:
        return None
    if "to" in frame:
        near = [verb, *companions]
        hit = (n for node in near for case, n in sentence.obliques(node) if case in frame["to"])
    else:
        hit = (n for n in [sentence.object(verb)] if n is not None)
    return next((n for n in hit if n not in companions and sentence.low(n) not in _SELVES), None)


def harmed_by(sentence: Sentence, noun: int) -> int | None:
    """Return what an attack, told by a noun, is said to have damaged: "the bomb destroyed a bank"."""
    verb = sentence.head(noun)
    if verb < 0 or not sentence.is_verb(verb) or sentence.lemma(verb) not in words("phrasal", "harming"):
        return None
    by = any(case in {"by", "in"} and n == noun for case, n in sentence.obliques(verb))
    told = sentence.subject(verb) == noun or (sentence.is_passive(verb) and by)
    return sentence.object(verb) if told else None
