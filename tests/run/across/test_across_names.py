"""Places, actors and sources over blocks: one record an id, the same whichever block comes first."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.model import (
    Account,
    Actor,
    ActorKind,
    ActorPart,
    Called,
    Maker,
    Place,
    PlacePart,
    PlacePrecision,
    Source,
    SourceMark,
    Tally,
    VoiceKind,
)
from warmonitor.run.across import joined, whole
from warmonitor.run.references import LookUps, open_look_ups
from warmonitor.stages.ground.actors import one_actor
from warmonitor.stages.ground.places import one_place
from warmonitor.stages.reconcile.grading import one_source
from warmonitor.store.codec import decode, encode

VELM = Place("place-1", "Velm", ("Velm", "velm"), 1.0, 2.0, "geonames:1", PlacePrecision.NEAR, because="a")
MAKER = Maker("1", "options")


@pytest.fixture(scope="session")
def look_ups() -> LookUps:
    return open_look_ups()


def _place(name: str, precision: PlacePrecision, **said: int) -> PlacePart:
    place = Place("place-1", name, tuple(said), 1.0, 2.0, "geonames:1", precision, because=name)
    return PlacePart(place, tuple(Called(word, times) for word, times in said.items()))


def test_a_place_goes_by_the_name_that_all_blocks_together_use_most() -> None:
    parts = [
        _place("Velm", PlacePrecision.NEAR, Velm=3, Welm=2),
        _place("Welm", PlacePrecision.EXACT, Welm=4, Vélm=1),
        _place("Vélm", PlacePrecision.EXACT, Vélm=5),
    ]
    made = {one_place(order) for order in permutations(parts)}
    assert {(one.name, one.precision, one.names_seen, one.because) for one in made} == {
        ("Vélm", PlacePrecision.EXACT, ("Velm", "Vélm", "Welm"), "Velm; Vélm; Welm")
    }
    assert len(made) == 1


def test_an_actor_is_of_the_side_that_the_latest_reports_give() -> None:
    was = Actor("actor-1", "Lake Front", ("Lake Front",), ActorKind.REBEL_GROUP, "opposition", part_of="a")
    now = Actor("actor-1", "LF", ("LF",), ActorKind.REBEL_GROUP, "government")
    parts = [
        ActorPart(was, (Called("Lake Front", 1),), date(2031, 4, 30)),
        ActorPart(now, (Called("LF", 9),), date(2031, 5, 1)),
    ]
    made = {one_actor(order) for order in permutations(parts)}
    assert made == {
        Actor("actor-1", "Lake Front", ("LF", "Lake Front"), ActorKind.REBEL_GROUP, "government", part_of="a")
    }


def test_a_source_is_judged_by_all_of_its_record() -> None:
    few = Source("Post", VoiceKind.OUTLET, SourceMark.F, "few", ("c1",), tally=Tally(4, 3, 3, 1))
    more = Source("Post", VoiceKind.OUTLET, SourceMark.F, "few", ("c2",), tally=Tally(5, 3, 2, 0))
    made = one_source([few, more])
    assert made == one_source([more, few])
    assert made.mark is SourceMark.C
    assert made.because == (
        "Others bear it out on 5 of the 6 happenings that they speak on too."
        " It corrected counts of its own 1 time."
    )
    assert (made.claims, made.tally) == (("c1", "c2"), Tally(9, 6, 5, 1))


@given(
    st.permutations([0, 1, 2]), st.lists(st.sampled_from(["Velm", "Welm", "Vélm"]), min_size=3, max_size=3)
)
@settings(max_examples=50)
def test_any_order_of_blocks_gives_the_same_account(
    look_ups: LookUps, order: list[int], names: list[str]
) -> None:
    parts = [Account(MAKER, places=(Place("place-1", name, (name,), because=name),)) for name in names]
    blocks = {str(number): part for number, part in enumerate(parts)}
    turned = {str(number): parts[number] for number in order}
    assert whole(blocks, look_ups) == whole(turned, look_ups)


def test_the_account_of_one_block_is_its_own(look_ups: LookUps) -> None:
    account = Account(MAKER, places=(VELM,), chain="head")
    assert whole({"": account}, look_ups) == account
    assert joined("place:place-1", [PlacePart(VELM)], look_ups) == (VELM,)


def test_what_a_block_gives_can_be_kept() -> None:
    part = _place("Velm", PlacePrecision.NEAR, Velm=3)
    assert decode(encode(part)) == part
