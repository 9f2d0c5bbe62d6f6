"""Grounds the actors of all claims: who each name, pronoun and description stands for."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from warmonitor.model import (
    Actor,
    ActorKind,
    Agreed,
    Alignment,
    Attack,
    Attribution,
    Claim,
    Control,
    Named,
    Report,
    Toll,
)
from warmonitor.model.memo import REPORTS, remembered
from warmonitor.reference.actors import ActorRegister, content, fold_name
from warmonitor.stages.ground.actors.callings import share_sides
from warmonitor.stages.ground.actors.describe import find_descriptions
from warmonitor.stages.ground.actors.homes import find_sections
from warmonitor.stages.ground.actors.join import Cast, join_keys, make_actors, with_parents
from warmonitor.stages.ground.actors.names import find_names, find_theatre
from warmonitor.stages.ground.actors.nation import count_nations, find_nation, find_surnames
from warmonitor.stages.ground.actors.newnames import find_new_names
from warmonitor.stages.ground.actors.officials import find_incumbents
from warmonitor.stages.ground.actors.owned import body_of
from warmonitor.stages.ground.actors.persons import find_persons
from warmonitor.stages.ground.actors.phrase import resolve
from warmonitor.stages.ground.actors.reading import (
    Reading,
    after,
    own,
    read,
    strongest,
    told_by,
)
from warmonitor.stages.ground.actors.refer import refer_spokesman
from warmonitor.stages.ground.actors.share import share_leaders, share_names, share_nations
from warmonitor.stages.ground.actors.shortened import share_shortened
from warmonitor.stages.ground.actors.stand import Asked, Stand

Detail = Toll | Control | Attack | Agreed | Alignment | None
_ARMY_WORDS = frozenset({"army", "military"})
_REGIME = frozenset({"regime", "junta"})
_NEARLY = 0.6
_CLAIMS = 16 * REPORTS
_OPEN = "nothing in the report says who “{}” is"


@dataclass(frozen=True, slots=True)
class _Found:
    """One claim with what its names stand for: (speaker, via) pairs, then the names of its detail."""

    claim: Claim
    chain: tuple[tuple[Stand | None, Stand | None], ...]
    detail: tuple[Stand | None, ...]


def ground_actors(
    reports: Sequence[Report], claims: Sequence[Claim], register: ActorRegister
) -> tuple[list[Claim], list[Actor]]:
    """Return the claims with every actor's name resolved, in their order, and the actors referred to.

    A name that nothing explains keeps its words as `name`, has no id and says so in `because`.
    Actors come with all that they are part of, sorted by name and id; reports may come in any order.
    """
    readings = read_reports(reports, register, _places(claims))
    cast = Cast(register)
    for reading in readings.values():
        _note_theatre(cast, reading)
    found = [_find(readings[c.report], c) if c.report in readings else _Found(c, (), ()) for c in claims]
    _cast_all(cast, readings, found)
    joined = join_keys(cast)
    known = make_actors(cast, joined)
    grounded = [_named_claim(f, known) for f in found]
    used = [known[s.key] for f in found for s in _stands(f)]
    return grounded, with_parents(used, known)


def _places(claims: Iterable[Claim]) -> frozenset[tuple[str, ...]]:
    """Return the folded names that the claims have for places known: none of them is an organisation."""
    return frozenset(fold_name(place.said) for claim in claims for place in claim.where if place.id)


def read_reports(
    reports: Sequence[Report], register: ActorRegister, places: frozenset[tuple[str, ...]] = frozenset()
) -> dict[str, Reading]:
    """Read reports for their actors; one without a country is read as about that of all together."""
    readings = {r.id: _begun(r, register, places) for r in sorted(reports, key=lambda r: r.id)}
    together: Counter[str] = Counter()
    for reading in readings.values():
        together.update(reading.countries)
    of_all = strongest(together)
    readings = {k: after(one, _find_known, _theatre(one, of_all)) for k, one in readings.items()}
    persons = frozenset(name for reading in readings.values() for name in told_by(reading, find_surnames))
    readings = share_nations(_with_nations(readings, persons))
    readings = share_names({key: after(reading, find_new_names) for key, reading in readings.items()})
    readings = share_sides(readings)
    readings = {key: after(reading, find_persons) for key, reading in readings.items()}
    readings = share_shortened(share_leaders(readings, persons))
    return {key: after(reading, find_descriptions) for key, reading in readings.items()}


def _begun(report: Report, register: ActorRegister, places: frozenset[tuple[str, ...]]) -> Reading:
    """Return the report as it is read first; of the places it is told those whose names stand in it."""
    reading = _begin(own(report), register)
    lines = told_by(reading, _lines)
    capitals = told_by(reading, _capitals)
    named = (name for name in places if not capitals.isdisjoint(name[:1]))
    here = frozenset(name for name in named if any(f" {' '.join(name)} " in line for line in lines))
    return after(reading, _note_places, here) if here else reading


@remembered(REPORTS)
def _begin(report: Report, register: ActorRegister) -> Reading:
    reading = read(report, register)
    find_theatre(reading)
    find_sections(reading)
    return reading


def _lines(reading: Reading) -> frozenset[str]:
    """Return the words in a row, as names are folded: with articles or without, apostrophes lost or not."""
    whole = [w.folded + "s" * (reading.text[w.end : w.end + 1] == "s") for w in reading.words]
    owned = [w.folded for w in reading.words]
    kept = content(reading.words)
    rows = [whole, owned, [whole[at] for at in kept], [owned[at] for at in kept]]
    return frozenset(f" {' '.join(row)} " for row in rows)


def _capitals(reading: Reading) -> frozenset[str]:
    """Return the words with which a name can start, with and without the s of a lost apostrophe."""
    said = {w.folded for w in reading.words if not w.text[:1].islower()}
    return frozenset(said | {f"{word}s" for word in said})


def _note_places(reading: Reading, places: frozenset[tuple[str, ...]]) -> None:
    reading.places = places


def _find_known(reading: Reading, theatre: str | None) -> None:
    reading.theatre = theatre
    find_names(reading)
    find_incumbents(reading)


def _with_nations(readings: Mapping[str, Reading], persons: frozenset[str]) -> dict[str, Reading]:
    """Return the readings with the states that the register does not know; `persons` are none of them."""
    nations = {key: told_by(one, count_nations, persons & one.vocabulary) for key, one in readings.items()}
    of_all = strongest(sum((counts for counts in nations.values() if counts), Counter()))
    return {
        key: after(one, _find_nation, tuple(nations[key].items()), of_all) if nations[key] else one
        for key, one in readings.items()
    }


def _find_nation(reading: Reading, totals: tuple[tuple[str, int], ...], of_all: str | None) -> None:
    find_nation(reading, Counter(dict(totals)), of_all)


def _theatre(reading: Reading, of_all: str | None) -> str | None:
    """Return the report's country, that of all reports where the report is nearly as much about it."""
    if reading.theatre is None or of_all is None:
        return reading.theatre or of_all
    near = _NEARLY * reading.countries[reading.theatre] <= reading.countries[of_all]
    return of_all if near else reading.theatre


