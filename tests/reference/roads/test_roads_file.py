"""Compiled roads: the same bytes from the same roads, and a damaged file is told."""

import json
from pathlib import Path

import numpy as np
import pytest

from warmonitor.model import SourceError
from warmonitor.reference.roads import NO_ROADS, RoadNetwork, load_roads, read_roads, together, write_roads


def network(folder: Path, west: float, name: str) -> RoadNetwork:
    features = [
        {"properties": {"highway": "primary", "ref": name},
         "geometry": {"type": "LineString", "coordinates": [[west, 50], [west + 0.1, 50]]}},
        {"properties": {"kind": "place", "name": f"Tarn {name}"},
         "geometry": {"type": "Point", "coordinates": [west, 50]}},
    ]  # fmt: skip
    path = folder / f"{name}.geojson"
    path.write_text(json.dumps({"features": features}), encoding="utf-8")
    return read_roads(path)[0]


def same(one: RoadNetwork, other: RoadNetwork) -> bool:
    arrays = zip(one.arrays(), other.arrays(), strict=True)
    return (
        all(np.array_equal(a, b) for a, b in arrays) and one.roads == other.roads and one.spots == other.spots
    )


def test_what_is_written_is_read_again_and_has_the_same_bytes(tmp_path: Path) -> None:
    made = network(tmp_path, 10.0, "R1")
    for name in ("one.bin", "two.bin"):
        write_roads(tmp_path / name, made)
    assert (tmp_path / "one.bin").read_bytes() == (tmp_path / "two.bin").read_bytes()
    assert same(load_roads(tmp_path / "one.bin"), made)
    assert load_roads() is NO_ROADS


def test_two_files_are_one_network_in_either_order(tmp_path: Path) -> None:
    west, east = network(tmp_path, 10.0, "R1"), network(tmp_path, 10.1, "R2")
    both = together([west, east])
    assert same(both, together([east, west]))
    assert (both.nodes, both.pieces) == (west.nodes + east.nodes - 1, west.pieces + east.pieces)
    assert same(together([both, west]), both)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive", b"\x93NUMPY"])
def test_a_damaged_file_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "roads.bin"
    path.write_bytes(content)
    with pytest.raises(SourceError, match="cannot be read"):
        load_roads(path)


def test_a_file_of_another_version_is_told(tmp_path: Path) -> None:
    path = tmp_path / "roads.bin"
    words = np.frombuffer(json.dumps({"format": "old", "roads": [], "spots": []}).encode(), np.uint8)
    none = np.zeros(0)
    with path.open("wb") as out:
        np.savez(out, words=words, x=none, y=none, a=none, b=none, metres=none, road=none, marks=none)
    with pytest.raises(SourceError, match="another version"):
        load_roads(path)
