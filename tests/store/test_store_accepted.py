"""Places, actors and figures accepted as they stand: they wait no more until they stand otherwise."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any

import pytest
from kept_documents import NOW, Place
from shelved import shelve

from warmonitor.model import (
    Actor,
    ActorKind,
    ActorStatus,
    CountedAs,
    Held,
    Judged,
    Judgement,
    Rule,
    Ruled,
    RunnerUp,
    Subject,
    Verdict,
)
from warmonitor.model import Place as Spot
from warmonitor.run.judged.records import Judgements
from warmonitor.run.stale import mark_judged
from warmonitor.store.judgements import judge, undoing
from warmonitor.store.queued import Line, walk
from warmonitor.store.rank import rank
from warmonitor.store.shelf import Row
from warmonitor.store.store import Store
from warmonitor.store.waiting import Doubt
from warmonitor.store.weighing import weigh_again

WHEN = "2031-03-04T05:06:07+00:00"
SPOT = Spot("place-1", "Orlen", ("Orlen",), 34.5, 36.25, "geonames:1", runner_up=RunnerUp("Orlen Ferry"))
WHO = Actor("actor-1", "Tarn Guard", ("Tarn Guard",), ActorKind.REBEL_GROUP, status=ActorStatus.NEW)
FIGURE = {"id": "figure-1", "measure": "killed", "of": "people", "place": None, "low": 4, "high": 40,
          "claims": [], "origins": ["hospital", "mayor"]}  # fmt: skip
COUNTED = Subject(Judged.FIGURE, "figure-1", figure=CountedAs("killed", "people"))


def row(kind: str, content: dict[str, Any]) -> Row:
    return Row(kind, content["id"], content, rank((content["id"],)))


def rows(spot: Spot = SPOT, who: Actor = WHO) -> list[Row]:
    return [row("places", asdict(spot)), row("actors", asdict(who)), row("figures", FIGURE)]


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    with place.open() as opened:
        shelve(opened, "made", rows())
        weigh_again(opened.database)
        yield opened


def accept(store: Store, subject: Subject, *seen: Spot | Actor, version: int = 0) -> Held:
    held = judge(
        store, Judgement(subject, Verdict.ACCEPT, "Ivo", WHEN, version=version, seen=tuple(seen)), NOW
    )
    settle(store)
    return held


def accept_all(store: Store) -> list[Held]:
    found = [accept(store, Subject(Judged.PLACE, "place-1"), SPOT)]
    found.append(accept(store, Subject(Judged.ACTOR, "actor-1"), WHO))
    return [*found, accept(store, COUNTED)]


def settle(store: Store) -> None:
    mark_judged(store)
    weigh_again(store.database)


def queue(store: Store) -> dict[str, Doubt]:
    found, _ = store.database.read(lambda one: walk(one, Line(), 0, 10))
    return {one.id: one.doubt for one in found}


ALL = {"place-1": Doubt.GROUND, "actor-1": Doubt.NAME, "figure-1": Doubt.WIDE}


def test_what_was_accepted_waits_no_more(store: Store) -> None:
    assert queue(store) == ALL
    accept_all(store)
    assert queue(store) == {}


def test_what_was_judged_waits_no_more_before_it_is_weighed_again(store: Store) -> None:
    judge(store, Judgement(COUNTED, Verdict.ACCEPT, "Ivo", WHEN), NOW)
    assert queue(store) == {one: doubt for one, doubt in ALL.items() if one != "figure-1"}


def test_what_is_taken_back_waits_again(store: Store) -> None:
    for held in accept_all(store):
        judge(store, undoing(held, "Ada", WHEN, "too soon", 1), NOW)
    settle(store)
    assert queue(store) == ALL


@pytest.mark.parametrize(
    ("spot", "who", "again"),
    [
        (replace(SPOT, latitude=34.75), WHO, {"place-1"}),
        (replace(SPOT, runner_up=RunnerUp("Orlen Quay")), WHO, {"place-1"}),
        (SPOT, replace(WHO, kind=ActorKind.POLITICAL_MILITIA), {"actor-1"}),
        (replace(SPOT, names_seen=("Orlen", "Orlin")), replace(WHO, names_seen=("Guard of Tarn",)), set()),
        (replace(SPOT, runner_up=None), WHO, set()),  # nobody doubts it now
    ],
)
def test_what_stands_otherwise_is_asked_for_again(
    store: Store, spot: Spot, who: Actor, again: set[str]
) -> None:
    accept_all(store)
    shelve(store, "made", rows(spot, who))
    weigh_again(store.database)
    assert queue(store) == dict.fromkeys(again, Doubt.AGAIN)
    if again == {"place-1"}:
        accept(store, Subject(Judged.PLACE, "place-1"), spot, version=1)
        assert queue(store) == {}


def test_a_figure_of_other_claims_was_not_accepted(store: Store) -> None:
    accept_all(store)
    shelve(store, "made", [*rows()[:2], row("figures", {**FIGURE, "id": "figure-2"})])
    weigh_again(store.database)
    assert queue(store) == {"figure-2": Doubt.WIDE}


def test_accepting_changes_no_account(store: Store) -> None:
    ruled = Judgement(COUNTED, Verdict.RULE, "Ivo", WHEN, "as it is told", ruled=Ruled(Rule.HIGHEST))
    rule = judge(store, ruled, NOW)
    held = accept(store, COUNTED, version=1)
    place = accept(store, Subject(Judged.PLACE, "place-1"), SPOT)
    told = Judgements((rule, held, place))
    assert (told.last(Judged.FIGURE), told.last(Judged.PLACE)) == ([rule], [])
