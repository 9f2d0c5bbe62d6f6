"""A store that grew by increments and one filled at once have one account, as a whole and as rows."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from kept_documents import Place

from bench.years import Years
from warmonitor.model import Account, RawReport
from warmonitor.run import putting, stale
from warmonitor.run.account import account_of_pile, extracted
from warmonitor.run.blocks import account_of_block
from warmonitor.run.documents import cleaned_of, load_tools, read_document
from warmonitor.run.ingest import custody
from warmonitor.run.judged import NONE
from warmonitor.run.kept import account_of_store
from warmonitor.run.references import LookUps, open_look_ups
from warmonitor.run.refresh import refresh, say_nothing
from warmonitor.run.roads import add_roads
from warmonitor.run.stale import survey
from warmonitor.run.timings import Timings, quiet
from warmonitor.run.versions import version_of
from warmonitor.stages.archive import read_sources
from warmonitor.stages.tell.document import account_tree
from warmonitor.store.made import BLOCK, Made
from warmonitor.store.nodes import blocks, note
from warmonitor.store.placings import members
from warmonitor.store.reader import Reader
from warmonitor.store.store import Store

MOST = 5
EXAMPLE = Path(__file__).parents[2] / "examples" / "khan-sheikhoun"
ROADS = EXAMPLE.parent / "roads" / "khan-sheikhoun.geojson"
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


@pytest.fixture(scope="module")
def example() -> list[Read]:
    tools = load_tools(None)
    raws, _ = read_sources([str(EXAMPLE)])
    return [(raw, read_document(raw, tools)) for raw in raws]


@pytest.fixture(scope="module")
def with_roads(tmp_path_factory: pytest.TempPathFactory) -> LookUps:
    folder = tmp_path_factory.mktemp("references")
    add_roads(folder, ROADS, "Apache-2.0")
    return open_look_ups(folder)


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


def at_once(documents: Sequence[Read], look_ups: LookUps, most: int = MOST) -> Account:
    reports = sorted((r for _, made in documents if (r := cleaned_of(made[0])[0])), key=lambda one: one.id)
    issues = [issue for _, made in documents for issue in cleaned_of(made[0])[1]]
    return account_of_pile(reports, issues, look_ups, extracted, quiet, Timings(), most)


def assert_shelved(store: Store, account: Account) -> None:
    tree, found = account_tree(account), rows(store)
    for kind in LISTS:
        assert found[kind] == tree[kind], kind


def test_increments_give_what_all_at_once_gives(
    place: Place, documents: list[Read], look_ups: LookUps
) -> None:
    step = 9 if place.raw else 1
    account = at_once(documents, look_ups)
    shuffled = random.Random(step).sample(documents, len(documents))
    with filled(place, shuffled, step, look_ups) as store:
        assert whole(store) == account
        assert_shelved(store, account)
        assert not survey(store, look_ups)


def test_roads_that_come_and_go_are_in_every_row(
    place: Place, example: list[Read], look_ups: LookUps, with_roads: LookUps
) -> None:
    with filled(place, example, 100, look_ups) as store:
        assert_shelved(store, at_once(example, look_ups))
        for found in (with_roads, look_ups):
            assert survey(store, found).look_ups
            refresh(store, found)
            assert_shelved(store, at_once(example, found))
            assert not survey(store, found)


def test_blocks_of_another_size_are_made_by_another_version(
    place: Place, documents: list[Read], look_ups: LookUps, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled(place, documents, 100, look_ups) as store:
        store.most = MOST - 2
        later = version_of(BLOCK) + "-later"
        for module in (stale, putting):
            monkeypatch.setattr(
                module, "version_of", lambda stage: later if stage == BLOCK else version_of(stage)
            )
        assert survey(store, look_ups).versions
        refresh(store, look_ups)
        assert_shelved(store, at_once(documents, look_ups, MOST - 2))
        assert not survey(store, look_ups)


def test_what_touches_a_block_while_it_is_made_stays_stale(
    place: Place, example: list[Read], look_ups: LookUps
) -> None:
    with filled(place, example[:3], 100, look_ups) as store:
        (block,) = store.database.read(lambda connection: blocks(connection, MOST))
        ids = store.database.read(lambda connection: members(connection, block))
        part = account_of_block(store, ids, look_ups, NONE, quiet, Timings())
        store.database.write(lambda connection: note(connection, [block], ids[0]))
        work = putting.Work(block, ids, None, part, (), look_ups, "")
        assert store.database.write(work.put) == 0
        assert survey(store, look_ups).touched == (block,)
