"""The same files give the same store: in any order, any number of passes, with any number of processes."""

import random
from pathlib import Path

from kept_documents import SOAK, Place, Plain, times
from postgres_server import fresh_database

from warmonitor.run.ingest import ingest
from warmonitor.run.readers import Readers
from warmonitor.run.references import open_look_ups
from warmonitor.run.refresh import refresh
from warmonitor.run.stale import survey
from warmonitor.store.check import check
from warmonitor.store.store import SIGHTING
from warmonitor.store.tree import MOST

WORDS = (
    "Shells hit the {} market in Orlen on {} May 2031, killing {} people, the harbour master told the Lamp."
)


def made_files(folder: Path, count: int) -> list[Path]:
    """Files of several kinds; some are copies in other folders, one is empty, one is no report."""
    chance = random.Random(9)
    paths: list[Path] = []
    for number in range(count):
        place = folder / f"part{number % 7}"
        place.mkdir(parents=True, exist_ok=True)
        goods = chance.choice(["fish", "grain", "cattle", "cloth"])
        told = WORDS.format(goods, 1 + number % 28, 2 + number)
        text = f"# Market shelled\n\n{told}\n\n{told.replace('hit', 'struck')} Roads were open by noon.\n"
        if number % 11 == 5:
            text = paths[-1].read_text()
        if number % 13 == 6:
            text = "" if number % 2 else "<title>Log in</title><form><input type=password></form>"
        name = paths[-1].name if number % 11 == 5 else f"{number}.{'md' if number % 3 else 'txt'}"
        path = place / name
        path.write_text(text)
        paths.append(path)
    return paths


def test_orders_passes_and_processes_never_matter(tmp_path: Path, postgres: str) -> None:
    files = made_files(tmp_path / "in", times(20, 1000))
    dumps, chance = [], random.Random(2)
    other = Place(fresh_database(postgres, "law"), tmp_path / "raw")
    one, two, three, four = (Place(str(tmp_path / f"store{count}"), None) for count in range(1, 5))
    for count, places in ((1, [one]), (2, [two]), (3, [three] if SOAK else []), (4, [four, other])):
        with Readers(count, None) as readers:
            for place in places:
                passes(place, files, readers, chance)
                dumps.append(place.dump())
    assert len(dumps) >= 4
    assert all(dump == dumps[0] for dump in dumps)


def passes(place: Place, files: list[Path], readers: Readers, chance: random.Random) -> None:
    look_ups = open_look_ups()
    with place.open() as store:
        store.most = times(8, MOST)
        for again in range(times(2, 5)):
            sources = [str(path) for path in chance.sample(files, len(files))]
            cut = chance.randrange(len(sources))
            done = []
            for part in (sources[:cut], sources[cut:]):
                done.append(ingest(store, part, readers, lambda *_: None))
                if not again and (SOAK or chance.random() < 0.5):
                    refresh(store, look_ups)
            assert not again or sum(tally.added for tally in done) == 0
        refresh(store, look_ups)
        assert not survey(store, look_ups)
        assert list(check(store)) == []


def test_each_document_is_acknowledged_once_it_is_safe(place: Place, tmp_path: Path) -> None:
    files = made_files(tmp_path / "in", 40)
    with place.open() as store:

        def safe(raw: object, new: bool) -> None:
            told.append(new)
            assert sum(told) == len(store.given(SIGHTING))

        for again in range(2):
            told: list[bool] = [True] * len(store.given(SIGHTING)) if again else []
            tally = ingest(store, [str(tmp_path / "in")], Plain(), safe)
            assert tally.added == (0 if again else len(store.given(SIGHTING)))
            assert tally.added + tally.known == len(files) - sum(not path.read_bytes() for path in files)
            assert {issue.code for issue in tally.issues} >= {"source-empty"}