def _find(reading: Reading, claim: Claim) -> _Found:
    return _Found(claim, *_stands_of(reading, claim.attribution, claim.detail))


@remembered(_CLAIMS)
def _stands_of(
    reading: Reading, attribution: tuple[Attribution, ...], detail: Detail
) -> tuple[tuple[tuple[Stand | None, Stand | None], ...], tuple[Stand | None, ...]]:
    """Return what the speakers and the names of a claim stand for."""
    chain = tuple(
        (_stand(reading, a.speaker, None, True), _stand(reading, a.via, None, True)) for a in attribution
    )
    speaker = chain[0][0] if chain else None
    nameds = _nameds(detail)
    stands = tuple(_stand(reading, n, speaker, False) for n in nameds)
    if isinstance(detail, Control):
        stands = tuple(_holder(reading, n, s) for n, s in zip(nameds, stands, strict=True))
    return chain, stands


def _holder(reading: Reading, named: Named | None, stand: Stand | None) -> Stand | None:
    """Return the body of a person, as places are held by bodies: "he lost the town" is its spokesman's."""
    if named is not None and stand is not None and stand.kind is ActorKind.UNNAMED:
        pronoun = reading.lexicon.pronouns.get(named.said.split()[0].lower()) == "we"
        return refer_spokesman(reading, stand, _words_of(reading, named)[0]) or stand if pronoun else stand
    if stand is None or stand.kind is not ActorKind.PERSON:
        return stand
    body = body_of(reading, stand)
    return body.why(f"{stand.name} stands for {body.name}") if body is not None else stand


def _stand(reading: Reading, named: Named | None, speaker: Stand | None, speaking: bool) -> Stand | None:
    if named is None:
        return None
    first, last = _words_of(reading, named)
    return resolve(reading, Asked(first, last, speaking, speaker)) if first <= last else None


