"""What waits for a reviewer as rows: after any changes of the shelf as if all of it were weighed at once."""

import random
from typing import Any

import pytest
from kept_documents import Place
from migrating import done_again
from shelved import shelve
from sqlalchemy import select

from warmonitor.store.doubts import DOUBT, RESTS, TOUCHED
from warmonitor.store.fields import LINKS, at
from warmonitor.store.rank import rank
from warmonitor.store.reader import Reader
from warmonitor.store.shelf import Row
from warmonitor.store.store import Store
from warmonitor.store.waiting import Waiting, waiting
from warmonitor.store.weighing import queue, weigh_again

Record = dict[str, Any]
CLAIMS, UNITS = 12, 4


def some(chance: random.Random, name: str, most: int, count: int) -> list[str]:
    return sorted(f"{name}-{number}" for number in chance.sample(range(count), chance.randint(0, most)))


def judged(chance: random.Random) -> Record:
    return {"judgements": [{"id": "judgement-1"}]} if chance.random() < 0.2 else {}


def toll(chance: random.Random, key: str) -> Record:
    high = chance.choice([None, 0, 3, 40, 700])
    day = chance.choice([None, "2031-05-01", "2031-05-02"])
    return {
        "id": key, "report": "report-1", "kind": "toll", "low": high, "best": None, "high": high,
        "measure": chance.choice(["killed", "injured", None]),
        "quote": {"start": 0, "end": 9, "text": f"{high} at the mill"},
        "where": [{"place": one} for one in some(chance, "place", 1, 3)],
        "attribution": [{"actor": one} for one in some(chance, "actor", 2, 4)],
        "parties": [{"actor": one} for one in some(chance, "actor", 2, 4)],
        "when": {"earliest": day, "latest": day}, **judged(chance),
    }  # fmt: skip


def told(chance: random.Random, kind: str, key: str) -> Record:
    claims = {"id": key, "claims": some(chance, "claim", 4, CLAIMS), **judged(chance)}
    if kind == "claims":
        return toll(chance, key)
    if kind == "events":
        return claims
    if kind == "figures":
        low, high = chance.choice([(2, 3), (2, 9), (None, 5), (0, 60)])
        return {**claims, "measure": "killed", "of": "people", "place": None, "low": low, "high": high,
                "origins": ["ferry master", "mayor"][: chance.randint(1, 2)]}  # fmt: skip
    if kind == "disputes":
        return {**claims, "about": f"who holds {key}", "denials": some(chance, "claim", 2, CLAIMS)}
    if kind == "places":
        return {"id": key, "name": f"Orlen {key}", "latitude": chance.choice([None, 4.0]), "runner_up": None,
                **judged(chance)}  # fmt: skip
    if kind == "actors":
        return {
            "id": key,
            "name": f"Guard {key}",
            "status": chance.choice(["new", "known"]),
            **judged(chance),
        }
    return {"code": chance.choice(["judgement-open", "empty"]), "item": f"{key}.txt", "said": "It waits."}


def row(kind: str, key: str, content: Record) -> Row:
    links = {(role, str(one)) for role, paths in LINKS.get(kind, {}).items() for path in paths
             for one in at(content, path) if one}  # fmt: skip
    return Row(kind, key, content, rank((key,)), links=tuple(sorted(links)))


COUNTS = {"claims": CLAIMS, "events": 5, "figures": 4, "disputes": 3, "places": 3, "actors": 4, "issues": 2}


def change(chance: random.Random, store: Store) -> None:
    """Put a unit anew: of each kind its share of records, some of them gone, all of them others."""
    unit = chance.randrange(UNITS)
    kinds = chance.sample(sorted(COUNTS), chance.randint(4, len(COUNTS)))
    rows = [
        row(kind, key, told(chance, kind, key))
        for kind in kinds
        for number in range(COUNTS[kind])
        if number % UNITS == unit and chance.random() < 0.9
        for key in [f"{kind.removesuffix('s')}-{number}"]
    ]
    shelve(store, f"unit-{unit}", rows)


def kept(store: Store) -> list[Waiting]:
    found, total = store.database.read(lambda connection: queue(connection, 0, 1_000))
    assert total == len(found)
    return found


@pytest.mark.parametrize("seed", range(3))
def test_after_any_changes_the_queue_is_that_of_the_whole_account(place: Place, seed: int) -> None:
    chance = random.Random(seed)
    with place.open() as store:
        waited = 0
        for _ in range(25):
            for _ in range(chance.randint(1, 3)):
                change(chance, store)
            weigh_again(store.database)
            assert kept(store) == waiting(Reader(store.database).each)
            waited += len(kept(store))
        assert waited > 100


def test_a_page_is_a_part_of_the_whole(place: Place) -> None:
    chance = random.Random(7)
    with place.open() as store:
        for _ in range(9):
            change(chance, store)
        weigh_again(store.database)
        found = kept(store)
        with store.database.reading() as connection:
            pages = [queue(connection, start, 2) for start in range(0, len(found), 2)]
        assert [one for page, _ in pages for one in page] == found
        assert {total for _, total in pages} == {len(found)}


def test_what_goes_from_the_shelf_waits_no_more_at_once(place: Place) -> None:
    chance = random.Random(2)
    with place.open() as store:
        for _ in range(9):
            change(chance, store)
        weigh_again(store.database)
        assert kept(store)
        for unit in range(UNITS):
            shelve(store, f"unit-{unit}", [])
        assert kept(store) == []
        weigh_again(store.database)
        with store.database.reading() as connection:
            assert [connection.execute(select(table)).all() for table in (RESTS, TOUCHED)] == [[], []]


def test_what_was_kept_by_an_earlier_version_is_weighed(place: Place) -> None:
    chance = random.Random(5)
    with place.open() as store:
        for _ in range(9):
            change(chance, store)
        every = waiting(Reader(store.database).each)

        tables = [table.name for table in (DOUBT, RESTS, TOUCHED)]
        store.database.write(lambda connection: done_again(connection, "v0009_doubts", *tables))
    with place.open() as store:
        assert kept(store) == []
        weigh_again(store.database)
        assert kept(store) == every != []
