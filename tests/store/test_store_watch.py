"""A watch into a store: nothing that was fetched is lost or doubled between log, archive and store."""

import os
import random
import signal
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from keeping import DONE, KILLED, Keeper, acknowledged
from kept_documents import SOAK, Place, sound, times
from postgres_server import fresh_database
from watched import HOST, Site, Steady, into, once, page

from warmonitor.model import Capture, Issue, Outcome, StoreError
from warmonitor.run.delivery import Delivery
from warmonitor.stages.archive import read_sources
from warmonitor.store.backup import back_up, restore
from warmonitor.store.captures import Captures
from warmonitor.store.check import check
from warmonitor.store.points import POINTS
from warmonitor.store.rawfolder import CAPTURES
from warmonitor.store.store import CAPTURE, ISSUE, SIGHTING, Store

OF_OTHERS = {"migrating", "changed", "migrated"}


def site(*numbers: int) -> Site:
    return Site({number: page(number) for number in numbers})


def whole(place: Place, numbers: Iterable[int]) -> None:
    """Hold log, archive and store against each other: each page is in each of them, once."""
    wanted = sorted(f"{HOST}/{number}" for number in numbers)
    with place.open(create=False) as store:
        assert list(check(store)) == []
        sightings = sorted(raw.source for raw in store.given(SIGHTING))
        told: list[Capture] = store.given(CAPTURE)
        with Captures(store.raw.folder / CAPTURES) as kept:
            assert list(kept.check()) == []
            logged = [capture for capture in kept.since(0) if capture.fetch.kind == "page"]
        reports, issues = read_sources([str(store.raw.folder / CAPTURES / "warc")])
    assert sightings == wanted
    assert sorted(capture.fetch.address for capture in logged) == wanted
    assert sorted(told, key=lambda one: one.number) == logged
    assert (sorted(dict(report.hints)["url"] for report in reports), issues) == (wanted, [])


def test_what_was_fetched_is_in_the_store_with_its_custody(place: Place) -> None:
    with place.open() as store:
        told = once(store, site(1, 2, 3))
        assert sorted(told.kept) == [(f"{HOST}/{number}", True) for number in (1, 2, 3)]
        first = next(raw for raw in store.given(SIGHTING) if raw.source == f"{HOST}/1")
        (way,) = store.captures(first.report_id)
        assert store.raw.get(way.fetch.sha256) == page(1)
    assert (way.fetch.address, way.fetch.final, way.fetch.at) == (f"{HOST}/1", f"{HOST}/1", 1_600_000_000.0)
    assert (way.fetch.tool, way.fetch.hops[0].header("etag")) == ("warmonitor/1", '"1"')
    assert (way.file, way.end > way.start > 0, len(way.chain)) == ("watch-00001.warc.gz", True, 64)
    whole(place, [1, 2, 3])


def test_a_second_pass_adds_none_and_reads_none(place: Place) -> None:
    with place.open() as store:
        once(store, site(1, 2, 3))
        head = store.head()
        reading = Steady()
        again = once(store, site(1, 2, 3), reading=reading)
        assert (again.kept, reading.read_, again.renewed, store.head()) == ([], [], 0, head)


def versions(store: Store) -> list[bytes]:
    return [store.raw.get(raw.sha256) for raw in store.given(SIGHTING)]


def test_versions_of_a_page_are_reports_of_one_address(place: Place) -> None:
    made, other = site(1), page(1, "Nine were hurt.")
    with place.open() as store:
        once(store, made)
        for body in (other, page(1)):
            made.pages[1], made.at = body, made.at + 100.0
            once(store, made)
        assert versions(store) == [page(1), other]
        outcomes = [capture.fetch.outcome for capture in store.given(CAPTURE)]
        assert outcomes == [Outcome.NEW, Outcome.CHANGED, Outcome.CHANGED]
        issues: list[Issue] = store.given(ISSUE)
        first = next(raw for raw in store.given(SIGHTING) if raw.content == b"")
        assert len(store.captures(first.report_id)) == 2
    assert [(issue.code, issue.fatal) for issue in issues] == [("page-changed", False)]


def test_a_page_that_vanished_is_told_once_and_stays(place: Place) -> None:
    made = site(1)
    with place.open() as store:
        once(store, made)
        made.pages[1] = None
        for _ in range(2):
            made.at += 100.0
            once(store, made)
        assert versions(store) == [page(1)]
        assert [issue.code for issue in store.given(ISSUE)] == ["page-gone"]
        assert [one.fetch.outcome for one in store.given(CAPTURE)] == [
            Outcome.NEW,
            Outcome.GONE,
            Outcome.GONE,
        ]


def test_the_account_is_renewed_when_nothing_waits(place: Place) -> None:
    with place.open() as store:
        assert once(store, site(*range(5))).renewed >= 1


