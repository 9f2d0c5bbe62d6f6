"""Attacks beaten off: who repelled an attack on a place holds it afterwards."""

from warmonitor.model import Change, Named
from warmonitor.stages.extract.control.grounds import Place, grounds
from warmonitor.stages.extract.control.parties import can_hold, first_party, party
from warmonitor.stages.extract.control.slots import control_draft, has_particle, party_of
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.sentence import Sentence

_ON = frozenset({"on", "against", "at", "upon", "towards", "toward", "into"})
_AT = frozenset({"at", "in"})


def repulsed(sentence: Sentence, verb: int) -> Draft | None:
    """Read "A repelled an attack by B on X", "an assault on X was beaten back by A", "A beat back B at X"."""
    if not sentence.is_verb(verb) or not _beats_off(sentence, verb) or _goes_on(sentence, verb):
        return None
    who, found = party_of(sentence, verb, "subj"), _beaten(sentence, verb)
    if who is None or found is None:
        return None
    if sentence.lemma(found) in words("control", "assaults"):
        place, other = _attacked(sentence, found, verb), _attacker(sentence, found, verb)
    else:
        place, other = _where_beaten(sentence, found, verb), party(sentence, found)
    return control_draft(sentence, verb, place, Change.HOLDS, who, other) if place else None


def _beats_off(sentence: Sentence, verb: int) -> bool:
    told = table("control", "beating_off").get(sentence.lemma(verb))
    return told is not None and (not told or has_particle(sentence, verb, told))


def _goes_on(sentence: Sentence, verb: int) -> bool:
    """Say whether it is not done yet: "were repelling an attack", "vowed to repel any attack"."""
    to = any(sentence.low(c) == "to" for c in sentence.children(verb, "mark", "aux"))
    return to or (sentence.low(verb).endswith("ing") and bool(sentence.children(verb, "aux")))


def _beaten(sentence: Sentence, verb: int) -> int | None:
    """Return what is beaten off; a tree may take the particle of "beat off the attack" for a preposition."""
    found = sentence.object(verb)
    if found is not None:
        return found
    particles = table("control", "beating_off")[sentence.lemma(verb)]
    near = [i for i in sentence.children(verb, "obl") if i not in sentence.dated_tokens and i > verb]
    return next((i for i in near if not (case := sentence.case(i)) or case.split()[0] in particles), None)


def _attacked(sentence: Sentence, noun: int, verb: int) -> Place | None:
    """Return the ground that an attack was on, or an attempt was to take; none from the air."""
    told = {sentence.low(c) for c in sentence.children(noun, "compound", "amod")}
    if told & words("control", "from_afar"):
        return None
    deeds = sentence.children(noun, "acl")
    aims = [sentence.object(c) for c in deeds]
    near = [(case, i) for node in (noun, verb, *deeds) for case, i in sentence.obliques(node)]
    deeper = [found for _, one in near for found in sentence.obliques(one)]
    on = [_on(sentence, noun, some) for some in (near, deeper)]
    return grounds(sentence, [i for i in aims if i is not None] or on[0] or on[1])


def _on(sentence: Sentence, noun: int, near: list[tuple[str, int]]) -> list[int]:
    return [i for case, i in near if case in _ON and i > noun and i not in sentence.dated_tokens]


def _attacker(sentence: Sentence, noun: int, verb: int) -> Named | None:
    near = [i for case, i in sentence.obliques(noun) if case in {"by", "of", "from"}]
    near += [] if sentence.is_passive(verb) else [i for case, i in sentence.obliques(verb) if case == "by"]
    return first_party(sentence, sentence.children(noun, "nmod:poss") + near)


def _where_beaten(sentence: Sentence, found: int, verb: int) -> Place | None:
    """Return where forces were beaten back; nowhere is told where it is no forces."""
    if not can_hold(sentence, found):
        return None
    near = [(case, i) for node in (verb, found) for case, i in sentence.obliques(node)]
    return grounds(sentence, [i for case, i in near if case in _AT and i not in sentence.dated_tokens])
