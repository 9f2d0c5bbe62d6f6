"""Codes of precision and the runner-up of places, in account.json and the tables."""

import csv
import io
import json
from dataclasses import replace

from tell_sample import sample

from warmonitor.model import Account, Place, PlacePrecision, RunnerUp
from warmonitor.stages.tell import tell

RIVAL = RunnerUp("Brenholm", "geonames:9", "YY", "Upper Vale", "town; close: less speaks for it")


def table(account: Account, name: str) -> list[dict[str, str]]:
    files = tell(account)
    return list(csv.DictReader(io.StringIO(files[f"tables/{name}.csv"].decode(), newline="")))[1:]


def with_places(*places: Place) -> Account:
    made = sample()
    known = {one.id: one for one in (*made.places, *places)}
    return replace(made, places=tuple(known[key] for key in sorted(known)))


def test_codes_the_place_told_by_and_the_runner_up_are_written() -> None:
    first = sample().places[0]
    area = Place(
        "place-z", f"the area near {first.name}", (), 12.0, 13.0, None, PlacePrecision.NEAR,
        radius_km=14.0, where_prec=2, of=first.id, runner_up=RIVAL,
    )  # fmt: skip
    account = with_places(area)
    row = next(row for row in table(account, "places") if row["id"] == "place-z")
    assert (row["where_prec"], row["geo_precision"], row["of"]) == ("2", "2", first.id)
    assert (row["runner_up"], row["runner_up_because"]) == ("Brenholm, Upper Vale, YY", RIVAL.because)
    document = json.loads(tell(account)["account.json"])
    told = next(one for one in document["places"] if one["id"] == "place-z")
    assert (told["where_prec"], told["geo_precision"], told["of"]) == (2, 2, first.id)
    assert told["runner_up"] == {
        "name": "Brenholm", "gazetteer": "geonames:9", "country": "YY", "province": "Upper Vale",
        "because": RIVAL.because,
    }  # fmt: skip


def test_a_place_without_coordinates_has_no_codes() -> None:
    row = next(
        row for row in table(with_places(Place("place-y", "Velmora")), "places") if row["id"] == "place-y"
    )
    assert (row["where_prec"], row["geo_precision"], row["runner_up"]) == ("", "", "")


def test_an_event_in_a_part_of_a_town_is_not_at_its_very_spot() -> None:
    account = sample()
    exact = {one.id for one in account.places if one.precision is PlacePrecision.EXACT}
    event = next(one for one in account.events if one.place in exact)

    def as_part(precision: PlacePrecision) -> str:
        claims = tuple(
            replace(one, where=tuple(replace(named, precision=precision.value) for named in one.where))
            if one.id in event.claims
            else one
            for one in account.claims
        )
        rows = table(replace(account, claims=claims), "events")
        return next(row["geo_precision"] for row in rows if row["event_id_cnty"] == event.id)

    assert [as_part(one) for one in (PlacePrecision.EXACT, PlacePrecision.NEAR)] == ["1", "2"]
