"""Every mention of a place in a set of reports: found in the text, or named by a claim."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from warmonitor.model import Claim, Report
from warmonitor.model.memo import REPORTS, remembered
from warmonitor.reference.gazetteer import Candidate, Gazetteer
from warmonitor.reference.gazetteer.spelling import norm
from warmonitor.stages.ground.places.bearers import bearers
from warmonitor.stages.ground.places.join import misspelt, same_sound
from warmonitor.stages.ground.places.mentions import Mention, find_place_names, is_person
from warmonitor.stages.ground.places.near import NearNames
from warmonitor.stages.ground.places.phrase import Phrase, bare_name, context_kind, is_locative
from warmonitor.stages.ground.places.runs import Run, runs
from warmonitor.stages.ground.places.within import said_within

Phrases = Mapping[tuple[str, int], Phrase]


def gather(
    reports: Mapping[str, Report], claims: Sequence[Claim], phrases: Phrases, gazetteer: Gazetteer
) -> dict[str, list[Mention]]:
    """Return the mentions of each report, in order; `phrases` are the claims' places, by claim and index."""
    found = {key: find_place_names(report.text, gazetteer) for key, report in sorted(reports.items())}
    named: set[str] = set()
    for report, phrase in _anchored(claims, phrases):
        if report in found:
            mention = _of_claim(phrase, reports[report].text, gazetteer)
            named.add(mention.name)
            _put(found[report], mention)
    _add_elsewhere(found, reports, sorted(named), gazetteer)
    return {key: _told_within(listed, reports[key].text) for key, listed in found.items()}


def _told_within(listed: Sequence[Mention], text: str) -> list[Mention]:
    """Return the mentions in order; a name that several places bear comes with what it is said to lie in."""
    ordered = sorted(listed, key=lambda one: (one.span, one.name))
    return [
        replace(one, within=said_within(text, one.span)) if len(one.candidates) > 1 else one
        for one in ordered
    ]


def _put(listed: list[Mention], mention: Mention) -> None:
    """Add a claim's mention, or its kind to the one found at the same words."""
    for index, one in enumerate(listed):
        if one.span == mention.span:
            if one.kind is None and mention.kind:
                listed[index] = replace(one, kind=mention.kind, head=mention.head)
            return
    listed.append(mention)


def _anchored(claims: Sequence[Claim], phrases: Phrases) -> Iterator[tuple[str, Phrase]]:
    for claim in sorted(claims, key=lambda one: one.id):
        for index in range(len(claim.where)):
            phrase = phrases.get((claim.id, index))
            if phrase is not None and phrase.anchor is not None:
                yield claim.report, phrase


def _of_claim(phrase: Phrase, text: str, gazetteer: Gazetteer) -> Mention:
    anchor = phrase.anchor
    if anchor is None:
        msg = "a phrase without a name is no mention"
        raise ValueError(msg)
    kind, head = (phrase.kind, phrase.head) if phrase.kind else context_kind(text, anchor, gazetteer)
    known = bearers(anchor.name, gazetteer)
    return Mention(anchor.name, anchor.span, kind, head, known, locative=True, sided=phrase.sided)


def _add_elsewhere(
    found: Mapping[str, list[Mention]],
    reports: Mapping[str, Report],
    named: Sequence[str],
    gazetteer: Gazetteer,
) -> None:
    """Add the places where a name that a claim takes for a place stands again, misspelt or not."""
    keys = {norm(name) for name in named}
    shelves = NearNames()
    for name in named:
        shelves.add(name)
    for report, listed in found.items():
        text = reports[report].text
        spans = {one.span for one in listed}
        for run, bare, known in _names_in(text, gazetteer):
            if bare.span in spans:
                continue
            near = () if known else [named[number] for number in shelves.near(bare.name)]
            if norm(bare.name) in keys or _is_misspelt(bare, near, text):
                kind, head = context_kind(text, run, gazetteer)
                listed.append(Mention(bare.name, bare.span, kind, head, known, is_locative(text, run)))


@remembered(REPORTS)
def _names_in(text: str, gazetteer: Gazetteer) -> tuple[tuple[Run, Run, tuple[Candidate, ...]], ...]:
    """Return the names of no persons, as they stand and bare, with the places that bear them."""
    bare = ((run, bare_name(run, gazetteer)) for run in runs(text) if not is_person(text, run))
    return tuple((run, one, bearers(one.name, gazetteer)) for run, one in bare)


def _is_misspelt(run: Run, named: Sequence[str], text: str) -> bool:
    """Say whether a name is another's misspelt: a short one only where a place would stand."""
    if any(misspelt(run.name, name) for name in named):
        return True
    return is_locative(text, run) and any(same_sound(run.name, name) for name in named)
