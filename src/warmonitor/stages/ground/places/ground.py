"""Claims' words of place to places."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from warmonitor.model import (
    Change,
    Claim,
    ClaimKind,
    Control,
    Issue,
    Named,
    Place,
    PlacePrecision,
    Report,
    Span,
)
from warmonitor.reference.gazetteer import Gazetteer
from warmonitor.stages.ground.places.advance import as_advance, as_part
from warmonitor.stages.ground.places.alias import Alias, alias_mention, aliases, join_aliases
from warmonitor.stages.ground.places.antecedent import Before, Scene, antecedent
from warmonitor.stages.ground.places.conjuncts import conjuncts, shared_kind
from warmonitor.stages.ground.places.described import area_record, off_road
from warmonitor.stages.ground.places.gather import gather
from warmonitor.stages.ground.places.mentions import Mention
from warmonitor.stages.ground.places.namesakes import ambiguous
from warmonitor.stages.ground.places.order import narrow_first
from warmonitor.stages.ground.places.phrase import Phrase, read_phrase
from warmonitor.stages.ground.places.record import Seen, place_id, place_record
from warmonitor.stages.ground.places.resolve import Used, display_name, name_place
from warmonitor.stages.ground.places.runs import runs
from warmonitor.stages.ground.places.settle import Names, Settled, kind_of, settle, wide_names
from warmonitor.stages.ground.places.theatre import Theatre, theatres
from warmonitor.stages.ground.places.words import load_words

# "a camp | for displaced people at X": the words after a description that say which.
_AT = re.compile(r"(?:\s+for\s+[\w-]+(?:\s+[\w-]+){0,2}?)?\s+(?:at|near)\s+(?:[^\W\d_a-z][\w’'-]*[ ]?)+")
_EVENTS = frozenset({ClaimKind.CONTROL, ClaimKind.ATTACK, ClaimKind.MOVEMENT})


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
    events: Mapping[str, frozenset[Span]]

    def scenes(self) -> dict[str, Scene]:
        """Return each report's mentions with what they stand for."""
        made = {}
        for report, listed in sorted(self.mentions.items()):
            befores = [Before(one, self.names.of(report, one, kind_of(one, self.wide))) for one in listed]
            events = self.events.get(report, frozenset())
            made[report] = Scene(
                befores, self.theatres[report], self.gazetteer, self.reports[report].text, events
            )
        return made


def ground_places(
    reports: Sequence[Report], claims: Sequence[Claim], gazetteer: Gazetteer
) -> tuple[list[Claim], list[Place]]:
    """Return the claims with every `where` resolved, and the places that they refer to, sorted by id.

    A name is settled by its report's theatre (countries weighed from places and peoples named), the noun
    beside it, nearness to other places, and population; spellings are joined across reports; a description
    stands for a place named before it, and ground told by a place ("near X") is an area of its own. What
    cannot be settled keeps `id` None, or is a place without coordinates.
    """
    grounded, places, _ = ground_places_noting(reports, claims, gazetteer)
    return grounded, places


def ground_places_noting(
    reports: Sequence[Report], claims: Sequence[Claim], gazetteer: Gazetteer
) -> tuple[list[Claim], list[Place], list[Issue]]:
    """Return what `ground_places` does, and an issue for each name that nothing decides between places."""
    known = {report.id: report for report in reports}
    whole = {claim.id: claim.where for claim in claims}
    claims = [replace(claim, where=conjuncts(claim.where)) for claim in claims]
    phrases = {
        (claim.id, index): _read(named, whole[claim.id], known[claim.report].text, gazetteer, claim)
        for claim in claims
        if claim.report in known
        for index, named in enumerate(claim.where)
    }
    context = _context(known, claims, phrases, gazetteer)
    scenes = context.scenes()
    pairs = _aliased(known, scenes)
    if pairs:
        join_aliases(context.names, context.mentions, context.wide, pairs)
        context = replace(context, display=_display(context.mentions, context.names, context.wide))
        scenes = context.scenes()
    used = Used()
    grounded = [_grounded(claim, scenes.get(claim.report), phrases, context, used) for claim in claims]
    by_id = used.by_id()
    grounded = [_ordered(claim, by_id, known) for claim in grounded]
    return grounded, _places(context, scenes, grounded, used), ambiguous(grounded, by_id, known)


