import csv
import dataclasses
import io
import itertools
import json
import math
from datetime import date, timedelta

import pytest
from tell_sample import sample

from warmonitor.model import (
    Actor,
    ControlSpell,
    ControlStatus,
    Event,
    PlacePrecision,
    When,
    WhenPrecision,
    haversine_km,
)
from warmonitor.model.cells import cell
from warmonitor.stages.tell import tell
from warmonitor.stages.tell.tables import acled
from warmonitor.stages.tell.tables.csvfile import csv_bytes
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
        ("control", 7),
        ("access", 3),
        ("sieges", 1),
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
        for name in ("events", "figures", "control", "places", "access")
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
    assert len(json.loads(FILES["tables/control.geojson"])["features"]) == 6


def test_areas_are_closed_rings_round_the_place_with_the_days_they_are_shown_for() -> None:
    features = json.loads(FILES["tables/control-areas.geojson"])["features"]
    told, carried = (f for f in features if f["id"].startswith("spell-4/"))
    assert [f["properties"]["evidence"] for f in (told, carried)] == ["told", "carried"]
    assert (carried["properties"]["start"], carried["properties"]["end"]) == ("2031-03-14", "2031-06-11")
    korva = next(f for f in features if f["properties"]["place"] == "Korva")
    (ring,) = korva["geometry"]["coordinates"]
    assert ring[0] == ring[-1]
    away = [haversine_km((37.1, 70.5), (y, x)) for x, y in ring]
    assert max(abs(km - 5.0) for km in away) < 0.02
    signed = sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring))
    assert signed > 0  # counter-clockwise, as RFC 7946 asks


def test_each_day_of_change_has_a_layer_of_what_stood() -> None:
    days = sorted(path[12:22] for path in FILES if path.startswith("tables/days/"))
    assert days == [
        "2031-01-01", "2031-03-11", "2031-03-12", "2031-03-13", "2031-03-14", "2031-03-15", "2031-06-12",
    ]  # fmt: skip
    shown = json.loads(FILES["tables/days/2031-03-12.geojson"])["features"]
    assert [
        (f["properties"]["place"], f["properties"]["part"], f["properties"]["status"]) for f in shown
    ] == [
        ("Orven", None, "surrounded"),
        ("Tashkul", None, "contested"),
        ("Tashkul", "northern quarter", "held"),
        ("Korva", None, "unknown"),
    ]


def test_very_many_days_of_change_make_one_layer_only() -> None:
    first = date(2031, 1, 1)
    spells = tuple(
        ControlSpell(f"s-{n}", "place-korva", "Army", ControlStatus.HELD, When(first + timedelta(n), None))
        for n in range(250)
    )
    files = tell(dataclasses.replace(sample(), control=spells))
    assert len(json.loads(files["tables/control-areas.geojson"])["features"]) == 250
    assert not [path for path in files if path.startswith("tables/days/")]


def test_computed_and_reported_roads_stand_in_one_row() -> None:
    shut, through = rows("access")[1:]
    assert (shut["computed"], shut["reported"], shut["agrees"]) == ("cut off", "claim-21", "yes")
    assert shut["closed_by"] == "lake road at Tashkul: Army"
    assert (through["way_to"], through["way_through"], through["way_km"]) == (
        "Korva",
        "Army; not known",
        "84.5",
    )
    (siege,) = rows("sieges")
    assert (siege["inside"], siege["by"], siege["latest"]) == ("Highland Front", "Army", "")


def test_roads_are_lines_with_their_names() -> None:
    (road,) = json.loads(FILES["tables/roads.geojson"])["features"]
    assert road["geometry"]["coordinates"] == [[69.1, 37.9], [69.5, 37.8], [69.9, 37.5]]
    assert road["properties"] == {"name": "lake road", "main": True}


def test_a_spell_says_how_long_confirmation_took_and_until_when_it_is_told() -> None:
    by_id = {row["id"]: row for row in rows("control")}
    assert (by_id["spell-6"]["part"], by_id["spell-6"]["lag_days"]) == ("northern quarter", "2")
    assert (by_id["spell-4"]["told_until"], by_id["spell-4"]["lag_days"]) == ("2031-03-13", "")


def test_geojson_refuses_what_is_no_number() -> None:
    with pytest.raises(ValueError, match="JSON"):
        geojson([{"type": "Feature", "properties": {"radius_km": math.nan}}])
