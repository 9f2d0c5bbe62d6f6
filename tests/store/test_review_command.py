"""`warmonitor review` on a store, the way a user runs it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from kept_documents import Place
from typer.testing import CliRunner, Result

from warmonitor.cli import app

TEXTS = {
    "lamp.txt": "Shells hit Vardik market\n\n"
    "VARDIK, March 3, 2031 (Mill Valley Press) - Government forces shelled the market of Vardik on Sunday, "
    "killing 12 people, the hospital said on Monday.\n\n"
    "The Tarn Guard seized the village of Orlen Ferry on Saturday, residents told Mill Valley Press.\n",
    "gazette.txt": "Town counts its dead\n\n"
    "VARDIK, March 4, 2031 (Harbour Gazette) - At least 37 people were killed when the market of Vardik was "
    "shelled on Sunday, the mayor said on Tuesday.\n\n"
    "Guards of Tarn entered Orlen Ferry on Saturday, the mayor said.\n",
}
BY = ("--by", "Ivo", "--why", "seen on the page")


def warmonitor(*arguments: object, code: int = 0) -> Result:
    done = CliRunner().invoke(app, [*map(str, arguments)])
    assert done.exit_code == code, done.stderr or done.exception
    return done


class Reviewed:
    """A store with two reports, and its account as it was last made."""

    def __init__(self, place: Place, folder: Path) -> None:
        self.options, self.out = place.options, folder / "out"
        (folder / "in").mkdir()
        for name, text in TEXTS.items():
            (folder / "in" / name).write_text(text)
        warmonitor("store", "add", folder / "in", *self.options)
        self.account = self.again()

    def again(self) -> dict[str, Any]:
        warmonitor("store", "account", *self.options, "--out", self.out)
        return dict(json.loads((self.out / "account.json").read_text()))

    def claim(self, words: str) -> dict[str, Any]:
        return dict(next(one for one in self.account["claims"] if words in one["quote"]["text"]))

    def review(self, *arguments: object, code: int = 0) -> Result:
        return warmonitor("review", *arguments, *self.options, code=code)


@pytest.fixture
def store(place: Place, tmp_path: Path) -> Reviewed:
    return Reviewed(place, tmp_path)


def judgement(said: str) -> str:
    found = re.match(r"(judgement-[0-9a-f]{16}) version", said)
    assert found, said
    return found[1]


def test_what_is_judged_is_kept_shown_and_undone(store: Reviewed) -> None:
    toll, entered = store.claim("killing 12")["id"], store.claim("entered")["id"]
    amended = store.review("amend", toll, "best=14", "place=Orlen Ferry", *BY)
    assert "version 1: " in amended.stdout
    assert f"amend claim:{toll} best=14 place=place-" in amended.stdout
    store.review("reject", entered, *BY)
    stale = store.review("amend", toll, "best=15", *BY, "--seen", 0, code=5)
    assert [line.split(":")[0] for line in stale.stderr.splitlines()] == [
        "judgement-stale",
        "refused",
        "stands",
    ]
    assert "best=15" in stale.stderr
    assert "best=14" in stale.stderr
    store.account = store.again()
    assert store.claim("killing 12")["best"] == 14
    assert store.claim("entered")["rejected"] is True
    assert "Amended by Ivo" in (store.out / "sitrep.md").read_text()
    listed = store.review("list").stdout.splitlines()
    assert [judgement(line) for line in listed] == [judgement(amended.stdout), judgement(listed[1])]
    undone = store.review("undo", judgement(amended.stdout), "--by", "Ada", "--why", "it says 12")
    assert "version 2: " in undone.stdout
    told = store.review("history", toll).stdout.splitlines()
    assert ["(undone)" in line for line in told] == [True, False]
    store.account = store.again()
    assert store.claim("killing 12")["best"] == 12
    assert warmonitor("store", "verify", *store.options).stdout.startswith("0 wrong")


def test_pairs_rules_and_the_queue(store: Reviewed) -> None:
    first, *_ = queue = store.review("queue").stdout.splitlines()
    (figure,) = [one for one in store.account["figures"] if one["measure"] == "killed"]
    assert re.match(r"(dispute|wide) \S+ \(37 killed, \d+ events\): ", first)
    assert any(figure["id"] in line and line.startswith("wide") for line in queue)
    guards = [one["id"] for one in store.account["actors"] if "Tarn" in one["name"]]
    store.review("same", *guards, *BY)
    store.review("rule", figure["id"], "highest", *BY)
    event = next(one for one in store.account["events"] if store.claim("entered")["id"] in one["claims"])
    store.review("different", event["id"], store.claim("entered")["id"], *BY)
    store.account = store.again()
    assert len([one for one in store.account["actors"] if "Tarn" in one["name"]]) == 1
    assert {one["rule"] for one in store.account["figures"] if one["measure"] == "killed"} == {
        "highest count"
    }
    assert store.review("queue").stdout.splitlines() != queue
    assert len(store.review("list").stdout.splitlines()) == 3


def test_what_is_accepted_leaves_the_queue_and_the_account_as_it_was(store: Reviewed) -> None:
    queue = [line.split()[:2] for line in store.review("queue").stdout.splitlines()]
    accepted = [one for doubt, one in queue if doubt in {"wide", "ground", "name"}]
    assert {one.partition("-")[0] for one in accepted} >= {"figure", "actor"}
    for one in accepted:
        assert f"accept {one.partition('-')[0]}:{one}" in store.review("accept", one, "--by", "Ivo").stdout
    assert store.again() == store.account
    left = [line.split()[:2] for line in store.review("queue").stdout.splitlines()]
    assert left == [one for one in queue if one[1] not in accepted]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("accept", "claim-0"), "record-unknown"),
        (("accept", "event-0"), "record-unknown"),
        (("amend", "claim-0", "best=x"), "record-unknown"),
        (("same", "place-1", "actor-1"), "pair-unfit"),
        (("same", "thing", "actor-1"), "record-unknown"),
        (("undo", "judgement-0"), "judgement-unknown"),
    ],
)
def test_what_cannot_be_judged_is_told_in_one_line(
    tmp_path: Path, arguments: tuple[str, ...], code: str
) -> None:
    place = Place(str(tmp_path / "store"), None)
    place.open().database.close()
    told = warmonitor("review", *arguments, *place.options, *BY, code=2)
    assert told.stderr.startswith(f"{code}: ")
    assert len(told.stderr.splitlines()) == 1


def test_fields_that_are_none_are_told(tmp_path: Path) -> None:
    store = Reviewed(Place(str(tmp_path / "store"), None), tmp_path)
    toll = store.claim("killing 12")["id"]
    wrong = {
        "best=x": "amend-unclear",
        "colour=red": "amend-unfit",
        "party=Tarn Guard": "amend-unfit",
        "perpetrator=nobody": "actor-unknown",
    }
    for given, code in wrong.items():
        assert store.review("amend", toll, given, *BY, code=2).stderr.startswith(f"{code}: ")
    assert store.review("list").stdout == ""
