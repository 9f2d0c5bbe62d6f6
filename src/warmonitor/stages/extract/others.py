"""Movements and access: what moves where, and which ways are opened or closed."""

from warmonitor.model import Agreed, ClaimKind
from warmonitor.stages.extract.attacks.blame import is_force
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.placing import can_be_place, place_names, places_under
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.doubt import is_negated
from warmonitor.stages.extract.speech.said import named


def find_others(sentence: Sentence) -> list[Draft]:
    """Return the claims of movement and access of a sentence."""
    found = []
    for i in range(len(sentence)):
        for reader in (_movement, _access):
            if draft := reader(sentence, i):
                found.append(draft)
                break
    return [d for d in found if not is_negated(sentence, d.token)]


def _movement(sentence: Sentence, verb: int) -> Draft | None:
    if not sentence.is_verb(verb) or sentence.lemma(verb) not in words("other", "moving"):
        return None
    subject = sentence.subject(verb)
    if subject is None or not (
        is_force(sentence, subject) or sentence.lemma(subject) in words("other", "movers")
    ):
        return None
    where = places_under(sentence, verb, wide=True)
    target = sentence.object(verb)
    where += place_names(sentence, target) if target is not None and can_be_place(sentence, target) else []
    if not where:
        return None
    who = named(sentence, subject, joined=True)
    quote = clause_span(sentence, verb, *(k for n in [who, *where] for k in sentence.inside(n.span)))
    return Draft(ClaimKind.MOVEMENT, sentence, verb, quote, Agreed((who,)), tuple(where))


def _access(sentence: Sentence, verb: int) -> Draft | None:
    if not sentence.is_verb(verb) or sentence.lemma(verb) not in words("other", "opening"):
        return None
    subject, target = sentence.subject(verb), sentence.object(verb)
    thing = next(
        (i for i in (target, subject) if i is not None and _is_access(sentence, i)),
        None,
    )
    if thing is None:
        return None
    where = places_under(sentence, thing, wide=True) or places_under(sentence, verb, wide=True)
    names = [named(sentence, thing), *where]
    quote = clause_span(sentence, verb, thing, *(k for n in names for k in sentence.inside(n.span)))
    doer = subject if subject is not None and subject != thing and is_force(sentence, subject) else None
    who = (named(sentence, doer, joined=True),) if doer is not None else ()
    return Draft(
        ClaimKind.ACCESS, sentence, verb, quote, Agreed(who, named(sentence, thing).said), tuple(where)
    )


def _is_access(sentence: Sentence, i: int) -> bool:
    return any(sentence.lemma(k) in words("other", "ways") for k in sentence.conjuncts(i)) or (
        any(sentence.lemma(k) in {"aid", "humanitarian", "relief"} for k in sentence.below(i))
    )
