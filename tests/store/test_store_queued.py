"""The queue as it is walked: orders, what stands beside a record, what waits no more once it is judged."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from judging import cited
from kept_documents import NOW, Place
from shelved import shelve

from warmonitor.model import Held, Judged, Judgement, Subject, Verdict
from warmonitor.store.fields import LINKS, at
from warmonitor.store.judgement_pages import Wanted, page
from warmonitor.store.judgements import JUDGED_BY, judge, undoing
from warmonitor.store.nodes import settled
from warmonitor.store.queued import Line, Order, beside, open_judgement, pending, rank_of, waits, walk
from warmonitor.store.rank import rank
from warmonitor.store.shelf import Row
from warmonitor.store.store import Store
from warmonitor.store.weighing import weigh_again

WHEN = "2031-03-04T05:06:07+00:00"


def claim(number: int, high: int, place: str | None = None) -> dict[str, Any]:
    day = "2031-05-01" if place else None
    return {
        "id": f"claim-{number}", "report": "report-1", "kind": "toll",
        "low": high, "best": None, "high": high, "measure": "killed",
        "quote": {"start": number, "end": number + 9, "text": f"{high} at the mill"},
        "where": [{"place": place}], "attribution": [], "when": {"earliest": day, "latest": day},
    }  # fmt: skip


def event(number: int, *claims: int) -> dict[str, Any]:
    return {"id": f"event-{number}", "claims": [f"claim-{one}" for one in claims]}


ROWS = [
    ("claims", claim(1, 40)),
    ("claims", claim(2, 0)),
    ("claims", claim(3, 9, "place-1")),
    ("events", event(1, 2)),
    ("events", event(2, 2)),
    ("disputes", {"id": "dispute-1", "about": "the mill", "claims": ["claim-3"], "denials": []}),
]


def row(kind: str, content: dict[str, Any]) -> Row:
    links = sorted(
        {
            (role, str(one))
            for role, paths in LINKS[kind].items()
            for path in paths
            for one in at(content, path)
        }
    )
    return Row(kind, content["id"], content, rank((content["id"],)), links=tuple(links))


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    with place.open() as opened:
        shelve(opened, "made", [row(kind, content) for kind, content in ROWS])
        weigh_again(opened.database)
        yield opened


def ids(store: Store, order: Order = Order.WEIGHT, kind: str | None = None) -> list[str]:
    found, total = store.database.read(lambda one: walk(one, Line(order, kind), 0, 10))
    assert total == len(found)
    return [one.id for one in found]


def say(store: Store, number: int = 1, by: str = "Ivo", why: str = "") -> Held:
    seen = replace(cited(number), claim=f"claim-{number}")
    subject = Subject(Judged.CLAIM, f"claim-{number}", cited=(seen,))
    return judge(store, Judgement(subject, Verdict.ACCEPT, by, WHEN, why), NOW)


def test_the_queue_has_four_orders_and_kinds(store: Store) -> None:
    assert ids(store) == ids(store, Order.DOUBT) == ["dispute-1", "claim-1", "claim-2"]
    assert ids(store, Order.DEATHS) == ["claim-1", "dispute-1", "claim-2"]
    assert ids(store, Order.EVENTS) == ["claim-2", "dispute-1", "claim-1"]
    assert ids(store, kind="claims") == ["claim-1", "claim-2"]


@pytest.mark.parametrize("order", Order)
def test_what_stands_beside_a_record_is_as_the_list_has_it(store: Store, order: Order) -> None:
    listed = ids(store, order)
    for at_, one in enumerate(listed):
        kind = f"{one.partition('-')[0]}s"
        before, after = store.database.read(partial(beside, line=Line(order), kind=kind, record=one))
        assert (before.id if before else None) == (listed[at_ - 1] if at_ else None)
        assert (after.id if after else None) == (listed[at_ + 1] if at_ + 1 < len(listed) else None)


def test_of_one_that_does_not_wait_the_first_comes_next(store: Store) -> None:
    before, after = store.database.read(partial(beside, line=Line(), kind="claims", record="claim-3"))
    assert (before, after and after.id) == (None, "dispute-1")
    assert store.database.read(partial(waits, kind="claims", record="claim-3")) is None
    found = store.database.read(partial(waits, kind="claims", record="claim-1"))
    assert found is not None
    assert (found.deaths, found.called) == (40, "40 at the mill")


def test_what_was_judged_waits_no_more_before_the_account_is_made_again(store: Store) -> None:
    held = say(store)
    assert ids(store) == ["dispute-1", "claim-2"]
    _, after = store.database.read(partial(beside, line=Line(), kind="claims", record="claim-1"))
    assert after is not None
    assert after.id == "claim-2"
    say(store, 3)
    assert ids(store) == ["claim-2"], "a dispute of a claim that was judged waits no more"
    found = store.database.read(pending)
    assert found.count == 2
    assert found.records == {("claims", "claim-1"), ("claims", "claim-3")}
    judge(store, undoing(held, "Ada", WHEN, "too soon", 1), NOW)
    assert ids(store) == ["claim-1", "claim-2"]
    store.database.write(lambda one: settled(one, JUDGED_BY + held.id))
    assert store.database.read(pending).count == 2


def test_a_judgement_that_no_longer_fits_waits_until_it_is_taken_back(store: Store) -> None:
    held = say(store, 3)
    said = f"A judgement by Ivo (accept, {held.id}) waits to be made again: its words are gone."
    issue = {"code": "judgement-open", "item": "report-1", "said": said, "fatal": False, "id": "issue-1"}
    shelve(store, "beside", [Row("issues", "issue-1", issue, rank(("issue-1",)))])
    weigh_again(store.database)
    assert open_judgement(said) == held.id
    assert ids(store, kind="issues") == ["report-1"]
    judge(store, undoing(held, "Ivo", WHEN, "it is gone", 1), NOW)
    assert ids(store, kind="issues") == []


def test_judgements_are_read_the_newest_first_and_by_kind(store: Store) -> None:
    made = [say(store, number).id for number in (1, 2, 3)]
    found, on = page(store, Wanted(newest=True), 0, 2)
    assert [one.id for one in found] == [made[2], made[1]]
    assert on is not None
    assert [one.id for one in page(store, Wanted(newest=True), on, 2)[0]] == [made[0]]
    assert page(store, Wanted(kind=Judged.PLACE), 0, 5) == ([], None)
    assert len(page(store, Wanted(kind=Judged.CLAIM, newest=True), 0, 5)[0]) == 3


@pytest.mark.parametrize("name", ["Ada", "Žana", 'Ann "50 %" O\'Lee_', "C:\\d/e"])
def test_judgements_are_read_by_who_made_them(store: Store, name: str) -> None:
    say(store, 1)
    mine = say(store, 2, name)
    say(store, 3, "Ada Minor", f"as {name} says")
    assert page(store, Wanted(by=name), 0, 5) == ([mine], None)
    assert page(store, Wanted(by=name.lower()), 0, 5) == ([], None)


def test_a_record_has_its_place_in_its_list(store: Store) -> None:
    assert store.database.read(partial(rank_of, kind="claims", record="claim-2")) == rank(("claim-2",))
    assert store.database.read(partial(rank_of, kind="claims", record="claim-9")) is None
