import csv
import dataclasses
import io
import json
import math
from datetime import date

import pytest
from tell_sample import sample

from warmonitor.model import Actor, Event, PlacePrecision, When, WhenPrecision
from warmonitor.stages.tell import tell
from warmonitor.stages.tell.tables import acled
from warmonitor.stages.tell.tables.csvfile import cell, csv_bytes
from warmonitor.stages.tell.tables.geo import geojson

FILES = tell(sample())


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(FILES[f"tables/{name}.csv"].decode(), newline="")))


@pytest.mark.parametrize(
    ("name", "records"),
    [
        ("reports", 4),
        ("claims", 25),
        ("events", 5),
        ("figures", 5),
        ("control", 6),
        ("disputes", 7),
        ("places", 6),
        ("actors", 6),
        ("grades", 1),
        ("origins", 2),
    ],
)
def test_every_list_has_its_table_and_every_row_its_cells(name: str, records: int) -> None:
    table = list(csv.reader(io.StringIO(FILES[f"tables/{name}.csv"].decode(), newline="")))
    assert len(table) == records + 1
    assert {len(row) for row in table} == {len(table[0])}


def test_numbers_stay_numbers_and_open_ends_stay_empty() -> None:
    figure = rows("figures")[1]
    assert (figure["low"], figure["high"], figure["origins_count"]) == ("7", "", "3")
    toll = next(row for row in rows("claims") if row["id"] == "claim-18")
    assert (toll["low"], toll["best"], toll["approximate"], toll["perpetrator"]) == ("", "40", "yes", "Army")


def test_hxl_tags_stand_below_the_header() -> None:
    assert rows("events")[0]["latitude"] == "#geo+lat"
    assert all(
        tag.startswith("#")
        for name in ("events", "figures", "control", "places")
        for tag in rows(name)[0].values()
    )


def test_events_have_the_codes_of_acled() -> None:
    first, siege, lorries, undated = rows("events")[1:]
    assert (first["event_date"], first["time_precision"], first["geo_precision"], first["inter1"]) == (
        "2031-03-11",
        "1",
        "1",
        "1",
    )
    assert (siege["event_date"], siege["time_precision"], siege["disorder_type"]) == (
        "2031-03-06",
        "3",
        "Political violence",
    )
    assert (lorries["latitude"], lorries["geo_precision"], lorries["interaction"]) == ("", "", "")
    assert (undated["event_date"], undated["year"], undated["interaction"]) == ("", "", "12")
    assert {row["fatalities"] for row in rows("events")[1:]} == {""}


@pytest.mark.parametrize(
    ("when", "precision"),
    [
        (When(), None),
        (When(date(2031, 3, 1), None), 3),
        (When(date(2031, 3, 1), date(2031, 3, 1)), 1),
        (When(date(2031, 3, 1), date(2031, 3, 7)), 2),
        (When(date(2031, 3, 1), date(2031, 3, 9), "last week", WhenPrecision.WEEK), 2),
        (When(date(2031, 3, 1), date(2031, 3, 31)), 3),
    ],
)
def test_time_precision(when: When, precision: int | None) -> None:
    assert acled.time_precision(when) == precision


def test_a_sub_event_may_have_a_disorder_type_of_its_own() -> None:
    assert acled.disorder(Event("e", "Riots", "Mob violence", None, When())) == "Political violence"
    assert acled.disorder(Event("e", "Riots", "Violent demonstration", None, When())) == "Demonstrations"
    assert acled.disorder(Event("e", "unheard of", None, None, When())) is None


def test_every_precision_of_a_place_but_the_widest_has_a_code() -> None:
    place = sample().places[0]
    codes = {p: acled.geo_precision(dataclasses.replace(place, precision=p)) for p in PlacePrecision}
    assert {p.value for p, code in codes.items() if code is None} == {"country", "unknown"}


FORMULAS = [
    "=1+1", "+1", "-2+3", "@SUM(A1)", "%0A", "\t=1", "\r=1", "\n=1", "\0=1", "|calc", " =1",
    "  +1", "\u00a0=1",
    "＝1", "＋1", "－1", "＠x", "=cmd|' /C calc'!A0", "-cmd|'/C x'!A1", "+cmd|'/C x'!A1",
    "@cmd", '=HYPERLINK("http://x.example")',
    "=IMPORTXML(A1)", "=WEBSERVICE(A1)", "=DDE(\"a\")", "%SYSTEMROOT%", "\t@x", "\r\n+x", " \t-x",
    "=\"a\"&B1",
]  # fmt: skip


@pytest.mark.parametrize("payload", FORMULAS)
def test_no_text_starts_a_formula(payload: str) -> None:
    assert str(cell(payload)).startswith("'")
    account = sample()
    reports = (dataclasses.replace(account.reports[0], title=payload), *account.reports[1:])
    actors = (Actor("actor-x", payload, (payload,), because=payload), *account.actors)
    files = tell(dataclasses.replace(account, reports=reports, actors=actors))
    for name in ("tables/reports.csv", "tables/actors.csv"):
        table = csv.reader(io.StringIO(files[name].decode(), newline=""))
        texts = [value for row in table for value in row if not value.lstrip("-").replace(".", "").isdigit()]
        assert not [value for value in texts if value.lstrip().startswith(tuple("=+-@%|＝＋－＠"))]
    assert json.loads(files["account.json"])["reports"][0]["title"] == payload


def test_a_negative_number_is_no_formula() -> None:
    assert csv_bytes(["a", "b"], [[-12.5, "x,\ny"]]) == b'a,b\r\n-12.5,"x,\ny"\r\n'


def test_geojson_holds_only_what_was_located() -> None:
    places = json.loads(FILES["tables/places.geojson"])
    assert [f["id"] for f in places["features"]] == [
        "place-korva",
        "place-orven",
        "place-sarhad",
        "place-tashkul",
    ]
    assert places["features"][3]["geometry"] == {"type": "Point", "coordinates": [69.9, 37.5]}
    assert places["features"][2]["properties"]["radius_km"] == 120.0
    events = json.loads(FILES["tables/events.geojson"])
    assert [f["id"] for f in events["features"]] == ["event-1", "event-2"]
    assert len(json.loads(FILES["tables/control.geojson"])["features"]) == 5


def test_geojson_refuses_what_is_no_number() -> None:
    with pytest.raises(ValueError, match="JSON"):
        geojson([{"type": "Feature", "properties": {"radius_km": math.nan}}])
