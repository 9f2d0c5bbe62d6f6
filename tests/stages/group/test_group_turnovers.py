"""A loss, an entry and a gain of one place are one event, in ACLED's terms."""

import pytest
from literal_claims import (
    Paper,
    actor,
    at,
    between,
    claims_of,
    place,
    reports_of,
)

from warmonitor.model import ActorKind, Change, Event
from warmonitor.stages.group import group

PLACES = [place("Lashio", (22.93, 97.75)), place("Hsipaw", (22.62, 97.30))]
ACTORS = [
    actor("Tatmadaw", "government", kind=ActorKind.STATE_FORCES),
    actor("MNDAA", "opposition", kind=ActorKind.REBEL_GROUP),
    actor("Brotherhood", "opposition", kind=ActorKind.REBEL_GROUP),
    actor("China", kind=ActorKind.EXTERNAL),
]


def told(*changes: tuple[Change, str, str, str]) -> list[Event]:
    paper = Paper("shan", "2024-09-01")
    for change, party, where, when in changes:
        start, _, end = when.partition("/")
        paper.says(f"{party} {change} {where} {when}.").control(
            change, party, where=[at(where)], when=between(start, end or start)
        )
    return group(claims_of([paper]), reports_of([paper]), PLACES, ACTORS).events


def test_loss_and_gain_within_days_are_one_event() -> None:
    (event,) = told(
        (Change.LOST, "Tatmadaw", "Lashio", "2024-07-31/2024-08-02"),
        (Change.ENTERED, "Brotherhood", "Lashio", "2024-07-30"),
        (Change.GAINED, "MNDAA", "Lashio", "2024-08-03"),
    )
    assert (event.type, event.sub_type) == ("Battles", "Non-state actor overtakes territory")
    assert len(event.claims) == 3


@pytest.mark.parametrize(
    ("party", "sub_type"),
    [
        ("Tatmadaw", "Government regains territory"),
        ("MNDAA", "Non-state actor overtakes territory"),
        ("China", "Non-state actor overtakes territory"),
    ],
)
def test_the_winner_gives_the_sub_type(party: str, sub_type: str) -> None:
    (event,) = told((Change.GAINED, party, "Lashio", "2024-08-03"))
    assert event.sub_type == sub_type


def test_a_place_retaken_is_another_event() -> None:
    found = told(
        (Change.GAINED, "MNDAA", "Lashio", "2024-08-03"), (Change.GAINED, "Tatmadaw", "Lashio", "2024-08-05")
    )
    assert len(found) == 2


def test_two_places_are_two_events() -> None:
    found = told(
        (Change.GAINED, "MNDAA", "Lashio", "2024-08-03"), (Change.GAINED, "MNDAA", "Hsipaw", "2024-08-03")
    )
    assert {event.place for event in found} == {"place-Lashio", "place-Hsipaw"}


def test_months_apart_are_two_events() -> None:
    found = told(
        (Change.ENTERED, "MNDAA", "Lashio", "2024-02-01"), (Change.GAINED, "MNDAA", "Lashio", "2024-08-03")
    )
    assert len(found) == 2


def test_a_withdrawal_alone_names_no_winner() -> None:
    (event,) = told((Change.LOST, "Tatmadaw", "Lashio", "2024-08-03"))
    assert event.sub_type == "Non-violent transfer of territory"


def test_a_siege_is_its_own_event_and_holding_is_none() -> None:
    (event,) = told(
        (Change.SURROUNDED, "MNDAA", "Lashio", "2024-07-20"),
        (Change.CUT_OFF, "Brotherhood", "Lashio", "2024-07-22"),
        (Change.HOLDS, "Tatmadaw", "Lashio", "2024-07-22"),
    )
    assert (event.type, event.sub_type) == ("Strategic developments", "Other")
    assert len(event.claims) == 2
