"""An account on the shelf: each list comes back as account.json has it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from kept_documents import Place
from shelved import shelve_account

from warmonitor.model import Account, Issue, RoadLine
from warmonitor.run.account import make_account
from warmonitor.run.shelving import rows_of
from warmonitor.stages.tell import account_json
from warmonitor.store.filters import Filters
from warmonitor.store.reader import Reader
from warmonitor.store.shelf import Tally

EXAMPLE = Path(__file__).parents[2] / "examples" / "khan-sheikhoun"


@pytest.fixture(scope="module")
def account() -> Account:
    made = make_account([str(path) for path in sorted(EXAMPLE.iterdir())[:7]])
    roads = [
        RoadLine("M5", main, ((36.1, 35.2), (36.2, 35.0 + end))) for main in (False, True) for end in (3, 1)
    ]
    issues = (Issue("no-text", "a.html", "There is none."), Issue("no-text", "b\0.html", "Half \ud800."))
    return replace(made, roads=tuple(roads), issues=issues[:1])


def test_every_list_comes_back_as_it_stands(place: Place, account: Account) -> None:
    lists = {k: v for k, v in json.loads(account_json(account)).items() if isinstance(v, list)}
    with place.open() as store:
        assert shelve_account(store, account).new == sum(map(len, lists.values()))
        reader = Reader(store.database)
        for kind, records in lists.items():
            assert list(reader.each(kind)) == records, kind
        assert shelve_account(store, account) == Tally(same=sum(map(len, lists.values())))
        (place_, *_) = [one["place"] for claim in lists["claims"] for one in claim["where"] if one["place"]]
        told = [c for c in lists["claims"] if any(one["place"] == place_ for one in c["where"])]
        assert list(reader.each("claims", Filters(place=place_))) == told
        outlet = next(one["outlet"] for one in lists["reports"] if one["outlet"])
        mine = {one["id"] for one in lists["reports"] if one["outlet"] == outlet}
        assert list(reader.each("claims", Filters(outlet=outlet))) == [
            one for one in lists["claims"] if one["report"] in mine
        ]


def test_rows_are_the_same_whatever_is_read_with_them(account: Account) -> None:
    rows = {(row.kind, row.id): row for row in rows_of(account)}
    assert len({(row.kind, row.rank) for row in rows.values()}) == len(rows)
    assert {row.kind for row in rows.values()} >= {"reports", "claims", "events", "roads", "issues"}
