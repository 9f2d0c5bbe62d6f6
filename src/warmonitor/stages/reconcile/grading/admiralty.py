"""Admiralty marks: of information by its independent origins, of sources by their record, each by itself."""

from collections.abc import Iterable, Mapping

from warmonitor.model import InfoMark, SourceMark, VoiceKind
from warmonitor.stages.reconcile.grading.evidence import Evidence
from warmonitor.stages.reconcile.grading.record import Records

Marked = tuple[InfoMark, str]
UNKNOWN = frozenset({VoiceKind.UNNAMED, VoiceKind.CIRCLE})


def information(found: Evidence, kinds: Mapping[str, VoiceKind]) -> Marked:
    """Return how credible it is and why, in one sentence; the first rule that fits decides."""
    said = f"It is said by {listed(found.support)}"
    if found.admitted:
        return InfoMark.CONFIRMED, f"It is said by {found.admitted}, who did it."
    if found.against:
        more = len(found.against) > len(found.support)
        mark = InfoMark.IMPROBABLE if more else InfoMark.DOUBTFUL
        return mark, f"{said}, and contradicted by {listed(found.against)}."
    if found.differ:
        return InfoMark.DOUBTFUL, f"{said}, whose numbers cannot all be right."
    if len(found.sides) > 1:
        return InfoMark.CONFIRMED, f"It is said by {listed(found.named)}, independent of each other."
    return _unconfirmed(found, kinds, said)


def _unconfirmed(found: Evidence, kinds: Mapping[str, VoiceKind], said: str) -> Marked:
    if found.support and set(found.support) <= found.doubted:
        return InfoMark.POSSIBLE, f"{said}, and reports keep their distance from it."
    if len(found.named) > 1:
        return InfoMark.PROBABLE, f"{said}; those known by name stand on one side."
    if len(found.support) > 1:
        return InfoMark.PROBABLE, f"{said}, of whom at most one is plain and known by name."
    if all(kinds[one] in UNKNOWN for one in found.support):
        return InfoMark.UNJUDGED, f"{said} alone, and nobody can tell who that is."
    return InfoMark.POSSIBLE, f"{said} alone."


def source(origins: Iterable[str], item: str, records: Records) -> tuple[SourceMark, str]:
    """Return the mark of the best source of an item, by its record on other items, and why."""
    marks = [(*records.mark(one, without=item), one) for one in origins]
    if not marks:
        return SourceMark.F, "No origin of it is known."
    mark, because, name = min(marks, key=lambda one: (one[0], one[2]))
    if mark is SourceMark.F:
        return mark, "None of its origins has record enough here to be judged."
    return mark, f"{name}: {because}"


def listed(names: tuple[str, ...], most: int = 4) -> str:
    """Return names in words: "A, B and C", the rest counted."""
    shown = [*names[:most], *([f"{len(names) - most} more"] if len(names) > most else [])]
    *first, last = shown or ["nobody"]
    return f"{', '.join(first)} and {last}" if first else last
