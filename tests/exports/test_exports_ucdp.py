from typing import Any

import pytest
from exporting import table
from literal_account import account, actor, attack, event, killed, place, report, toll, when, who

from warmonitor.exports.countries import ucdp_region
from warmonitor.exports.ucdp import COLUMNS, priogrid

LISTED = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,"
    "dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,"
    "number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,"
    "where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,"
    "region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,"
    "high,low,gwnoa,gwnob"
)
SIDES = {
    "state": actor("actor-1", "River army", "state forces", 1),
    "other state": actor("actor-2", "Sea army", "external forces", 8, country="TR"),
    "rebels": actor("actor-3", "Hill front", "rebel group", 2),
    "militia": actor("actor-4", "Plain guards", "political militia", 3),
    "people": actor("actor-5", "villagers", "civilians", 7),
    "speaker": actor("actor-6", "An observatory", "observatory", None),
}


def fought(doer: str, target: str, *tolls: Any, low: int = 4, high: int = 4) -> dict[str, str]:
    """The row of a fight between two of the sides."""
    a, b = SIDES[doer], SIDES[target]
    claims = [attack("claim-0", "they fought", who(a["id"], a["name"]), who(b["id"], b["name"])), *tolls]
    if not tolls:
        claims.append(toll("claim-9", "four died", "people", 4))
    refs = [{"id": one["id"], "name": one["name"]} for one in (b, a)]
    ids = [one["id"] for one in claims]
    told = event("event-1", ids, actors=refs, casualties=[killed(low, high, *ids[1:])])
    (row,) = table("ucdp", account(claims=claims, events=[told], actors=list(SIDES.values())))
    return row


def test_columns_are_those_of_the_code_book_in_its_order() -> None:
    assert ",".join(COLUMNS) == LISTED


def test_an_event_in_geds_columns() -> None:
    (row,) = table("ucdp", account())
    assert {name: value for name, value in row.items() if value} == {
        "id": "event-1",
        "year": "2031",
        "type_of_violence": "3",
        "dyad_name": "Northern army - Civilians",
        "side_a": "Northern army",
        "side_b": "Civilians",
        "number_of_sources": "2",
        "source_article": '"Morning Post,2031-05-02,Shelling of Vanholt";'
        '"Evening Star,2031-05-02,Shelling of Vanholt"',
        "source_office": "Morning Post;Evening Star",
        "source_date": "2031-05-02;2031-05-02",
        "source_headline": "Shelling of Vanholt;Shelling of Vanholt",
        "source_original": "Evening Star; Morning Post",
        "where_prec": "1",
        "where_coordinates": "Vanholt",
        "where_description": "Vanholt",
        "adm_1": "Lower Province",
        "latitude": "35.5",
        "longitude": "36.25",
        "geom_wkt": "POINT (36.25 35.5)",
        "priogrid_gid": "181153",
        "country": "Syria",
        "country_id": "652",
        "region": "Middle East",
        "event_clarity": "1",
        "date_prec": "1",
        "date_start": "2031-05-01",
        "date_end": "2031-05-01",
        "deaths_a": "0",
        "deaths_b": "0",
        "deaths_civilians": "3",
        "deaths_unknown": "0",
        "best": "3",
        "high": "7",
        "low": "3",
        "gwnoa": "652",
    }


@pytest.mark.parametrize(
    ("doer", "target", "kind", "a", "b"),
    [
        ("rebels", "state", "1", "River army", "Hill front"),
        ("state", "other state", "1", "River army", "Sea army"),
        ("rebels", "militia", "2", "Hill front", "Plain guards"),
        ("state", "people", "3", "River army", "Civilians"),
        ("speaker", "state", "", "An observatory", "River army"),
    ],
)
def test_type_of_violence_follows_both_sides(doer: str, target: str, kind: str, a: str, b: str) -> None:
    row = fought(doer, target)
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == (kind, a, b)


def test_deaths_go_to_the_side_that_their_word_names() -> None:
    tolls = [
        toll("claim-1", "two soldiers", "soldiers", 2),
        toll("claim-2", "a child", "children", 1),
        toll("claim-3", "nine died", "people", 9),
    ]
    row = fought("rebels", "state", *tolls, low=9, high=9)
    parts = [int(row[name]) for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")]
    assert (parts, row["best"]) == ([2, 0, 1, 6], "9")


def test_parts_that_are_more_than_the_whole_are_not_told_apart() -> None:
    tolls = [toll("claim-1", "four soldiers", "soldiers", 4), toll("claim-2", "four children", "children", 4)]
    row = fought("rebels", "state", *tolls)
    assert (row["deaths_a"], row["deaths_civilians"], row["deaths_unknown"], row["best"]) == (
        "0",
        "0",
        "4",
        "4",
    )


def test_best_is_the_median_of_origins_and_not_of_copies() -> None:
    def said(id_: str, origin: str, count: int) -> Any:
        return toll(
            id_, f"{count} died", "people", count, paths=[{"origin": origin, "kind": "outlet", "steps": []}]
        )

    tolls = [
        said("claim-1", "A", 3),
        said("claim-2", "A", 3),
        said("claim-3", "B", 5),
        said("claim-4", "C", 9),
    ]
    row = fought("rebels", "state", *tolls, low=3, high=9)
    assert (row["low"], row["best"], row["high"]) == ("3", "5", "9")


def test_an_event_without_deaths_is_none_of_geds() -> None:
    assert (
        table(
            "ucdp",
            account(claims=[attack("claim-1", "a", None, None)], events=[event("event-1", ["claim-1"])]),
        )
        == []
    )


def test_precision_of_days() -> None:
    for last, precision in (
        ("2031-05-01", "1"),
        ("2031-05-06", "2"),
        ("2031-05-07", "3"),
        ("2031-05-31", "4"),
        ("2032-01-01", "5"),
        (None, "5"),
    ):
        tree = account()
        tree["events"][0]["when"] = when("2031-05-01", last)
        (row,) = table("ucdp", tree)
        assert (row["date_prec"], row["date_end"]) == (precision, last or "")


def test_an_event_in_a_country_is_known_in_sum_only() -> None:
    land = place("place-1", "Syria", precision="country", where_prec=6, geo_precision=None, inside=None)
    (row,) = table("ucdp", account(places=[land]))
    assert (row["event_clarity"], row["where_prec"]) == ("2", "6")


def test_lists_in_a_cell_stay_side_by_side() -> None:
    reports = [report("report-1", "Post; Morning", title='"Boom"; again'), report("report-2", "Star")]
    (row,) = table("ucdp", account(reports=reports))
    assert row["source_office"] == "Post, Morning;Star"
    assert row["source_headline"] == "'Boom', again;Shelling of Vanholt"


def test_cells_of_the_grid_are_counted_from_the_south_west() -> None:
    assert priogrid(-180, -90) == 1
    assert priogrid(179.9, 89.9) == 360 * 720
    assert priogrid(180, 90) == 360 * 720


def test_regions_go_by_numbers_of_states() -> None:
    assert [ucdp_region(gw) for gw in (2, 365, 530, 652, 710, None)] == [
        "Americas",
        "Europe",
        "Africa",
        "Middle East",
        "Asia",
        None,
    ]
