"""From counts and persons to drafts of tolls: their words, their doer and their place."""

from warmonitor.model import ClaimKind, Measure, Named, Quantity, Scope, Span, Toll
from warmonitor.stages.extract.attacks.blame import is_attack_noun, perpetrator_of
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.placing import (
    can_be_place,
    clause_places,
    place_names,
    places_under,
    premises_place,
)
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import named
from warmonitor.stages.extract.tolls.counted import Counted
from warmonitor.stages.extract.tolls.found import Found
from warmonitor.stages.extract.tolls.persons import Listed, named_of


def counted_draft(
    sentence: Sentence, one: Counted, hit: Found, part: int | None, names: tuple[Named, ...], scope: Scope
) -> Draft:
    """Return the toll of people counted; `part` is the index of the toll that it is a part of."""
    state = hit.measure in {Measure.POPULATION, Measure.REMAINING}
    culprit = perpetrator_of(sentence, hit.trigger) if not state and _strikes(sentence, hit) else None
    toll = Toll(hit.measure, one.of, one.quantity, culprit, named=names, scope=scope)
    far = abs(hit.trigger - one.first) > 25 or part is not None
    quote = one.span if far else clause_span(sentence, hit.trigger, one.first, one.last)
    where = _where(sentence, one, hit)
    return Draft(ClaimKind.TOLL, sentence, hit.trigger, quote, toll, where, standing=state, part=part)


def _strikes(sentence: Sentence, hit: Found) -> bool:
    """Say whether the word that tells the toll can have a doer: "killed", not "counted", "toll", "losses"."""
    if not sentence.is_verb(hit.trigger):
        return (
            is_attack_noun(sentence, hit.trigger)
            or sentence.low(hit.trigger) in table("toll", hit.measure.value)["state"]
        )
    verbs = set(table("toll", hit.measure.value)["object"]) | set(table("toll", hit.measure.value)["subject"])
    return sentence.lemma(hit.trigger) in verbs | words("toll", "forcing") | words("toll", "leaving") | {
        "shoot",
        "claim",
    }


def _where(sentence: Sentence, one: Counted, hit: Found) -> tuple[Named, ...]:
    """Return the place that the people counted, or the fight that struck them, are said to be in."""
    if hit.measure is Measure.POPULATION:
        return _home(sentence, one, hit)
    if hit.measure is Measure.DISPLACED and sentence.is_verb(hit.trigger):
        left = [n for case, n in sentence.obliques(hit.trigger) if case.split()[-1] in {"from", "of"}]
        if found := [p for n in left if can_be_place(sentence, n) for p in place_names(sentence, n)]:
            return tuple(found)
    own = places_under(sentence, one.noun) if one.noun is not None else []
    if own or not sentence.is_verb(hit.trigger):
        return tuple(own)
    subject = sentence.subject(hit.trigger)
    fights = words("toll", "campaign")
    if subject is not None and (sentence.lemma(subject) in fights or is_attack_noun(sentence, subject)):
        return tuple(places_under(sentence, subject) or premises_place(sentence, subject))
    return ()


def _home(sentence: Sentence, one: Counted, hit: Found) -> tuple[Named, ...]:
    """Return the place whose people are counted: "X is home to", "the region of", "it had N inhabitants"."""
    if hit.trigger < one.first and sentence.lemma(hit.trigger) in words("control", "places"):
        first = sentence.phrase_tokens(hit.trigger)[0]
        span = sentence.span_of(first, hit.trigger)
        return (Named(span.of(sentence.text), span),)
    verb = hit.trigger if sentence.is_verb(hit.trigger) else sentence.head(hit.trigger)
    for node in (hit.trigger, verb):
        subject = sentence.subject(node) if node >= 0 else None
        if (
            subject is not None
            and subject != one.noun
            and (can_be_place(sentence, subject) or sentence.low(subject) == "it")
        ):
            return tuple(place_names(sentence, subject)) or (named(sentence, subject),)
    return tuple(clause_places(sentence, hit.trigger))


def persons_draft(sentence: Sentence, listed: Listed, part: int | None) -> Draft:
    """Return the toll of persons listed one by one: as many as there are names and kin."""
    first, last = listed.ends()
    count, zone = listed.count, listed.zone
    span = sentence.span_of(first, last)
    names = named_of(sentence, listed.names)
    quote = Span(span.start, max(span.end, *(n.span.end for n in names), span.end))
    culprit = perpetrator_of(sentence, zone.trigger) if sentence.is_verb(zone.trigger) else None
    toll = Toll(zone.measure, "people", Quantity(count, count, count), culprit, named=names, scope=Scope.SOME)
    return Draft(ClaimKind.TOLL, sentence, zone.trigger, quote, toll, part=part)
