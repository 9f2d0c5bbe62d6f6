"""Owners of outlets are data: each of an outlet of the register, each with what it rests on."""

import re
from datetime import date

import pytest

from warmonitor.reference.actors import load_actors
from warmonitor.reference.outlets import load_outlets
from warmonitor.reference.ownership import owners, voice_of

DAY = re.compile(r"\d{4}(-\d\d-\d\d)?|")


def test_every_owner_is_that_of_an_outlet_and_says_why() -> None:
    names = {outlet.name for outlet in load_outlets().outlets}
    assert sorted(set(owners()) - names) == []
    assert len(owners()) >= 150
    rows = [one for found in owners().values() for one in found]
    assert [one for one in rows if not (one.owner and one.because)] == []
    assert [one for one in rows if not (DAY.fullmatch(one.since) and DAY.fullmatch(one.until))] == []
    days = [day for one in rows for day in (one.since, one.until) if len(day) > 4]
    assert all(date.fromisoformat(day) for day in days)


def test_every_party_is_an_actor_of_the_register() -> None:
    named = {entry.name for entry in load_actors().entries.values()}
    assert sorted({one.party for found in owners().values() for one in found if one.party} - named) == []
    assert all(bool(one.party) == (one.kind == "party") for found in owners().values() for one in found)


def test_owners_follow_one_another() -> None:
    for found in owners().values():
        assert [one.since for one in found] == sorted(one.since for one in found)
        assert sum(not one.until for one in found) == 1


@pytest.mark.parametrize(
    ("outlet", "party"), [("Al-Manar", "Hezbollah"), ("Al-Masirah", "Houthis"), ("Reuters", ""), ("SANA", "")]
)
def test_an_outlet_of_a_party_is_its_voice(outlet: str, party: str) -> None:
    found = load_outlets().named(outlet)
    assert found is not None
    assert voice_of(found.owned) == party
