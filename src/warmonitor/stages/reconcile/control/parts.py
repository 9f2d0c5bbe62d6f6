"""Whether words mean a place or a part of it, and which part."""

import re

from warmonitor.model import Named, PlaceIndex, PlacePrecision, fold
from warmonitor.stages.reconcile.control.tables import pattern

_KINDS = re.compile(
    r"\b(?:towns?|city|cities|villages?|capital|hamlets?|settlements?|municipality)\b", re.IGNORECASE
)
_JOINS = re.compile(
    r"^(?:the|a|an|its|their)\s+|\s+(?:of|in|at|to|around|near|outside|inside)$", re.IGNORECASE
)
UNNAMED_PART = ""


def part_of(named: Named, places: PlaceIndex) -> str | None:
    """Return the words for the part of a place that a name means, None for all of it, "" for some part."""
    rest = _without_name(named, places)
    if pattern("whole").search(rest):
        return None
    if pattern("parts").search(rest):
        return rest
    near = named.precision == PlacePrecision.NEAR and not _KINDS.search(rest)
    return (rest or UNNAMED_PART) if near else None


def _without_name(named: Named, places: PlaceIndex) -> str:
    """Return the words of a phrase without the place's own name, its article and what joins the two."""
    said = named.said
    known = sorted(places.names.get(named.id or "", ()), key=lambda name: (-len(name), name))
    for name in known:
        words = r"\W+".join(map(re.escape, name.split()))
        cut = re.sub(rf"\b{words}\b(?:['’]s)?", " ", said, count=1, flags=re.IGNORECASE)
        if cut != said:
            said = cut
            break
    bare = " ".join(said.split())
    while (shorter := _JOINS.sub("", bare)) != bare:
        bare = shorter.strip(" ,")
    return bare


def part_key(part: str | None) -> str | None:
    """Return a key that two wordings of one part share."""
    return None if part is None else fold(part)
