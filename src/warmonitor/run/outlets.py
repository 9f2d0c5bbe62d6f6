"""What a record says of outlets: which was alone, first, copied, copies or corrects; who quotes whom."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from warmonitor.store.quoting import QUOTED, QUOTES, chains

Tree = Mapping[str, Any]
Link = tuple[str, str]
_LESS = frozenset({"lowered", "corrected"})
SEVERAL, ONE = "several", "one"


def told_links(
    kind: str, content: Tree, reports: Mapping[str, Tree], claims: Mapping[str, Tree]
) -> Iterator[Link]:
    """Yield pairs of a role (`fields.TOLD`) and what stands in it, as far as its reports are there."""
    match kind:
        case "claims":
            report = reports.get(content["report"])
            yield from _quoting(content, report["outlet"] if report else None)
        case "events":
            yield from _standing([reports.get(one) for one in content["reports"]])
        case "strands":
            yield from _copying(content, reports)
        case "figures":
            yield from _corrections(content, reports, claims)


def _quoting(claim: Tree, outlet: str | None) -> Iterator[Link]:
    for chain in chains(claim, outlet):
        yield QUOTES, chain.quotes
        yield QUOTED, chain.quoted


def _standing(told: Sequence[Tree | None]) -> Iterator[Link]:
    """Yield which outlet alone tells of an event in words of its own, or which of several was first."""
    own = [one for one in told if one is None or not one["copy_of"]]
    outlets = {str(one["outlet"]) for one in own if one and one["outlet"]}
    if any(one is None or not one["outlet"] for one in own):
        return  # who else tells of it is not known
    if len(outlets) == 1:
        yield "alone", outlets.pop()
    elif first := _first([one for one in own if one]):
        yield "first", first


def _first(own: Sequence[Tree]) -> str | None:
    """Return the outlet with a report written on a day before all those of others can have been."""
    ends = [one["dated"]["latest"] for one in own]
    least = min((end for end in ends if end), default=None)
    firsts = {one["outlet"] for one in own if one["dated"]["latest"] == least}
    if least is None or len(firsts) > 1:
        return None
    outlet = firsts.pop()
    others = [one["dated"]["earliest"] for one in own if one["outlet"] != outlet]
    return str(outlet) if all(day and day > least for day in others) else None


def _copying(strand: Tree, reports: Mapping[str, Tree]) -> Iterator[Link]:
    """Yield who copies whom in a strand, and which outlet changed a figure of its own text."""
    yield "status", SEVERAL if len(strand["reports"]) > 1 else ONE
    for link in strand["links"]:
        copy, of = reports.get(link["copy"]), reports.get(link["of"])
        if copy is None or of is None:
            continue
        if copy["outlet"] != of["outlet"]:
            yield from ((role, one["outlet"]) for role, one in (("copies", copy), ("copied", of))
                        if one["outlet"] and not (role == "copied" and of["copy_of"]))  # fmt: skip
        elif copy["outlet"] and link["changes"]:
            yield "corrected", copy["outlet"]


def _corrections(figure: Tree, reports: Mapping[str, Tree], claims: Mapping[str, Tree]) -> Iterator[Link]:
    """Yield the outlets that gave a count and later another in its place."""
    for row in figure["history"]:
        met: set[str] = set()
        for count in row["counts"]:
            report = reports.get(claims.get(count["claim"], {}).get("report", ""))
            outlet = report["outlet"] if report else None
            if outlet and outlet in met and count["mark"] in _LESS:
                yield "corrected", outlet
            met |= {outlet} if outlet else set()
