"""Attacks told by a noun: "clashes between A and B", "shelling of the market", "heavy fighting erupted"."""

from dataclasses import replace

from warmonitor.model import Modality, Named
from warmonitor.stages.extract.attacks.blame import doer_of_noun, is_force, sides_of, sufferer_of, target_of
from warmonitor.stages.extract.attacks.drafts import attack_draft
from warmonitor.stages.extract.attacks.kinds import AIR, Kind, noun_kind, settled
from warmonitor.stages.extract.attacks.phrases import harmed_by
from warmonitor.stages.extract.attacks.verbs import can_be_hit, is_struck
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.placing import (
    can_be_place,
    clause_places,
    place_names,
    places_under,
    premises_place,
    relative_place,
)
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import named


def by_noun(sentence: Sentence, i: int, told: set[int]) -> Draft | None:
    """Return the attack that a noun names, None where it names none; `told` are below a verb's attack."""
    nominal = sentence.upos(i) in {"NOUN", "PROPN"} or _is_gerund(sentence, i)
    kind = noun_kind(sentence, i) if nominal else None
    if kind is None or sentence.rel(i) == "compound" or _at_large(sentence, i) or _is_name(sentence, i):
        return None
    culprit, target, places = _parties(sentence, i)
    where = [p for n in places for p in place_names(sentence, n)] or _suffering(sentence, i)
    where = where or clause_places(sentence, i) or premises_place(sentence, i)
    if not _is_told(sentence, i, kind, (culprit, target, where, places), told):
        return None
    kind = settled(sentence, i, _flown(sentence, i, kind, culprit), _doer_index(sentence, culprit), target)
    draft = attack_draft(sentence, i, kind, (culprit, target_of(sentence, target)), where, [])
    return replace(draft, modality=_meant(sentence, i))


def _parties(sentence: Sentence, i: int) -> tuple[Named | None, int | None, list[int]]:
    """Return who did it, the head of what was hit, and the heads of places that were."""
    one, other = sides_of(sentence, i)
    if one is not None:
        return named(sentence, one, joined=other is None), other, []
    culprit = doer_of_noun(sentence, i)
    if culprit is None and _meant(sentence, i) is Modality.PLANNED:
        planner = sentence.subject(sentence.head(i))
        culprit = named(sentence, planner) if planner is not None and is_force(sentence, planner) else None
    aimed = _aimed(sentence, i)
    if (sufferer := sufferer_of(sentence, i)) is not None:
        return culprit, sufferer, []
    places = [n for n in aimed if can_be_place(sentence, n) and not _is_whom(sentence, i, n)]
    target = next(
        (n for n in aimed if (n not in places or is_struck(sentence, n)) and can_be_hit(sentence, n)), None
    )
    target = target if target is not None else harmed_by(sentence, i)
    return culprit, target if target is not None else other, places


def _aimed(sentence: Sentence, i: int) -> list[int]:
    aimed = [n for case, n in sentence.obliques(i) if case in {"on", "against", "of", "targeting"}]
    if sentence.rel(i) == "obj" and not aimed:  # a tree may hang "on the town" on the verb
        aimed = [n for case, n in sentence.obliques(sentence.head(i)) if case in {"on", "against"} and n > i]
    return [n for n in aimed if n not in sentence.dated_tokens]


def _is_whom(sentence: Sentence, noun: int, n: int) -> bool:
    """Say whether a name after an attack is somebody's: "the murder of X", "an attack against Mayor X"."""
    if sentence.upos(n) != "PROPN":
        return False
    first, last = sentence.phrase_tokens(n)
    said = {word for k in range(first, last + 1) for word in sentence.low(k).split()}
    titled = bool(said & words("blame", "authorities"))
    return titled or sentence.lemma(noun) in words("blame", "suffered")


Found = tuple[Named | None, int | None, list[Named], list[int]]


