from typing import Any

from exporting import table
from literal_account import account, actor, attack, claim, event, killed, place, report, toll, when, who

from warmonitor.exports.acled import COLUMNS

LISTED = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,"
    "inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,"
    "location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
)


def one(*claims: Any, **given: Any) -> dict[str, str]:
    """The row of one event made of these claims."""
    lists = {name: given.pop(name) for name in ("places", "actors", "reports") if name in given}
    told = event("event-1", [row["id"] for row in claims], **given)
    (row,) = table("acled", account(claims=list(claims), events=[told], **lists))
    return row


def test_columns_are_those_of_the_code_book_in_its_order() -> None:
    assert ",".join(COLUMNS) == LISTED


def test_an_event_in_acleds_columns() -> None:
    (row,) = table("acled", account())
    assert row == {
        "event_id_cnty": "event-1",
        "event_date": "2031-05-01",
        "year": "2031",
        "time_precision": "1",
        "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Shelling/artillery/missile attack",
        "actor1": "Northern army",
        "assoc_actor_1": "",
        "inter1": "1",
        "actor2": "residents",
        "assoc_actor_2": "",
        "inter2": "7",
        "interaction": "17",
        "civilian_targeting": "Civilian targeting",
        "iso": "760",
        "region": "Middle East",
        "country": "Syria",
        "admin1": "Lower Province",
        "admin2": "",
        "admin3": "",
        "location": "Vanholt",
        "latitude": "35.5",
        "longitude": "36.25",
        "geo_precision": "1",
        "source": "Morning Post; Evening Star",
        "source_scale": "",
        "notes": "Morning Post: “The northern army shelled Vanholt”; "
        "Morning Post: “three civilians died”; "
        "Evening Star: “at least seven were killed”. "
        "Deaths told: at least 3, at most 7; the lowest is coded.",
        "fatalities": "3",
        "tags": "warmonitor origins=2; claims=3; fatalities=3-7",
        "timestamp": "",
    }


def test_no_deaths_told_is_coded_as_none_and_said() -> None:
    row = one(attack("claim-1", "shells fell", None, None))
    assert row["fatalities"] == "0"
    assert row["notes"].endswith("No report counts deaths.")


def test_an_open_upper_end_is_said() -> None:
    row = one(
        toll("claim-1", "at least six died", "people", 6, high=None),
        casualties=[killed(6, None, "claim-1")],
    )
    assert row["fatalities"] == "6"
    assert "at least 6, no upper bound" in row["notes"]


def test_at_most_so_many_dead_are_coded_as_none() -> None:
    row = one(
        toll("claim-1", "up to six died", "people", None, low=None, high=6),
        casualties=[killed(None, 6, "claim-1")],
    )
    assert row["fatalities"] == "0"
    assert "at least 0, at most 6" in row["notes"]


def test_precision_of_time_follows_the_length_of_the_span() -> None:
    told = [
        ("2031-05-01", "2031-05-07", "2", "2031-05-01"),
        ("2031-05-01", "2031-05-31", "3", "2031-05-16"),
        ("2031-05-01", None, "3", "2031-05-01"),
        (None, None, "", ""),
    ]
    for first, last, precision, day in told:
        row = one(attack("claim-1", "shells fell", None, None), when=when(first, last, "span"))
        assert (row["time_precision"], row["event_date"]) == (precision, day)


def test_sides_follow_roles_and_not_the_order_of_names() -> None:
    actors = [
        actor("actor-1", "Hill militia", "political militia", 3),
        actor("actor-2", "River army", "state forces", 1),
    ]
    refs = [{"id": "actor-1", "name": "Hill militia"}, {"id": "actor-2", "name": "River army"}]
    shelled = attack("claim-1", "shelled", who("actor-2", "the army"), who("actor-1", "the militia"))
    tree = account(actors=actors, claims=[shelled], events=[event("event-1", ["claim-1"], actors=refs)])
    (row,) = table("acled", tree)
    assert (row["actor1"], row["actor2"], row["interaction"]) == ("River army", "Hill militia", "13")


