"""OpenStreetMap extracts (.osm.pbf, .osm, .osm.bz2, .osm.gz) streamed by libosmium, ways with their nodes."""

from pathlib import Path

import osmium

from warmonitor.model import SourceError
from warmonitor.reference.roads.kinds import Kinds
from warmonitor.reference.roads.lines import Lines

KEYS = ("highway", "route", "barrier", "place")


def read_osm(path: Path, kinds: Kinds, lines: Lines) -> None:
    """Add the roads and points of an extract; nodes that it has not got end the line.

    Raises:
        SourceError: when the file cannot be opened or is damaged; a part of the roads would make places
            look cut off that are not.
    """
    try:
        stream = osmium.FileProcessor(str(path)).with_locations("flex_mem")
        for one in stream.with_filter(osmium.filter.KeyFilter(*KEYS)):
            if isinstance(one, osmium.osm.Way):
                _take_way(one, kinds, lines)
            elif isinstance(one, osmium.osm.Node):
                _take_node(one, kinds, lines)
    except (OSError, RuntimeError) as error:
        msg = f"The OpenStreetMap extract {path.name} cannot be read to its end: {str(error).rstrip('.')}."
        raise SourceError(msg) from error


def _take_way(way: osmium.osm.Way, kinds: Kinds, lines: Lines) -> None:
    tags = {tag.k: tag.v for tag in way.tags}
    marks = kinds.marks(tags)
    if marks is None:
        return
    road = kinds.road(tags)
    part: list[tuple[float, float]] = []
    for node in way.nodes:
        if node.location.valid():
            part.append((node.location.lon, node.location.lat))
            continue
        lines.skipped["node missing"] += 1
        if len(part) > 1:
            lines.add(part, road, marks)
        part = []
    if len(part) > 1:
        lines.add(part, road, marks)


def _take_node(node: osmium.osm.Node, kinds: Kinds, lines: Lines) -> None:
    tags = {tag.k: tag.v for tag in node.tags}
    kind = kinds.spot(tags)
    if kind is not None and node.location.valid():
        lines.add_spot(kind, kinds.names(tags), (node.location.lon, node.location.lat))