def _is_told(sentence: Sentence, i: int, kind: Kind, found: Found, told: set[int]) -> bool:
    """Say whether the text puts the attack to somebody, a place or a day, so that it is one to tell."""
    culprit, target, where, places = found
    dated = any(sentence.at(d.span.start) in sentence.below(i) for d in sentence.dates)
    happens = _happens(sentence, i)
    party = culprit is not None or target is not None or bool(places)
    if not (happens or party or dated):
        return False
    reported = _governed(sentence, i, "renewed")
    if sentence.lemma(i) in words("attack", "lasting") and not (
        party or dated or _there(sentence, i, reported)
    ):
        return False  # an offensive or a war goes on; it is told where or when, or not at all
    if sentence.lemma(i) in words("toll", "campaign") and not (party or reported):
        return False  # the long fight that the rest of the report is about, not one more attack
    if kind.general and culprit is None and not where and target is None:
        return False
    filling = i in told and sentence.lemma(sentence.head(i)) in {"fill", "lace"}  # what the shells held
    return not filling and (i not in told or happens or culprit is not None)


def _there(sentence: Sentence, i: int, reported: bool) -> bool:
    governors = [*sentence.children(i, "acl"), *([sentence.head(i)] if sentence.head(i) >= 0 else [])]
    told = reported and any(sentence.is_verb(v) and places_under(sentence, v) for v in governors)
    return told or bool(places_under(sentence, i))


def _happens(sentence: Sentence, i: int) -> bool:
    return _governed(sentence, i, "happening")


def _governed(sentence: Sentence, i: int, key: str) -> bool:
    """Say whether the verb over a noun is of a list; "fighting erupted" may be a noun and its clause."""
    governor = sentence.head(i)
    near = [governor] if governor >= 0 else []
    near += [v for v in sentence.children(i, "acl") if v > i]
    return any(sentence.lemma(v) in words("attack", key) for v in near)


def _flown(sentence: Sentence, i: int, kind: Kind, culprit: Named | None) -> Kind:
    """Take a state's "bombing" for one from the air: ACLED's bombs on the ground are planted."""
    state = culprit is not None and any(
        sentence.lemma(k) in words("attack", "states") or sentence.upos(k) in {"ADJ", "PROPN"}
        for k in sentence.inside(culprit.span)
    )
    return AIR if state and sentence.low(i) in {"bombing", "bombings", "bombs"} else kind


def _doer_index(sentence: Sentence, culprit: Named | None) -> int | None:
    tokens = sentence.inside(culprit.span) if culprit is not None else []
    return next((k for k in tokens if sentence.head(k) not in tokens), None)


def _suffering(sentence: Sentence, i: int) -> list[Named]:
    """Return the place that was "subjected to" an attack, or "came under" it."""
    governor = sentence.head(i)
    if governor < 0 or sentence.lemma(governor) not in words("attack", "suffering"):
        return []
    subject = sentence.subject(governor)
    if subject is None or not can_be_place(sentence, subject):
        active = None if subject is None else sentence.object(governor)
        return place_names(sentence, active) if active is not None and can_be_place(sentence, active) else []
    return relative_place(sentence, governor) or place_names(sentence, subject)


def _is_gerund(sentence: Sentence, i: int) -> bool:
    """Say whether a tree took a noun for a verb: "Fighting between A and B killed 12"."""
    return (
        sentence.low(i) == "fighting"
        and i + 1 < len(sentence)
        and sentence.low(i + 1) in {"between", "in", "near"}
    )


def _meant(sentence: Sentence, i: int) -> Modality | None:
    """Return the modality that the verb over an attack lends it: "planned an attack", "fear an assault"."""
    governor = sentence.head(i)
    if governor < 0 or not sentence.is_verb(governor) or sentence.object(governor) != i:
        return None
    if sentence.lemma(governor) in words("attack", "planned"):
        return Modality.PLANNED
    return Modality.POSSIBLE if sentence.lemma(governor) in words("attack", "possible") else None


def _is_name(sentence: Sentence, i: int) -> bool:
    """Say whether a word is no attack here: a wildfire called "the … Fire", a strike of workers."""
    if sentence.upos(i) == "PROPN" and sentence.word(i) == "Fire":
        return True
    return (
        i > 0
        and sentence.low(i) in {"strike", "strikes"}
        and sentence.low(i - 1) in words("attack", "labour")
    )


def _at_large(sentence: Sentence, i: int) -> bool:
    """Say whether a noun names attacks at large, or one that is stopped or remembered: "the threat of"."""
    if {sentence.low(c) for c in sentence.children(i, "det")} & {"no", "any"}:
        return True
    governor = sentence.head(i)
    if governor < 0:
        return False
    lemma = sentence.lemma(governor)
    return (lemma in words("attack", "at_large") and not sentence.is_verb(governor)) or (
        lemma in words("attack", "stopping") and sentence.object(governor) == i
    )