def test_who_lost_a_place_stands_second() -> None:
    actors = [
        actor("actor-1", "Hill militia", "rebel group", 2),
        actor("actor-2", "River army", "state forces", 1),
    ]
    lost = claim(
        "claim-1",
        "control",
        "the army lost Vanholt",
        party=who("actor-2", "the army"),
        change="lost",
        counterparty=who("actor-1", "the militia"),
    )
    refs = [{"id": one["id"], "name": one["name"]} for one in actors]
    (row,) = table(
        "acled", account(actors=actors, claims=[lost], events=[event("event-1", ["claim-1"], actors=refs)])
    )
    assert (row["actor1"], row["actor2"]) == ("Hill militia", "River army")


def test_without_roles_those_who_do_not_fight_stand_second() -> None:
    tree = account()
    tree["claims"][0]["stance"] = "denied"
    (row,) = table("acled", tree)
    assert (row["actor1"], row["actor2"]) == ("Northern army", "residents")
    assert "Morning Post (denied): “The northern army" in row["notes"]


def test_civilians_hit_stand_second_where_nobody_else_is_named() -> None:
    harm = {"grade": "Weak", "strike": None, "because": ""}
    row = one(toll("claim-1", "a boy died", "boy", 1), harm=harm, casualties=[killed(1, 1, "claim-1")])
    assert (row["actor2"], row["inter2"], row["interaction"]) == ("Civilians (Syria)", "7", "70")
    assert row["civilian_targeting"] == "Civilian targeting"
    mixed = one(
        toll("claim-1", "ten rebels died", "rebels", 10),
        harm=harm,
        casualties=[killed(10, 10, "claim-1")],
    )
    assert (mixed["actor2"], mixed["civilian_targeting"]) == ("", "")


def test_an_area_bears_the_name_of_its_town_and_no_country_is_a_province() -> None:
    near = place(
        "place-2", "the area near Vanholt", precision="near", geo_precision=2, of="place-1", inside="Syria"
    )
    ref = {"id": "place-2", "name": "the area near Vanholt", "said": []}
    row = one(attack("claim-1", "fell", None, None), place=ref, places=[place("place-1", "Vanholt"), near])
    assert (row["location"], row["geo_precision"], row["admin1"]) == ("Vanholt", "2", "Lower Province")
    lost = place(
        "place-1",
        "Nowhere",
        latitude=None,
        longitude=None,
        precision="unknown",
        geo_precision=None,
        inside="Syria",
    )
    row = one(attack("claim-1", "fell", None, None), places=[lost])
    assert (row["admin1"], row["latitude"], row["geo_precision"]) == ("", "", "")


def test_a_part_of_a_town_is_precision_two() -> None:
    where = [{"name": "Vanholt", "said": "the outskirts of Vanholt", "place": "place-1", "precision": "near"}]
    row = one(attack("claim-1", "shells fell", None, None, where=where))
    assert row["geo_precision"] == "2"


def test_a_report_without_an_outlet_is_named_without_paths_of_a_machine() -> None:
    fell = attack("claim-1", "shells fell", None, None)
    for given, name in (
        ({"agencies": ["Valley Wire"]}, "Valley Wire"),
        ({"url": "https://star.example/a"}, "star.example"),
        ({}, "report-1.txt"),
    ):
        row = one(fell, reports=[report("report-1", None, **given)])
        assert row["source"] == name


def test_notes_fit_a_cell() -> None:
    claims = [
        attack(f"claim-{n}", f"{n} shells fell on the town {'again ' * 40}", None, None) for n in range(400)
    ]
    row = one(*claims)
    assert len(row["notes"]) < 32_767
    assert "further words stand in the account" in row["notes"]


def test_words_inside_words_are_told_once() -> None:
    whole = attack("claim-1", "shells fell on Vanholt and killed two", None, None)
    part = toll(
        "claim-2", "killed two", "people", 2, quote={"start": 10_027, "end": 10_037, "text": "killed two"}
    )
    doubted = part | {"id": "claim-3", "stance": "alleged"}
    row = one(part, whole, doubted)
    assert row["notes"].startswith(
        "Morning Post: “shells fell on Vanholt and killed two”; Morning Post (alleged): “killed two”."
    )
