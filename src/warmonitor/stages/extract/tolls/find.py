"""The tolls of a sentence, with their people, parts and places."""

from collections.abc import Sequence

from warmonitor.model import ClaimKind, Measure, Named, Quantity, Scope, Span, Toll
from warmonitor.stages.extract.attacks.blame import is_attack_noun, perpetrator_of
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.placing import can_be_place, clause_places, place_names, places_under
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.doubt import is_negated
from warmonitor.stages.extract.speech.said import Said, named
from warmonitor.stages.extract.tolls.counted import Counted, find_counted
from warmonitor.stages.extract.tolls.found import Found
from warmonitor.stages.extract.tolls.measure import direct, sure
from warmonitor.stages.extract.tolls.parts import among, goes_on, led_in, named_people, related, spelt_out
from warmonitor.stages.extract.tolls.persons import Listed, find_listed, named_of
from warmonitor.stages.extract.tolls.scope import scope_of


def find_tolls(sentence: Sentence, said: Sequence[Said], before: Sequence[Draft]) -> list[Draft]:
    """Return the tolls of a sentence; a part names the total that it belongs to.

    People who speak are not counted; `before` are the tolls of the sentence before, for "among them".
    """
    speakers = [a.speaker.span for s in said for a in s.attributions]
    counted = [c for c in find_counted(sentence) if not any(c.span.meets(s) for s in speakers)]
    found = [sure(sentence, c, direct(sentence, c)) for c in counted]
    listed = find_listed(sentence, counted)
    names = _lend(listed, counted, found)
    parts: dict[int, int] = {}
    for k, one in enumerate(counted):
        found[k], total = related(sentence, counted, found, k, one)
        found[k] = found[k] or among(sentence, one, before)
        if total is None and k - 1 in parts and goes_on(sentence, counted[k - 1], one):
            total = parts[k - 1]
            found[k] = found[k - 1]
        elif total is None and k and found[k - 1] is not None and spelt_out(sentence, counted[k - 1], one):
            total, found[k] = k - 1, found[k - 1]
        if total is not None:
            parts[k] = total
    kept = [k for k, hit in enumerate(found) if hit is not None and not is_negated(sentence, hit.trigger)]
    drafts = []
    for k in kept:
        total = parts.get(k)
        hit = found[k]
        assert hit is not None
        one = named_people(
            sentence, counted[k], [c for j, c in enumerate(counted) if j not in parts or j == total], total
        )
        counted[k] = one
        part = kept.index(total) if total in kept else None
        scope = _scope(sentence, counted, found, k, parts)
        drafts.append(_draft(sentence, one, hit, part, named_of(sentence, names.get(k, ())), scope))
    told = [one for one in listed if _told(sentence, one, speakers)]
    return [
        *drafts,
        *(
            _persons(sentence, one, _total_before(sentence, one, [counted[k] for k in kept], drafts))
            for one in told
        ),
    ]


def _scope(
    sentence: Sentence, counted: list[Counted], found: list[Found | None], k: int, parts: dict[int, int]
) -> Scope:
    """Return the scope of count k among those of its sentence; a part counts some."""
    own = found[k]
    if own is None or k in parts:
        return Scope.SOME
    before = [(counted[j], hit) for j in range(k) if (hit := found[j]) is not None]
    alike = [one for one, hit in before if hit.measure is own.measure]
    unlike = [one for one, hit in before if hit.measure is not own.measure]
    return scope_of(sentence, counted[k], alike, unlike)


def _total_before(
    sentence: Sentence, listed: Listed, counted: list[Counted], drafts: list[Draft]
) -> int | None:
    """Return the toll that persons are led in as a part of: "six people, including X"."""
    first = listed.ends()[0]
    if not led_in(sentence, listed.zone.first, first):
        return None
    fits = (
        k
        for k, (one, draft) in enumerate(zip(counted, drafts, strict=True))
        if one.last < first and draft.part is None and isinstance(draft.detail, Toll)
        and draft.detail.measure is listed.zone.measure
    )  # fmt: skip
    return max(fits, default=None)


def _lend(listed: list[Listed], counted: list[Counted], found: list[Found | None]) -> dict[int, list[int]]:
    """Give counts that stand among persons listed what those suffered; return the names of each count."""
    names: dict[int, list[int]] = {}
    for one in listed:
        for k, tokens in one.counted.items():
            near = one.count or any(found[j] is None for j in one.counted)
            if found[k] is None and near and _people(counted[k]):
                found[k] = Found(one.zone.measure, one.zone.trigger)
            names[k] = tokens
        for k in one.described:
            found[k] = None
    return names


def _people(one: Counted) -> bool:
    return one.noun is not None


def _told(sentence: Sentence, listed: Listed, speakers: list[Span]) -> bool:
    """Say whether persons are listed by name or as kin, none of whom speaks, and the words do not deny it."""
    if not listed.count or is_negated(sentence, listed.zone.trigger):
        return False
    return not any(name.span.meets(s) for name in named_of(sentence, listed.names) for s in speakers)


def _persons(sentence: Sentence, listed: Listed, part: int | None) -> Draft:
    """Return the toll of persons listed one by one: as many as there are names and kin."""
    first, last = listed.ends()
    count, zone = listed.count, listed.zone
    span = sentence.span_of(first, last)
    names = named_of(sentence, listed.names)
    quote = Span(span.start, max(span.end, *(n.span.end for n in names), span.end))
    culprit = perpetrator_of(sentence, zone.trigger) if sentence.is_verb(zone.trigger) else None
    toll = Toll(zone.measure, "people", Quantity(count, count, count), culprit, named=names, scope=Scope.SOME)
    return Draft(ClaimKind.TOLL, sentence, zone.trigger, quote, toll, part=part)


def _draft(
    sentence: Sentence, one: Counted, hit: Found, part: int | None, names: tuple[Named, ...], scope: Scope
) -> Draft:
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
        return tuple(places_under(sentence, subject))
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
