"""Claims' words of place to places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from warmonitor.model import Claim, Named, Place, PlacePrecision, Report, Span
from warmonitor.reference.gazetteer import Gazetteer, PlaceKind
from warmonitor.stages.ground.places.antecedent import Before, Scene, antecedent, named_after
from warmonitor.stages.ground.places.gather import gather
from warmonitor.stages.ground.places.mentions import Mention
from warmonitor.stages.ground.places.phrase import (
    Phrase,
    Shape,
    read_phrase,
)
from warmonitor.stages.ground.places.record import Seen, place_id, place_record
from warmonitor.stages.ground.places.settle import Names, Settled, kind_of, settle, wide_names
from warmonitor.stages.ground.places.theatre import Theatre, theatres


@dataclass(frozen=True, slots=True)
class _Set:
    """Everything known of a set of reports before its claims are grounded."""

    reports: Mapping[str, Report]
    mentions: Mapping[str, Sequence[Mention]]
    theatres: Mapping[str, Theatre]
    names: Names
    wide: frozenset[str]
    display: Mapping[str, str]
    gazetteer: Gazetteer

    def scenes(self) -> dict[str, Scene]:
        """Return each report's mentions with what they stand for."""
        made = {}
        for report, listed in sorted(self.mentions.items()):
            befores = [Before(one, self.names.of(report, one, kind_of(one, self.wide))) for one in listed]
            made[report] = Scene(befores, self.theatres[report], self.gazetteer)
        return made


def ground_places(
    reports: Sequence[Report], claims: Sequence[Claim], gazetteer: Gazetteer
) -> tuple[list[Claim], list[Place]]:
    """Return the claims with every `where` resolved, and the places that they refer to, sorted by id.

    A name is settled by its report's theatre (countries weighed from places and peoples named), the noun
    beside it, nearness to other places, and population; spellings are joined across reports; a description
    stands for a place named before it. What cannot be settled keeps `id` None, or is a place without
    coordinates.
    """
    known = {report.id: report for report in reports}
    phrases = {
        (claim.id, index): read_phrase(named.said, gazetteer, named.span.start, known[claim.report].text)
        for claim in claims
        if claim.report in known
        for index, named in enumerate(claim.where)
    }
    context = _context(known, claims, phrases, gazetteer)
    scenes = context.scenes()
    used: dict[str, Settled] = {}
    grounded = []
    for claim in claims:
        scene = scenes.get(claim.report)
        where = claim.where
        if scene is not None:
            read = ((named, phrases[claim.id, index]) for index, named in enumerate(where))
            where = tuple(_named(named, phrase, scene, context.display, used) for named, phrase in read)
        grounded.append(replace(claim, where=where))
    return grounded, _places(context, scenes, grounded, used)


def _context(
    known: Mapping[str, Report],
    claims: Sequence[Claim],
    phrases: Mapping[tuple[str, int], Phrase],
    gazetteer: Gazetteer,
) -> _Set:
    mentions = gather(known, claims, phrases, gazetteer)
    areas = theatres(list(known.values()), mentions, gazetteer)
    names = settle(mentions, areas, gazetteer)
    wide = wide_names(mentions)
    return _Set(known, mentions, areas, names, wide, _display(mentions, names, wide), gazetteer)


def _display(mentions: Mapping[str, Sequence[Mention]], names: Names, wide: frozenset[str]) -> dict[str, str]:
    """Return for each place the spelling that the reports use most; where even, its own name or the first."""
    counts: dict[str, dict[str, int]] = {}
    own: dict[str, str] = {}
    for report, listed in sorted(mentions.items()):
        for one in listed:
            settled = names.of(report, one, kind_of(one, wide))
            own[settled.key] = settled.entry.name if settled.entry else ""
            tally = counts.setdefault(settled.key, {})
            tally[one.name] = tally.get(one.name, 0) + 1
    return {
        key: min(tally, key=lambda name: (-tally[name], name != own[key], name))
        for key, tally in counts.items()
    }


def _named(
    named: Named, phrase: Phrase, scene: Scene, display: Mapping[str, str], used: dict[str, Settled]
) -> Named:
    found = _resolved(named.span, phrase, scene)
    if found is None:
        return replace(
            named, because="no place named before it fits" if phrase.kind else "no name of a place"
        )
    settled, because = found
    used.setdefault(settled.key, settled)
    return replace(
        named,
        name=display_name(settled, display),
        id=place_id(settled.key),
        precision=precision(settled, phrase).value,
        because=because,
    )


def display_name(settled: Settled, display: Mapping[str, str]) -> str:
    """Return a country's usual name, else the spelling that the reports use most."""
    if settled.entry is not None and settled.entry.kind is PlaceKind.COUNTRY:
        return settled.entry.name
    return display.get(settled.key) or (settled.entry.name if settled.entry else settled.key)


def _resolved(span: Span, phrase: Phrase, scene: Scene) -> tuple[Settled, str] | None:
    if phrase.anchor is not None:
        for one in scene.listed:
            if one.mention.span == phrase.anchor.span:
                return one.settled, one.settled.because
        return None
    if phrase.kind is None:
        return None
    if phrase.indefinite:
        return named_after(phrase.kind, phrase.head, span.end, scene)
    return antecedent(phrase.kind, phrase.head, span.start, scene)


def precision(settled: Settled, phrase: Phrase) -> PlacePrecision:
    """Return how narrow the words are, by the kind of the place and the part of it that is meant."""
    kind = settled.entry.kind if settled.entry else None
    if phrase.shape is Shape.BETWEEN:
        return PlacePrecision.REGION
    if kind is PlaceKind.COUNTRY:
        return PlacePrecision.COUNTRY if phrase.shape is Shape.WHOLE else PlacePrecision.REGION
    if kind is PlaceKind.PROVINCE or (kind is None and settled.kind == "province"):
        return PlacePrecision.PROVINCE
    if kind in {PlaceKind.REGION, PlaceKind.WATER} or (kind is None and settled.kind == "region"):
        return PlacePrecision.REGION
    return PlacePrecision.EXACT if phrase.shape is Shape.WHOLE else PlacePrecision.NEAR


def _places(
    context: _Set, scenes: Mapping[str, Scene], claims: Sequence[Claim], used: Mapping[str, Settled]
) -> list[Place]:
    seen: dict[str, Seen] = {key: Seen(settled) for key, settled in used.items()}
    for _, scene in sorted(scenes.items()):
        for one in scene.listed:
            if one.settled.key in seen:
                seen[one.settled.key].add(one.mention.name, one.settled.because)
    ids = {place_id(key): key for key in seen}
    for claim in claims:
        for named in claim.where:
            if named.id in ids and named.precision:
                seen[ids[named.id]].precisions.append(PlacePrecision(named.precision))
    made = [
        place_record(one, display_name(one.settled, context.display), context.gazetteer)
        for one in seen.values()
    ]
    return sorted(made, key=lambda place: place.id)
