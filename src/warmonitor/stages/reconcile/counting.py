"""The tolls of a set of reports, each with its happening, its whole, its origins and its day of writing."""

from collections.abc import Iterable, Mapping
from datetime import date

from warmonitor.language.en.sentences import sentences
from warmonitor.language.speakers import last_speakers
from warmonitor.model import Claim, Event, Modality, Scope, Stance, Toll, fold
from warmonitor.model.names import STATE
from warmonitor.stages.reconcile.counted import Counted, count, load_updates
from warmonitor.stages.reconcile.origins import Origins
from warmonitor.stages.reconcile.parts import whole_of

AFTER = 20  # characters after a count in which "more" can follow it


def counting(
    told: Iterable[Claim], events: Iterable[Event], origins: Origins, written: Mapping[str, date]
) -> list[Counted]:
    """Return what the claims count: those that are neither denied nor only planned."""
    event_of = {claim: event.id for event in events for claim in event.claims}
    actual = [one for one in told if one.stance is not Stance.DENIED and one.modality is Modality.ACTUAL]
    wholes = whole_of(actual, origins)
    found = (
        count(
            claim,
            event_of.get(claim.id),
            origins.roots(claim),
            wholes.get(claim.id),
            written.get(claim.report),
            state_of(claim, origins),
            on_top=_on_top(claim, origins),
        )
        for claim in actual
    )
    return [toll for toll in found if toll]


def state_of(claim: Claim, origins: Origins) -> str | None:
    """Return the country of the state body that says it, None where a state says nothing or several do."""
    report = origins.reports.get(claim.report)
    actors = origins.actors
    said = [link.speaker for link in last_speakers(claim, report.text if report else "", actors)]
    steps = [
        actors.known[step]
        for one in said
        if one.id
        for step in actors.lineage(one.id)
        if step in actors.known
    ]
    countries = {step.country for step in steps if step.kind in STATE and step.country}
    return next(iter(countries)) if len(countries) == 1 else None


def _on_top(claim: Claim, origins: Origins) -> bool:
    """Say whether a count is told as more of the same people: not merely the next item of a list."""
    report = origins.reports.get(claim.report)
    if not isinstance(claim.detail, Toll) or claim.detail.scope is not Scope.ADDED or report is None:
        return False
    start, end = claim.quote.start, claim.quote.end
    said = fold(report.text[start:end]).split() + fold(report.text[end : end + AFTER]).split()[:1]
    return bool(set(said) & set(load_updates()["more"]))


def sentence_of(toll: Counted, origins: Origins) -> str:
    """Return the sentence that gives a count, "" where its report is not known."""
    report = origins.reports.get(toll.claim.report)
    if report is None:
        return ""
    around = [one for one in sentences(report.text) if one.meets(toll.claim.quote)]
    return " ".join(one.of(report.text) for one in around)