def _words_of(reading: Reading, named: Named) -> tuple[int, int]:
    """Return the first and last word of a name, the last before the first where it holds none."""
    words = reading.words
    first = bisect_right(words, named.span.start, key=lambda w: w.end)
    return first, bisect_left(words, named.span.end, key=lambda w: w.start) - 1


def _nameds(detail: Detail) -> tuple[Named | None, ...]:
    """Return the actors' names of a claim's detail."""
    match detail:
        case Toll(perpetrator=perpetrator):
            return (perpetrator,)
        case Control(party=party, counterparty=counterparty):
            return (party, counterparty)
        case Attack(perpetrator=perpetrator, target=target):
            return (perpetrator, target)
        case Agreed() as agreed:
            return agreed.names()
        case Alignment(party=party, counterparty=other):
            return (party, other)
    return ()


def _stands(found: _Found) -> Iterator[Stand]:
    for pair in found.chain:
        yield from (s for s in pair if s is not None)
    yield from (s for s in found.detail if s is not None)


def _note_theatre(cast: Cast, reading: Reading) -> None:
    """Count how the reports call the forces of each state: the government's, or the army."""
    if reading.theatre is not None:
        cast.theatres.add(reading.theatre)
    governments, armies = told_by(reading, _forces_called)
    cast.called_government.update(governments)
    cast.called_army.update(armies)


def _forces_called(reading: Reading) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the country of each force that is called the government's, and of each called the army."""
    governments, armies = list[str](), list[str]()
    for index, word in enumerate(reading.words):
        before = reading.by_word.get(index - 1)
        owner = before.stand.country if before is not None and before.stand.state else None
        behind = reading.words[index + 1].folded if index + 1 < len(reading.words) else ""
        if word.folded in _REGIME or (word.folded == "government" and behind in reading.lexicon.forces):
            governments.append(owner or reading.theatre or "")
        elif word.folded in _ARMY_WORDS and index and reading.words[index - 1].folded == "the":
            armies.append(reading.theatre or "")
    return tuple(governments), tuple(armies)


def _cast_all(cast: Cast, readings: Mapping[str, Reading], found: Iterable[_Found]) -> None:
    for each in found:
        nameds = [n for a in each.claim.attribution for n in (a.speaker, a.via)]
        nameds += _nameds(each.claim.detail)
        stands = [s for pair in each.chain for s in pair] + list(each.detail)
        for named, stand in zip(nameds, stands, strict=False):
            if named is None or stand is None:
                continue
            pronoun = named.said.lower() in cast.register.lexicon.pronouns
            cast.add(stand, None if pronoun else named.said)
            _cast_parents(cast, readings[each.claim.report], stand)


def _cast_parents(cast: Cast, reading: Reading, stand: Stand) -> None:
    """Keep the bodies that an actor is part of where only the report knows them."""
    parent = stand.parent
    while parent is not None and parent not in cast.stands:
        above = next((m.stand for m in reading.mentions if m.stand.key == parent), None)
        if above is None:
            return
        cast.add(above)
        parent = above.parent


def _named_claim(found: _Found, known: Mapping[str, Actor]) -> Claim:
    claim = found.claim
    if not found.chain and not found.detail:
        return claim
    chain = tuple(
        Attribution(_required(a.speaker, s, known), _named(a.via, v, known), a.cue)
        for a, (s, v) in zip(claim.attribution, found.chain, strict=True)
    )
    names = [_named(n, s, known) for n, s in zip(_nameds(claim.detail), found.detail, strict=True)]
    return replace(claim, attribution=chain, detail=_with_names(claim, names))


def _with_names(claim: Claim, names: Sequence[Named | None]) -> Detail:
    match claim.detail:
        case Toll() as toll:
            return replace(toll, perpetrator=names[0])
        case Control() as control:
            return replace(control, party=names[0], counterparty=names[1])
        case Attack() as attack:
            return replace(attack, perpetrator=names[0], target=names[1])
        case Agreed() as agreed:
            return agreed.renamed([n for n in names if n is not None])
        case Alignment(party=party, counterparty=other) as bound:
            return replace(bound, party=names[0] or party, counterparty=names[1] or other)
    return None


def _named(named: Named | None, stand: Stand | None, known: Mapping[str, Actor]) -> Named | None:
    return None if named is None else _required(named, stand, known)


def _required(named: Named, stand: Stand | None, known: Mapping[str, Actor]) -> Named:
    if stand is None:
        return replace(named, name=named.said, id=None, because=_OPEN.format(named.said))
    actor = known[stand.key]
    return replace(named, name=actor.name, id=actor.id, because=stand.because)
