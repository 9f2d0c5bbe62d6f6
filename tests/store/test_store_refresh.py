"""A store that grew by increments and one filled at once have one account, as a whole and as rows."""

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from kept_documents import Place

from bench.years import Years
from warmonitor.model import Account, RawReport
from warmonitor.run.account import account_of_pile, extracted
from warmonitor.run.documents import cleaned_of, load_tools, read_document
from warmonitor.run.ingest import custody
from warmonitor.run.kept import account_of_store
from warmonitor.run.references import LookUps, open_look_ups
from warmonitor.run.refresh import refresh, say_nothing
from warmonitor.run.stale import survey
from warmonitor.run.timings import Timings, quiet
from warmonitor.stages.tell.document import account_tree
from warmonitor.store.made import Made
from warmonitor.store.reader import Reader
from warmonitor.store.store import Store

MOST = 5
LISTS = (
    "reports strands claims events coverage figures control disputes statements places actors "
    "agreements posts origins access roads issues"
).split()
Read = tuple[RawReport, Sequence[Made]]


@pytest.fixture(scope="module")
def look_ups() -> LookUps:
    return open_look_ups()


@pytest.fixture(scope="module")
def documents() -> list[Read]:
    tools = load_tools(None)
    return [(raw, read_document(raw, tools)) for raw in Years(26, wars=2).reports()]


def filled(place: Place, documents: Sequence[Read], at_once: int, look_ups: LookUps) -> Store:
    store = place.open()
    store.most = MOST
    for number, (raw, made) in enumerate(documents, 1):
        store.keep(raw, made, custody())
        if number % at_once == 0:
            refresh(store, look_ups)
    refresh(store, look_ups)
    return store


def whole(store: Store) -> Account:
    return replace(account_of_store(store, None, say_nothing, quiet, Timings()), chain="")


def rows(store: Store) -> dict[str, list[dict[str, Any]]]:
    reader = Reader(store.database)
    return {kind: list(reader.each(kind)) for kind in LISTS}


def test_increments_give_what_all_at_once_gives(
    place: Place, documents: list[Read], look_ups: LookUps
) -> None:
    at_once = 9 if place.raw else 1
    reports = sorted((r for _, made in documents if (r := cleaned_of(made[0])[0])), key=lambda one: one.id)
    issues = [issue for _, made in documents for issue in cleaned_of(made[0])[1]]
    account = account_of_pile(reports, issues, look_ups, extracted, quiet, Timings(), MOST)
    shuffled = random.Random(at_once).sample(documents, len(documents))
    with filled(place, shuffled, at_once, look_ups) as store:
        assert whole(store) == account
        tree = account_tree(account)
        found = rows(store)
        for kind in LISTS:
            assert found[kind] == tree[kind], kind
        assert not survey(store, look_ups)
