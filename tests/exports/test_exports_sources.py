"""account.json read in a stream, filters, and what reviewers took away."""

import io
import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from exporting import entities, exported, table
from hypothesis import given, settings
from hypothesis import strategies as st
from literal_account import account, attack, event, when, written

from warmonitor.exports import ExportError, Folder, Wanted, records
from warmonitor.exports.records import read_records

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150)
@given(
    st.dictionaries(st.text(), JSON, max_size=5),
    st.sampled_from([None, 1]),
    st.booleans(),
    st.integers(1, 40),
)
def test_records_are_those_that_json_has(
    tree: dict[str, Any], indent: int | None, plain: bool, window: int
) -> None:
    data = json.dumps(tree, indent=indent, ensure_ascii=plain).encode("utf-8", "surrogatepass")
    if not plain and b"\xed" in data:
        return
    before, records.CHUNK = records.CHUNK, window
    try:
        found = list(read_records(io.BytesIO(data)))
    finally:
        records.CHUNK = before
    read: dict[str, Any] = {name: [] for name, value in tree.items() if isinstance(value, list)}
    for one in found:
        assert json.loads(data[one.start : one.start + one.length]) == one.value
        if one.listed:
            read[one.name].append(one.value)
        else:
            read[one.name] = one.value
    assert read == tree


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{", b'{"a": [1, }', b'{"a" 1}', b"\xff", b'{"a": "\xff"}', b"[" * 9_999]
)
def test_what_is_no_account_is_refused_in_words(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "account.json").write_bytes(data)
    with pytest.raises(ExportError, match=r"no account"):
        Folder(tmp_path)


def test_other_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "account.json").write_text('{"format": "other/1", "made": {}}')
    with pytest.raises(ExportError, match="no account of the form"):
        Folder(tmp_path)


def test_no_account_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be read"):
        Folder(tmp_path / "nowhere")


def test_records_are_found_by_id_in_the_order_asked_for(tmp_path: Path) -> None:
    with Folder(written(account(), tmp_path)) as source:
        found = source.some("claims", ["claim-3", "claim-9", "claim-1", "claim-3"])
        assert [row["id"] for row in found] == ["claim-3", "claim-1"]
        assert source.some("nothing", ["claim-1"]) == []
        assert [row["id"] for row in source.each("claims")] == ["claim-1", "claim-2", "claim-3"]
        assert source.made.references[0]["name"] == "valley"


def test_the_form_of_the_json_is_no_matter(tmp_path: Path) -> None:
    tree = account()
    before = exported("acled", tree)
    (tmp_path / "account.json").write_text(json.dumps(tree), encoding="utf-8")
    with Folder(tmp_path) as source:
        assert [row["id"] for row in source.each("events")] == ["event-1"]
    assert exported("acled", dict(reversed(tree.items()))) == before


def dated(*days: tuple[str | None, str | None]) -> Any:
    claims = [attack(f"claim-{n}", f"shells fell {n}", None, None) for n in range(len(days))]
    events = [event(f"event-{n}", [f"claim-{n}"], when=when(*span)) for n, span in enumerate(days)]
    return account(claims=claims, events=events)


def test_days_are_taken_where_they_may_lie_between() -> None:
    tree = dated(
        ("2031-05-01", "2031-05-03"), ("2031-05-04", "2031-05-04"), (None, "2031-05-01"), (None, None)
    )
    wanted = Wanted(date(2031, 5, 3), date(2031, 5, 3))
    assert [row["event_id_cnty"] for row in table("acled", tree, wanted)] == ["event-0", "event-3"]
    wanted = Wanted(until=date(2031, 5, 2))
    assert [row["event_id_cnty"] for row in table("acled", tree, wanted)] == ["event-0", "event-2", "event-3"]


@pytest.mark.parametrize(
    ("name", "found"), [("Vanholt", 1), ("vanholt", 1), ("place-1", 1), ("Elsewhere", 0)]
)
def test_a_place_is_taken_by_name_or_id(name: str, found: int) -> None:
    assert len(table("acled", account(), Wanted(place=name))) == found


@pytest.mark.parametrize("mark", ["rejected", "sensitive"])
def test_what_a_reviewer_took_away_is_nowhere(mark: str) -> None:
    tree = account()
    tree["claims"][0][mark] = True
    (row,) = table("acled", tree)
    assert "shelled" not in row["notes"]
    assert "claim-1" not in {entity["id"] for entity in entities(tree)}
    tree["claims"][1][mark] = True
    tree["claims"][2][mark] = True
    assert table("acled", tree) == []
    assert table("ucdp", tree) == []


def test_what_rests_on_claims_taken_away_goes_with_them() -> None:
    tree = account()
    tree["claims"][0]["rejected"] = True
    for shape in ("hxl", "geojson", "parquet", "acled", "ucdp", "ftm"):
        for name, content in exported(shape, tree).items():
            assert b"claim-1" not in content, name
    (spells,) = (content for name, content in exported("hxl", tree).items() if name.startswith("control"))
    assert len(spells.splitlines()) == 2
    (events,) = (content for name, content in exported("hxl", tree).items() if name.startswith("events"))
    assert b"claim-2; claim-3" in events


def test_the_claims_of_a_report_marked_sensitive_go_with_it() -> None:
    tree = account()
    tree["reports"][0]["sensitive"] = True
    assert not {"report-1", "claim-1", "claim-2", "spell-1"} & {row["id"] for row in entities(tree)}
    (row,) = table("acled", tree)
    assert row["source"] == "Evening Star"


def test_a_place_marked_sensitive_is_on_no_map() -> None:
    tree = account()
    tree["places"][0]["sensitive"] = True
    layers = {name: json.loads(content)["features"] for name, content in exported("geojson", tree).items()}
    assert layers["places.geojson"] == []
    assert layers["events.geojson"][0]["geometry"] is None


def test_the_same_account_gives_the_same_bytes(tmp_path: Path) -> None:
    for shape in ("acled", "ucdp", "hxl", "parquet", "geojson", "ftm"):
        assert exported(shape, account()) == exported(shape, account())
    shutil.rmtree(tmp_path)
