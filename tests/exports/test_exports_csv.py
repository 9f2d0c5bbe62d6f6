"""Cells that no spreadsheet runs, read back by a strict parser of our own."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from exporting import exported
from hypothesis import given, settings
from hypothesis import strategies as st
from literal_account import account

from warmonitor.exports import Row
from warmonitor.exports.output import LONGEST, csv_file

NUMERIC = set(
    """
    year time_precision inter1 inter2 interaction iso latitude longitude geo_precision fatalities
    type_of_violence number_of_sources where_prec priogrid_gid country_id event_clarity date_prec deaths_a
    deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob radius_km median origins_count
    set_apart killed_low killed_high injured_low injured_high majority_low majority_high
    """.split()
)
PAYLOADS = [
    *(
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(1)",
        "%0A=1",
        "|calc",
        "|=1",
        "\t=1",
        "\r=1",
        "\n=1",
        "\0=1",
        " =1",
        "  +1",
    ),
    *("＝1", "＋1", "－1", "＠1", "％1", "'=1", '"=1', ",=1", "a\r\n=1", "=1\n=2", "-2+3+cmd", "@cmd"),
    *(
        "=cmd|' /C calc'!A0",
        "+cmd|' /C calc'!A0",
        '=IMPORTXML("x")',
        '=HYPERLINK("http://x.example")',
        '="a"&"b"',
    ),
]
STARTS = tuple("=+-@%|\t\r\n\0＝＋－＠％｜")


def strict(text: str) -> list[list[str]]:
    """Read CSV by RFC 4180 and nothing else: CRLF between rows, quotes doubled, none loose."""
    assert text.endswith("\r\n")
    rows: list[list[str]] = [[]]
    at = 0
    while at < len(text):
        value, at = quoted(text, at) if text[at] == '"' else plain(text, at)
        rows[-1].append(value)
        if text[at] == ",":
            at += 1
            continue
        assert text[at : at + 2] == "\r\n"
        at += 2
        rows.append([])
    assert rows.pop() == []
    return rows


def quoted(text: str, at: int) -> tuple[str, int]:
    found = ""
    at += 1
    while True:
        end = text.index('"', at)
        found += text[at:end]
        if text[end + 1] != '"':
            return found, end + 1
        found, at = found + '"', end + 2


def plain(text: str, at: int) -> tuple[str, int]:
    end = min(place for mark in (",", "\r\n") if (place := text.find(mark, at)) >= 0)
    assert not set(text[at:end]) & {'"', "\r", "\n"}
    return text[at:end], end


def hostile(row: Any, payload: str) -> Any:
    """Put a payload into every free text of a record, leaving ids, kinds and days as they are."""
    if isinstance(row, dict):
        return {
            key: payload if key in FREE and value else hostile(value, payload) for key, value in row.items()
        }
    return [hostile(one, payload) for one in row] if isinstance(row, list) else row


FREE = {"name", "said", "text", "title", "outlet", "inside", "holder", "because", "origin", "rule"} - {"of"}


def texts(content: bytes) -> Iterator[tuple[str, str]]:
    header, *rows = strict(content.decode())
    for row in rows:
        assert len(row) == len(header)
        yield from zip(header, row, strict=True)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_cell_starts_a_formula(payload: str) -> None:
    tree = hostile(account(), payload)
    told = 0
    for shape in ("acled", "ucdp", "hxl"):
        for name, content in exported(shape, tree).items():
            for column, cell in texts(content):
                if column in NUMERIC and not cell.startswith("#"):
                    assert cell == "" or float(cell) is not None, (name, column)
                else:
                    assert not cell.startswith(STARTS), (name, column, cell)
                    assert not cell.lstrip().startswith(STARTS), (name, column, cell)
                told += payload.replace("\0", "\ufffd") in cell
    assert told > 5


@pytest.mark.parametrize("payload", PAYLOADS)
def test_json_keeps_the_words_as_they_are(payload: str) -> None:
    tree = hostile(account(), payload)
    (content,) = exported("ftm", tree).values()
    articles = [row for row in map(json.loads, content.splitlines()) if row["schema"] == "Article"]
    assert articles[0]["properties"]["title"] == [payload]
    features = json.loads(exported("geojson", tree)["places.geojson"])["features"]
    assert features[0]["properties"]["name"] == payload


def test_negative_numbers_stay_numbers() -> None:
    tree = account()
    tree["places"][0] |= {"latitude": -35.5, "longitude": -0.25}
    (content,) = exported("acled", tree).values()
    row = dict(texts(content))
    assert (row["latitude"], row["longitude"]) == ("-35.5", "-0.25")


@settings(max_examples=200)
@given(st.lists(st.lists(st.one_of(st.text(), st.integers(), st.none()), min_size=3, max_size=3), max_size=5))
def test_any_table_is_read_back_by_the_strict_parser(rows: list[list[str | int | None]]) -> None:
    content = b"".join(csv_file("t.csv", ["a", "b", "c"], rows).chunks)
    header, *read = strict(content.decode())
    assert header == ["a", "b", "c"]
    assert [[cell.removeprefix("'") for cell in row] for row in read] == [
        [plainly(value).removeprefix("'") for value in row] for row in rows
    ]


def plainly(value: str | int | None) -> str:
    return "" if value is None else str(value).replace("\0", "\ufffd").encode("utf-8", "replace").decode()


def test_a_cell_is_no_longer_than_spreadsheets_take() -> None:
    content = b"".join(csv_file("t.csv", ["a"], [["=" * 40_000]]).chunks)
    _, (cell,) = strict(content.decode())
    assert len(cell) == LONGEST
    assert cell.endswith("…")


NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)


@settings(max_examples=50)
@given(
    NAMES, st.floats(-180, 180), st.floats(-90, 90), st.sampled_from(["exact", "near", "province", "country"])
)
def test_geojson_is_valid_whatever_the_place(name: str, x: float, y: float, how: str) -> None:
    tree: Row = account()
    tree["places"][0] |= {"name": name, "longitude": x, "latitude": y, "precision": how}
    for content in exported("geojson", tree).values():
        told = json.loads(content, parse_constant=pytest.fail)
        assert told["type"] == "FeatureCollection"
        for feature in told["features"]:
            assert (feature["type"], set(feature)) == ("Feature", {"type", "id", "geometry", "properties"})
            for east, north in corners(feature["geometry"]):
                assert -180 <= east <= 180
                assert -90 <= north <= 90


def corners(geometry: Row | None) -> list[list[float]]:
    if geometry is None:
        return []
    if geometry["type"] == "Point":
        return [geometry["coordinates"]]
    (ring,) = geometry["coordinates"]
    assert ring[0] == ring[-1]
    assert len(ring) > 3
    return list(ring)
