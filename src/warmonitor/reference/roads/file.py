"""The compiled file of a network: numpy's archive of arrays, names as JSON."""

import json
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from warmonitor.model import SourceError
from warmonitor.reference.roads.network import together
from warmonitor.reference.roads.records import NO_ROADS, Road, RoadNetwork, Spot, SpotKind

FORMAT = "warmonitor-roads/1"
ARRAYS = ("x", "y", "a", "b", "metres", "road", "marks")


def write_roads(path: Path, network: RoadNetwork) -> None:
    """Write a network; the same network gives the same bytes."""
    words = {
        "format": FORMAT,
        "roads": [[road.ref, *road.names] for road in network.roads],
        "spots": [[spot.kind, spot.x, spot.y, *spot.names] for spot in network.spots],
    }
    small = {name: array.astype(_narrow(array)) for name, array in zip(ARRAYS, network.arrays(), strict=True)}
    with path.open("wb") as out:
        text = np.frombuffer(json.dumps(words, ensure_ascii=False).encode(), np.uint8)
        np.savez_compressed(out, words=text, **small)


def _narrow(array: Any) -> Any:
    widest = int(np.abs(array).max(initial=0))
    return next(kind for kind in (np.int8, np.int16, np.int32, np.int64) if widest <= np.iinfo(kind).max)


def load_roads(*paths: Path) -> RoadNetwork:
    """Return the networks of some compiled files as one.

    Raises:
        SourceError: when a file cannot be read, is damaged or is of another version.
    """
    return together([_load(path) for path in paths]) if paths else NO_ROADS


def _load(path: Path) -> RoadNetwork:
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            words = json.loads(kept["words"].tobytes())
            x, y, a, b, metres, road, marks = (kept[name].astype(np.int64) for name in ARRAYS)
        if words["format"] != FORMAT:
            msg = f"The roads in {path} were compiled by another version; add their file again."
            raise SourceError(msg)
        roads = tuple(Road(ref, tuple(names)) for ref, *names in words["roads"])
        spots = tuple(Spot(SpotKind(kind), tuple(names), x, y) for kind, x, y, *names in words["spots"])
        return RoadNetwork(x, y, a, b, metres, road, marks, roads, spots)
    except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile) as error:
        msg = f"The roads in {path} cannot be read: {error}. Add their file again."
        raise SourceError(msg) from error
