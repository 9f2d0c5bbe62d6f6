"""Roads that a user added: read from OpenStreetMap or GeoJSON, compiled, and laid out as a graph."""

from warmonitor.reference.roads.file import load_roads, write_roads
from warmonitor.reference.roads.graph import components, spread
from warmonitor.reference.roads.network import network_of, together
from warmonitor.reference.roads.read import read_roads
from warmonitor.reference.roads.records import NO_ROADS, Mark, Road, RoadNetwork, Spot

__all__ = [
    "NO_ROADS",
    "Mark",
    "Road",
    "RoadNetwork",
    "Spot",
    "components",
    "load_roads",
    "network_of",
    "read_roads",
    "spread",
    "together",
    "write_roads",
]
