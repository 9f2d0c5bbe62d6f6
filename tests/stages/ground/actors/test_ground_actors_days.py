from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from actor_texts import claim, report

from warmonitor.model import Actor, ActorKind, ActorStatus, Dated, DatedHow, Named, Report
from warmonitor.reference.actors import ActorRegister, load_actors, make_register
from warmonitor.reference.actors.compile import compile_register
from warmonitor.stages.ground.actors import ground_actors

ROWS: list[dict[str, Any]] = [
    {
        "key": "ardan-front", "name": "Ardan Front", "kind": "rebel group", "in": ["KE"], "since": "2014-03",
        "side": [["opposition", None, "2019-05"], ["government", "2019-06", None]],
        "backers": [["state:UG", "2014-03", "2018"], ["state:ET", "2019", None]],
        "called": [["Falcons of Ardan", "2014-03", "2016-07"]], "also": ["NRX"],
    },
    {"key": "old-nrx", "name": "Nordan Rifles", "kind": "rebel group", "in": ["KE"], "until": "2009",
     "also": ["NRX"]},
    {"key": "gone-league", "name": "Selm Free League", "kind": "rebel group", "in": ["ZM"], "until": "2008"},
    {"key": "late-league", "name": "Otra Free League", "kind": "rebel group", "in": ["ZM"], "since": "2020"},
    {"key": "tz-nrf", "name": "National Ridge Front", "kind": "rebel group", "in": ["TZ"], "also": ["NRFQ"]},
    {"key": "mw-nrf", "name": "Nkali River Forces", "kind": "rebel group", "in": ["MW"], "also": ["NRFQ"]},
]  # fmt: skip
OFFICES: list[list[Any]] = [
    ["Odo Tamber", "president", "state:ZM", "2010", "2015-08"],
    ["Ilan Tamber", "president", "state:ZM", "2015-09", None],
    ["Ilan Tamber", "defence minister", "state:ZM/defence-ministry", "2011", "2015-08"],
    ["Ruda Lom", "defence minister", "state:ZM/defence-ministry", "2015-09", "2020"],
]


@pytest.fixture(scope="module")
def register() -> ActorRegister:
    return make_register(compile_register(ROWS, OFFICES))


def of_day(text: str, day: date | None, key: str = "report-a") -> Report:
    return replace(report(text, key), dated=Dated(day, day, DatedHow.STATED) if day else Dated())


def asked(register: ActorRegister, said: str, text: str, day: date | None) -> tuple[Named, Actor | None]:
    of = of_day(text, day)
    claims, actors = ground_actors([of], [claim(of, said, None)], register)
    found = claims[0].attribution[0].speaker
    return found, next((a for a in actors if a.id == found.id), None)


@pytest.mark.parametrize(
    ("year", "said", "name"),
    [
        (2012, "the president of Zambia", "Odo Tamber"),
        (2018, "the president of Zambia", "Ilan Tamber"),
        (2018, "Zambia's president", "Ilan Tamber"),
        (2012, "the Zambian president", "Odo Tamber"),
        (2012, "Zambia's defence minister", "Ilan Tamber"),
        (2018, "the Zambian defense minister", "Ruda Lom"),
        (2012, "President Tamber", "Odo Tamber"),
        (2018, "President Tamber", "Ilan Tamber"),
    ],
)
def test_an_office_is_who_held_it_on_the_day(
    register: ActorRegister, year: int, said: str, name: str
) -> None:
    found, _ = asked(register, said, f"In Zambia, {said} said the road was open.", date(year, 3, 4))
    assert (found.name, found.said) == (name, said)


@pytest.mark.parametrize(
    "said",
    ["the former president of Zambia", "the vice president of Zambia", "Zambia's deputy defence minister",
     "the president of Zambia's guard"],
)  # fmt: skip
def test_another_than_the_holder_is_not_the_holder(register: ActorRegister, said: str) -> None:
    found, _ = asked(register, said, f"In Zambia, {said} said the road was open.", date(2012, 3, 4))
    assert found.name not in {"Odo Tamber", "Ilan Tamber"}