def _grounded(
    claim: Claim,
    scene: Scene | None,
    phrases: Mapping[tuple[str, int], Phrase],
    context: _Set,
    used: Used,
) -> Claim:
    if scene is None:
        return claim

    def called(settled: Settled) -> str:
        return display_name(settled, context.display)

    made: dict[str | Span, Named] = {}
    for index, named in enumerate(claim.where):
        one = name_place(named, phrases[claim.id, index], scene, called, used, ringed=_is_siege(claim))
        made.setdefault(one.id if one.precision == PlacePrecision.REGION and one.id else one.span, one)
    return replace(claim, where=tuple(made.values()))


def _ordered(claim: Claim, places: Mapping[str, Settled], known: Mapping[str, Report]) -> Claim:
    if claim.report not in known:
        return claim
    text = known[claim.report].text
    where = narrow_first(claim, places, text)
    if claim.kind is ClaimKind.CONTROL:
        where = tuple(as_part(named, load_words()) for named in where)
    return as_advance(replace(claim, where=where), places, text)


def _aliased(reports: Mapping[str, Report], scenes: Mapping[str, Scene]) -> list[tuple[str, Alias, Settled]]:
    """Return the reports' other names with the places that they are said to be names of."""
    found = []
    for report, scene in sorted(scenes.items()):
        for alias in aliases(reports[report].text):
            if alias.described:
                before = antecedent("town", "town", alias.of.start, scene)
                settled = before[0] if before else None
            else:
                settled = next((one.settled for one in scene.listed if one.mention.span == alias.of), None)
            if settled is not None:
                found.append((report, alias, settled))
    return found


def _read(named: Named, whole: Sequence[Named], text: str, gazetteer: Gazetteer, claim: Claim) -> Phrase:
    start, end = named.span.start, named.span.end
    phrase = read_phrase(named.said, gazetteer, start, text)
    if claim.kind is not ClaimKind.ACCESS and not _is_siege(claim):
        phrase = off_road(named.said, start, phrase, text)
    if phrase.anchor is None and phrase.indefinite:
        tail = _AT.match(text[end : end + 90])
        if tail:
            return read_phrase(text[start : end + tail.end()], gazetteer, start, text)
    return shared_kind(named, whole, phrase)


def _is_siege(claim: Claim) -> bool:
    """Say whether a place is told to be surrounded or cut off: "the road to X was cut" says so of X."""
    return isinstance(claim.detail, Control) and claim.detail.change in {Change.CUT_OFF, Change.SURROUNDED}


def _context(
    known: Mapping[str, Report],
    claims: Sequence[Claim],
    phrases: Mapping[tuple[str, int], Phrase],
    gazetteer: Gazetteer,
) -> _Set:
    mentions = gather(known, claims, phrases, gazetteer)
    for report, listed in mentions.items():
        _add_aliases(listed, known[report].text, gazetteer)
    areas = theatres(list(known.values()), mentions, gazetteer)
    names = settle(mentions, areas, gazetteer)
    wide = wide_names(mentions)
    display = _display(mentions, names, wide)
    return _Set(known, mentions, areas, names, wide, display, gazetteer, _events(claims, phrases))


def _add_aliases(listed: list[Mention], text: str, gazetteer: Gazetteer) -> None:
    """Add the other names of places that are mentioned, or described as a town, wherever they stand."""
    spans = {one.span for one in listed}
    words = {one.run.name for one in aliases(text) if one.described or one.of in spans}
    others = [run for run in runs(text) if run.name in words and run.span not in spans]
    listed.extend(alias_mention(text, run, gazetteer) for run in others)
    listed.sort(key=lambda one: (one.span, one.name))


def _events(claims: Sequence[Claim], phrases: Mapping[tuple[str, int], Phrase]) -> dict[str, frozenset[Span]]:
    """Return by report the spans of the first names of claims that say what happens to a place."""
    found: dict[str, set[Span]] = {}
    for claim in claims:
        phrase = phrases.get((claim.id, 0))
        if claim.kind in _EVENTS and phrase is not None and phrase.anchor is not None:
            found.setdefault(claim.report, set()).add(phrase.anchor.span)
    return {report: frozenset(spans) for report, spans in found.items()}


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


def _places(context: _Set, scenes: Mapping[str, Scene], claims: Sequence[Claim], used: Used) -> list[Place]:
    meant = {named.id for claim in claims for named in claim.where}
    areas = [one for key, one in used.areas.items() if place_id(key) in meant]
    anchors = {one.key for area in areas if not area.alone for one in (area.of, *area.others)}
    seen = {
        key: Seen(settled) for key, settled in used.places.items() if place_id(key) in meant or key in anchors
    }
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
    made += [area_record(one, sorted(used.said[one.key]), context.gazetteer) for one in areas]
    return sorted(made, key=lambda place: place.id)