def test_an_account_that_cannot_be_renewed_costs_no_report(place: Place) -> None:
    def fail() -> None:
        raise ArithmeticError

    with place.open() as store:
        told = once(store, site(1, 2), renew=fail)
        assert {issue.code for issue in told.issues} == {"account-not-renewed"}
    whole(place, [1, 2])


def test_a_small_source_waits_for_no_flood(place: Place) -> None:
    made = site(*range(40), 90, 91)
    made.sources = dict.fromkeys(range(40), "Flood") | {90: "Small", 91: "Small"}
    reading = Steady()
    with place.open() as store:
        once(store, made, reading=reading, names=("Flood", "Small"))
    assert {f"{HOST}/90", f"{HOST}/91"} <= set(reading.read_[:8])
    assert len(reading.read_) == 42


def test_a_store_that_was_lost_is_filled_again_from_the_captures(place: Place, quick_path: Path) -> None:
    with place.open() as store:
        once(store, site(1, 2, 3))
        folder = store.raw.folder / CAPTURES
        other = Place(str(quick_path / "other"), None)
        with other.open() as fresh, Captures(folder) as kept:
            delivery = Delivery(fresh, Steady(), folder / "delivered", lambda *_: None, lambda _: None)
            delivery.start(kept)
            delivery.drain()
            delivery.stop()
            assert len(fresh.given(SIGHTING)) == 3
    whole(place, [1, 2, 3])


def test_a_backup_holds_the_captures(place: Place, quick_path: Path) -> None:
    with place.open() as store:
        once(store, site(1, 2, 3))
        assert back_up(store, quick_path / "copy") == []
    name = f"again_{os.getpid()}"
    raw = quick_path / "again-raw" if place.raw else None
    again = Place(fresh_database(place.store, name) if raw else str(quick_path / "again"), raw)
    assert restore(quick_path / "copy", again.store, again.raw) == []
    whole(again, [1, 2, 3])
    with again.open() as store:
        assert once(store, site(1, 2, 3, 4)).kept == [(f"{HOST}/4", True)]
    whole(again, [1, 2, 3, 4])


class FailingError(StoreError):
    pass


def test_a_store_that_fails_ends_the_watch_and_is_caught_up(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keep(*_: object) -> bool:
        raise FailingError("The disk is full.")

    with place.open() as store:
        with monkeypatch.context() as patch:
            patch.setattr(store, "keep", keep)
            with pytest.raises(FailingError):
                once(store, site(1, 2, 3))
        assert store.given(SIGHTING) == []
        once(store, site(1, 2, 3))
    whole(place, [1, 2, 3])


def test_what_a_child_could_not_read_waits_for_all_others(place: Place) -> None:
    made, reading = site(1, 2, 3), Steady()
    whole_fetch = made.fetch

    def fetch(task, source, known):  # type: ignore[no-untyped-def]
        result = whole_fetch(task, source, known)
        if task.address.endswith("/1"):
            doubtful = replace(result.fetch, code="reading-stopped", said="It took more time.")
            return replace(result, fetches=(doubtful,))
        return result

    made.fetch = fetch  # type: ignore[method-assign]
    with place.open() as store:
        once(store, made, reading=reading)
    assert len(reading.read_) == 3


@pytest.mark.parametrize("point", sorted({*POINTS} - OF_OTHERS))
def test_killed_at_a_named_point(place: Place, keeper: Keeper, quick_path: Path, point: str) -> None:
    acks, wanted = quick_path / "acks", Place(str(quick_path / "wanted"), None)
    with wanted.open() as store:
        into(store, range(9), lambda _: None)
    for nth in (1, 2, 4):
        assert keeper.run(place, acks, range(9), watch=True, stop=(point, nth)) == KILLED
        sound(place, acknowledged(acks))
    assert keeper.run(place, acks, range(9), watch=True) == DONE
    assert sound(place, acknowledged(acks)) == set(range(9))
    whole(place, range(9))
    plain = [[line for line in one.dump() if '"capture"' not in line] for one in (place, wanted)]
    assert plain[0] == plain[1]


def test_killed_at_random(place: Place, keeper: Keeper, quick_path: Path) -> None:
    kills, killed, acks = random.Random(12), 0, quick_path / "acks"
    while killed < times(8, 250):
        upto = max(acknowledged(acks), default=0) + 30
        child = keeper.start(place, acks, range(upto), watch=True)
        time.sleep(kills.uniform(0.0, 0.4))
        os.kill(child, signal.SIGKILL)
        killed += keeper.end() == KILLED
        numbers = sound(place, acknowledged(acks))
        assert not SOAK or len(numbers) <= upto
    assert keeper.run(place, acks, range(upto), watch=True) == DONE
    whole(place, range(upto))