def test_in_the_month_of_a_handover_or_without_a_day_nobody_is_guessed(register: ActorRegister) -> None:
    text = "In Zambia, the president of Zambia said the road was open."
    assert asked(register, "the president of Zambia", text, None)[0].name not in {"Odo Tamber", "Ilan Tamber"}
    wide = replace(report(text), dated=Dated(date(2015, 8, 1), date(2015, 9, 30)))
    claims, _ = ground_actors([wide], [claim(wide, "the president of Zambia", None)], register)
    assert claims[0].attribution[0].speaker.name not in {"Odo Tamber", "Ilan Tamber"}


def test_a_former_name_leads_to_the_actor_and_says_until_when(register: ActorRegister) -> None:
    text = "In Kenya, the Falcons of Ardan said the road was open."
    found, _ = asked(register, "the Falcons of Ardan", text, date(2015, 2, 1))
    assert found.name == "Ardan Front"
    assert found.because.endswith("Ardan Front was called so from 2014-03 until 2016-07")


def test_the_day_decides_among_namesakes(register: ActorRegister) -> None:
    text = "In Kenya, NRX said the road was open."
    assert asked(register, "NRX", text, date(2008, 2, 1))[0].name == "Nordan Rifles"
    found, _ = asked(register, "NRX", text, date(2016, 2, 1))
    assert found.name == "Ardan Front"
    assert found.because.endswith("chosen of 2 namesakes by the day of the report")


def test_one_abbreviation_in_two_countries_is_that_of_the_country(register: ActorRegister) -> None:
    for country, name in (("Tanzania", "National Ridge Front"), ("Malawi", "Nkali River Forces")):
        text = f"In {country}, NRFQ said the road was open."
        assert asked(register, "NRFQ", text, date(2016, 2, 1))[0].name == name


@pytest.mark.parametrize(
    ("said", "why"),
    [("the Selm Free League", "gone since 2008"), ("the Otra Free League", "founded in 2020")],
)
def test_who_was_not_there_is_meant_only_where_nobody_else_fits(
    register: ActorRegister, said: str, why: str
) -> None:
    found, actor = asked(register, said, f"In Zambia, {said} said the road was open.", date(2016, 2, 1))
    assert actor is not None
    assert actor.status is ActorStatus.KNOWN
    assert why in found.because
    away, other = asked(register, said, f"In Ghana, {said} said the road was open.", date(2016, 2, 1))
    assert other is not None
    assert (other.status, away.name) == (ActorStatus.NEW, said.removeprefix("the "))


def test_side_and_backers_are_those_of_the_day(register: ActorRegister) -> None:
    text = "In Kenya, the Ardan Front said the road was open."
    before = asked(register, "the Ardan Front", text, date(2016, 2, 1))[1]
    after = asked(register, "the Ardan Front", text, date(2021, 2, 1))[1]
    assert before is not None
    assert after is not None
    assert (before.side, before.backers) == ("opposition", ("Uganda",))
    assert (after.side, after.backers) == ("government", ("Ethiopia",))


def test_of_reports_of_several_days_the_latest_tells_the_side(register: ActorRegister) -> None:
    text = "In Kenya, the Ardan Front said the road was open."
    old, new = of_day(text, date(2016, 2, 1), "report-a"), of_day(text, date(2021, 2, 1), "report-b")
    for order in ([old, new], [new, old]):
        _, actors = ground_actors(order, [claim(one, "the Ardan Front", None) for one in order], register)
        assert [(a.side, a.backers) for a in actors if a.name == "Ardan Front"] == [
            ("government", ("Ethiopia",))
        ]


@pytest.mark.parametrize(
    ("said", "status"),
    [("Hezbollah", ActorStatus.KNOWN), ("the Vorn Liberation Front", ActorStatus.NEW),
     ("residents", ActorStatus.DESCRIBED), ("Ms Ana Vell", ActorStatus.NEW)],
)  # fmt: skip
def test_a_name_that_no_register_has_waits_for_a_judgement(said: str, status: ActorStatus) -> None:
    text = f"In Lebanon, {said} said the road was open."
    _, actor = asked(load_actors(), said, text, date(2016, 2, 1))
    assert actor is not None
    assert actor.status is status


def test_a_person_named_like_a_town_is_not_the_towns_state(register: ActorRegister) -> None:
    text = "In Zambia, shells fell. Mr Lusaka, a farmer, said the road was open."
    found, actor = asked(register, "Mr Lusaka", text, date(2016, 2, 1))
    assert found.id is None or (actor is not None and actor.kind is ActorKind.PERSON)
