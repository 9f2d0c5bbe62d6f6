"""The places that bear a name, with those that bore it or bear it elsewhere under another."""

from dataclasses import replace

from warmonitor.reference.gazetteer import Candidate, Gazetteer, MatchKind, PlaceKind
from warmonitor.reference.gazetteer.spelling import norm
from warmonitor.reference.renames import Rename, load_renames


def bearers(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Return the places anywhere that bear this very name, renamed towns among them."""
    found = gazetteer.firm(name)
    known = {one.entry.ref for one in found}
    others = [_town(one, gazetteer) for one in load_renames().get(norm(name), ())]
    return (*found, *(one for one in others if one is not None and one.entry.ref not in known))


def _town(one: Rename, gazetteer: Gazetteer) -> Candidate | None:
    """Return the largest town that the gazetteer has under the known name, as one of the other name too."""
    entries = [found.entry for found in gazetteer.firm(one.known)]
    towns = [entry for entry in entries if entry.kind is PlaceKind.TOWN and one.country in entry.countries]
    if not towns:
        return None
    town = min(towns, key=lambda entry: (-entry.population, entry.ref))
    return Candidate(replace(town, ascii_name=one.other), MatchKind.EXACT, 1.0, one.because)
