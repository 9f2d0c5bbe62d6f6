"""The record of one origin over several sets of reports that share none."""

from collections.abc import Sequence
from dataclasses import fields

from warmonitor.model import Source, Tally
from warmonitor.stages.reconcile.grading.record import mark_of


def one_source(parts: Sequence[Source]) -> Source:
    """Return an origin with the mark that all its records together give; the same for any order."""
    if len(parts) == 1:
        return parts[0]
    kind = min(one.kind for one in parts)
    tally = Tally(**{of.name: sum(getattr(one.tally, of.name) for one in parts) for of in fields(Tally)})
    return Source(
        parts[0].name,
        kind,
        *mark_of(kind, tally),
        tuple(sorted({claim for one in parts for claim in one.claims})),
        tuple(sorted({voice for one in parts for voice in one.voices})),
        tally,
        max(one.owned for one in parts),
    )
