"""A file of roads to a network, with an issue for everything that a user should know of it."""

from pathlib import Path

import numpy as np

from warmonitor.model import Issue, SourceError
from warmonitor.reference.roads.geojson import read_geojson
from warmonitor.reference.roads.graph import components
from warmonitor.reference.roads.kinds import load_kinds
from warmonitor.reference.roads.lines import Lines
from warmonitor.reference.roads.network import Joined, network_of
from warmonitor.reference.roads.osm import read_osm
from warmonitor.reference.roads.records import RoadNetwork
from warmonitor.reference.roads.snap import SNAP_M

GEOJSON = (".geojson", ".json")
OSM = (".osm", ".pbf", ".bz2", ".gz", ".opl")
SAID = {
    "broken": "has {n} features without a usable line or point; they are left out.",
    "out of range": "has {n} lines or points whose coordinates are out of range; they are left out.",
    "swapped": "has {n} lines or points whose latitude is out of range, as if it came before the longitude; "
    "they are left out.",
    "node missing": "lacks {n} nodes that its roads name; the roads end there.",
}


def read_roads(path: Path) -> tuple[RoadNetwork, list[Issue]]:
    """Return the roads of an OpenStreetMap extract or a GeoJSON file, and what is odd about it.

    Raises:
        SourceError: when the file is not there, not whole, of another kind, or has no road in it.
    """
    lines = Lines()
    name = path.name.lower()
    if not path.is_file() or not path.stat().st_size:
        raise SourceError(f"{path.name} is empty." if path.is_file() else f"{path} is not a file.")
    if name.endswith(GEOJSON):
        read_geojson(path, load_kinds(), lines)
    elif name.endswith(OSM):
        read_osm(path, load_kinds(), lines)
    else:
        raise SourceError(f"{path.name} is neither GeoJSON nor an OpenStreetMap extract, by its name.")
    issues = [_issue(path, why, lines.skipped[why]) for why in SAID if lines.skipped[why]]
    if not lines.ends:
        reasons = " ".join(issue.said for issue in issues)
        raise SourceError(f"{path.name} has no road that a lorry can take. {reasons}".strip())
    network, joined = network_of(lines)
    if not network.pieces:
        raise SourceError(f"{path.name} has no road of any length.")
    return network, [*issues, *_oddities(path, joined, network)]


def _issue(path: Path, why: str, number: int) -> Issue:
    said = f"The file {SAID[why].format(n=number)}"
    return Issue(f"roads-{why.replace(' ', '-')}", path.name, said, fatal=why != "node missing")


def _oddities(path: Path, joined: Joined, network: RoadNetwork) -> list[Issue]:
    found = []
    if joined.twice or joined.loops:
        said = f"{joined.twice} pieces stand there twice, {joined.loops} lead from a point to itself."
        found.append(("roads-duplicates", f"{said} They are left out."))
    if joined.snapped:
        said = f"{joined.snapped} roads end within {SNAP_M:.0f} m of another and are joined to it."
        found.append(("roads-snapped", said))
    of = components(network.nodes, network.a, network.b)
    sizes = np.bincount(of[network.a], weights=network.metres, minlength=network.nodes) / 1000
    if (islands := np.count_nonzero(sizes)) > 1:
        share = f"the largest has {sizes.max():.0f} of {network.km:.0f} km"
        found.append(
            ("roads-islands", f"The roads are {islands} networks that do not hang together; {share}.")
        )
    return [Issue(code, path.name, said) for code, said in found]
