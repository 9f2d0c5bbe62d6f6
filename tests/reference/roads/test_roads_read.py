"""Files of roads: what is taken, what is told of, what is refused."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import osmium
import pytest

from warmonitor.model import SourceError
from warmonitor.reference.roads import Road, RoadNetwork, components, read_roads
from warmonitor.reference.roads.records import SpotKind

Point = tuple[float, float]


def line(*points: Point, **tags: Any) -> dict[str, Any]:
    shape = {"type": "LineString", "coordinates": [list(point) for point in points]}
    return {"type": "Feature", "properties": tags, "geometry": shape}


def spot(point: Point, **tags: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": tags, "geometry": {"type": "Point", "coordinates": list(point)}}


def put(folder: Path, *features: Any, name: str = "land.geojson") -> Path:
    path = folder / name
    path.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}), encoding="utf-8")
    return path


def networks(network: RoadNetwork) -> int:
    return len(set(components(network.nodes, network.a, network.b)))


STEM = line((10.0, 50.0), (10.1, 50.0), (10.2, 50.0), highway="primary", ref="R1", name="Old Road")
BRANCH = line((10.1, 50.0), (10.1, 50.1), highway="track", tracktype="grade2")


def test_lines_that_share_a_point_are_one_network(tmp_path: Path) -> None:
    network, issues = read_roads(put(tmp_path, STEM, BRANCH))
    assert (networks(network), issues) == (1, [])
    assert network.roads == (Road(), Road("R1", ("Old Road",)))
    assert network.km == pytest.approx(14.3 + 11.1, abs=0.2)
    assert network.metres.max() < 1000


def test_lines_that_cross_without_a_point_are_not_joined(tmp_path: Path) -> None:
    bridge = line((10.05, 49.9), (10.05, 50.1), highway="primary")
    network, issues = read_roads(put(tmp_path, STEM, bridge))
    assert networks(network) == 2
    assert [issue.code for issue in issues] == ["roads-islands"]
    assert "2 networks" in issues[0].said


@pytest.mark.parametrize(("gap", "joined"), [(0.00004, True), (0.0002, False)])  # 3 m and 14 m
def test_an_end_a_few_metres_short_is_joined(tmp_path: Path, gap: float, joined: bool) -> None:
    beyond = line((10.2 + gap, 50.0), (10.3, 50.0), highway="primary")
    network, issues = read_roads(put(tmp_path, STEM, beyond))
    assert (networks(network) == 1) is joined
    assert [issue.code for issue in issues] == (["roads-snapped"] if joined else ["roads-islands"])


def test_what_stands_there_twice_or_goes_nowhere_counts_once(tmp_path: Path) -> None:
    ring = line((10.0, 50.0), (10.0, 50.0), highway="primary")
    back = line((10.2, 50.0), (10.1, 50.0), (10.0, 50.0), highway="primary", ref="R1", name="Old Road")
    once, _ = read_roads(put(tmp_path, STEM))
    again, issues = read_roads(put(tmp_path, STEM, back, STEM, ring))
    assert again.km == pytest.approx(once.km, rel=0.001)
    assert (networks(again), again.roads) == (1, once.roads)
    assert "roads-duplicates" in {issue.code for issue in issues}


def test_only_roads_that_a_lorry_may_take_are_kept(tmp_path: Path) -> None:
    others = [
        line((10.0, 50.0), (10.0, 50.2), highway="footway"),
        line((10.0, 50.0), (10.0, 50.2), highway="track"),
        line((10.0, 50.0), (10.0, 50.2), highway="primary", access=False),
        line((10.0, 50.0), (10.0, 50.2), highway="residential", access="private"),
        line((10.0, 50.0), (10.0, 50.2), highway="trunk", construction="yes"),
    ]
    assert read_roads(put(tmp_path, STEM, *others))[0].km == pytest.approx(14.3, abs=0.1)


def test_points_of_note_are_kept_with_all_their_names(tmp_path: Path) -> None:
    gate = spot((10.2, 50.0), kind="border crossing", name="Korva Gate", **{"name:fr": "Porte de Korva"})
    town = spot((10.0, 50.0), kind="place", name="Tarn")
    network, _ = read_roads(put(tmp_path, STEM, town, gate, spot((10.0, 50.0), kind="well")))
    assert [(s.kind, s.names) for s in network.spots] == [
        (SpotKind.CROSSING, ("Korva Gate", "Porte de Korva")),
        (SpotKind.PLACE, ("Tarn",)),
    ]


def test_order_of_features_does_not_matter(tmp_path: Path) -> None:
    one, _ = read_roads(put(tmp_path, STEM, BRANCH, spot((10.0, 50.0), kind="place", name="Tarn")))
    other, _ = read_roads(put(tmp_path, spot((10.0, 50.0), kind="place", name="Tarn"), BRANCH, STEM))
    assert all(np.array_equal(a, b) for a, b in zip(one.arrays(), other.arrays(), strict=True))
    assert (one.roads, one.spots) == (other.roads, other.spots)


@pytest.mark.parametrize(
    ("feature", "code"),
    [
        (line((10.0, 95.0), (10.0, 96.0), highway="primary"), "roads-swapped"),
        (line((210.0, 95.0), (10.0, 96.0), highway="primary"), "roads-out-of-range"),
        (line((10.0, 50.0), highway="primary"), "roads-broken"),
        ({"type": "Feature", "geometry": None, "properties": {}}, "roads-broken"),
        ({"geometry": {"type": "LineString", "coordinates": [["a", 1], [2, 3]]}}, "roads-broken"),
        ("no feature", "roads-broken"),
    ],
)
def test_a_broken_feature_is_told_and_the_rest_kept(tmp_path: Path, feature: Any, code: str) -> None:
    network, issues = read_roads(put(tmp_path, feature, STEM))
    assert network.km == pytest.approx(14.3, abs=0.1)
    assert [(issue.code, issue.fatal) for issue in issues] == [(code, True)]
    assert issues[0].said.startswith("The file has 1 ")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.geojson", b"", "is empty"),
        ("a.geojson", b'{"features": [{"type": "Fea', "cannot be read to its end"),
        ("a.geojson", b"\xff\xfe\x00", "cannot be read to its end"),
        ("a.geojson", b"[]", "has no road"),
        ("a.geojson", b'{"features": []}', "has no road"),
        ("a.osm.pbf", b"\x00\x01 no such thing", "cannot be read to its end"),
        ("a.osm", b"<osm version='0.6'><node id='1'", "cannot be read to its end"),
        ("a.osm", b"<osm version='0.6'></osm>", "has no road"),
        ("a.shp", b"abc", "neither GeoJSON nor"),
    ],
)
def test_a_file_without_whole_roads_is_refused(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(SourceError, match=said):
        read_roads(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is not a file"):
        read_roads(tmp_path / "none.osm.pbf")


OSM = """<?xml version='1.0' encoding='UTF-8'?>
<osm version='0.6'>
 <node id='1' lat='50.0' lon='10.0'/><node id='2' lat='50.0' lon='10.01'/>
 <node id='3' lat='50.0' lon='10.02'/>
 <node id='4' lat='50.01' lon='10.01'><tag k='barrier' v='border_control'/><tag k='name' v='Gate'/></node>
 <node id='5' lat='50.0' lon='10.0'><tag k='place' v='town'/><tag k='name' v='Tarn'/>
  <tag k='name:ar' v='X'/></node>
 <node id='6' lat='50.0' lon='10.0'><tag k='place' v='hamlet'/><tag k='name' v='Oru'/></node>
 <way id='1'><nd ref='1'/><nd ref='2'/><nd ref='3'/>
  <tag k='highway' v='primary'/><tag k='ref' v='R1;R2'/><tag k='bridge' v='yes'/></way>
 <way id='2'><nd ref='2'/><nd ref='4'/><nd ref='9'/><tag k='highway' v='unclassified'/></way>
 <way id='3'><nd ref='1'/><nd ref='4'/><tag k='highway' v='footway'/></way>
 <way id='4'><nd ref='1'/><nd ref='3'/><tag k='building' v='yes'/></way>
</osm>
"""


@pytest.mark.parametrize("ending", ["osm", "osm.bz2", "osm.gz", "osm.pbf"])
def test_openstreetmap_is_read_in_all_its_forms(tmp_path: Path, ending: str) -> None:
    plain = tmp_path / "plain.osm"
    plain.write_text(OSM, encoding="utf-8")
    path = tmp_path / f"land.{ending}"
    if ending == "osm":
        path = plain
    else:
        with osmium.SimpleWriter(str(path)) as out:
            for one in osmium.FileProcessor(str(plain)):
                out.add(one)
    network, issues = read_roads(path)
    assert (network.pieces, networks(network)) == (5, 1)
    assert [road.ref for road in network.roads] == ["", "R1"]
    assert np.count_nonzero(network.marks & 2) == 3
    assert [spot.names for spot in network.spots] == [("Gate",), ("Tarn", "X")]
    assert [(issue.code, issue.fatal) for issue in issues] == [("roads-node-missing", False)]
