"""Sieges that end, and fights that go on inside a place."""

from warmonitor.model import Change
from warmonitor.stages.extract.control.grounds import grounds
from warmonitor.stages.extract.control.parties import agent, first_party
from warmonitor.stages.extract.control.slots import control_draft, party_of
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.sentence import Sentence


def lifted(sentence: Sentence, noun: int) -> Draft | None:
    """Read "B broke the siege of X", "the siege of X was lifted", "A ended their siege of X"."""
    verb = sentence.head(noun)
    if sentence.lemma(noun) not in words("control", "siege") or verb < 0:
        return None
    if sentence.lemma(verb) not in words("control", "lifting") or sentence.object(verb) != noun:
        return None
    near = [found for node in (noun, verb) for found in sentence.obliques(node)]
    place = grounds(sentence, [i for case, i in near if case in {"of", "around", "on"}])
    who = agent(sentence, verb) if sentence.is_passive(verb) else party_of(sentence, verb, "subj")
    return control_draft(sentence, verb, place, Change.RELIEVED, who, None) if place else None


def fought_inside(sentence: Sentence, noun: int) -> Draft | None:
    """Read "clashes between A and B inside X", "street fighting in X"."""
    if sentence.lemma(noun) not in words("control", "fights") or sentence.upos(noun) != "NOUN":
        return None
    verb = sentence.head(noun) if sentence.rel(noun).startswith("nsubj") else -1
    near = [found for node in (noun, verb) if node >= 0 for found in sentence.obliques(node)]
    street = any(
        sentence.low(c) in words("control", "street") for c in sentence.children(noun, "compound", "amod")
    )
    cases = words("control", "within") | ({"in", "through"} if street else set())
    place = grounds(sentence, [i for case, i in near if case in cases])
    if place is None:
        return None
    who = first_party(sentence, [i for case, i in near if case in {"between", "by"}])
    return control_draft(sentence, noun, place, Change.CONTESTED, who, None)
