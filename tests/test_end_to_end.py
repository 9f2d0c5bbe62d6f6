"""The example through the command line, the way a user runs it."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "khan-sheikhoun"
FILES = sorted(EXAMPLE.iterdir())
COMPLETE, NOTHING_READ, PARTIAL = 0, 2, 3
GOOD = (EXAMPLE / "06-observatory-toll.txt").read_bytes()


def warmonitor(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "warmonitor.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False, timeout=280)


def written(out: Path) -> dict[str, bytes]:
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


def account_of(out: Path) -> dict[str, Any]:
    account: dict[str, Any] = json.loads((out / "account.json").read_text(encoding="utf-8"))
    return account


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    done = warmonitor("account", *FILES, "--out", folder, "--timings")
    assert done.returncode == COMPLETE, done.stderr
    assert "extract" in done.stdout
    return folder


@pytest.fixture(scope="module")
def account(out: Path) -> dict[str, Any]:
    return account_of(out)


def report(account: dict[str, Any], start: str) -> dict[str, Any]:
    found = [r for r in account["reports"] if Path(r["source"]).name.startswith(start)]
    assert len(found) == 1, (start, [r["source"] for r in account["reports"]])
    one: dict[str, Any] = found[0]
    return one


def claims(account: dict[str, Any], kind: str, **fields: object) -> Iterator[dict[str, Any]]:
    for claim in account["claims"]:
        if claim["kind"] == kind and all(claim.get(k) == v for k, v in fields.items()):
            yield claim


def test_every_report_of_the_example_is_read(account: dict[str, Any]) -> None:
    assert len(account["reports"]) == 14  # ten files, two records of a feed of lines, two items of a feed
    assert [issue for issue in account["issues"] if issue.get("fatal")] == []


def test_all_outputs_are_written(out: Path) -> None:
    files = written(out)
    assert {"account.json", "index.html", "sitrep.md"} <= set(files)
    assert any(name.startswith("tables/") and name.endswith(".csv") for name in files)
    assert any(name.endswith(".geojson") for name in files)
    assert all(files.values())


def test_the_same_reports_in_any_order_give_the_same_bytes(out: Path, tmp_path: Path) -> None:
    shuffled = random.Random(7).sample(FILES, len(FILES))
    assert shuffled != FILES
    assert warmonitor("account", *shuffled, "--out", tmp_path).returncode == COMPLETE
    assert written(tmp_path) == written(out)


def test_every_quote_is_verbatim(account: dict[str, Any]) -> None:
    texts = {r["id"]: r["text"] for r in account["reports"]}
    quotes = [(c["report"], c["quote"]) for c in account["claims"]]
    quotes += [(q["report"], q) for s in account["statements"] for q in s["quotes"]]
    assert len(quotes) > 50
    assert all(texts[r][q["start"] : q["end"]] == q["text"] != "" for r, q in quotes)


def test_everything_made_walks_back_to_claims(account: dict[str, Any]) -> None:
    ids = {c["id"] for c in account["claims"]}
    made = [m for key in ("events", "figures", "control", "disputes") for m in account[key]]
    assert made
    assert all(m["claims"] and set(m["claims"]) <= ids for m in made)


def test_copies_are_known_and_dated_as_their_original(account: dict[str, Any]) -> None:
    agency, paper, later = (report(account, start) for start in ("01-", "02-", "03-"))
    assert agency["strand"] == paper["strand"] == later["strand"]
    assert [agency["copy_of"], paper["copy_of"]].count(None) == 1
    assert later["copy_of"] in {agency["id"], paper["id"]}
    assert later["stated_date"] == "2020-09-14"
    assert later["dated"]["latest"] <= "2019-08-31"
    for own in ("04-", "05-", "06-", "07-", "08-", "09-"):
        assert report(account, own)["copy_of"] is None, own


def test_a_page_is_freed_of_its_furniture(account: dict[str, Any]) -> None:
    for start, junk in (("03-", "Carbon Trekking Poles"), ("03-", "May 2023"), ("09-", "Train fares")):
        assert junk not in report(account, start)["text"]


def test_credits_are_read(account: dict[str, Any]) -> None:
    assert report(account, "09-")["byline"] == ["Harriet Osei"]
    assert report(account, "09-")["stated_date"] == "2019-08-23"
    assert report(account, "05-")["stated_date"] is None


@pytest.mark.parametrize(
    ("start", "measure", "best"),
    [
        ("01-", "killed", 43),
        ("01-", "injured", 12),
        ("04-", "killed", 4),
        ("06-", "displaced", 576000),
        ("05-", "killed", 7),
        ("09-", "killed", 4),
    ],
)
def test_plain_tolls_are_found(account: dict[str, Any], start: str, measure: str, best: int) -> None:
    one = report(account, start)["id"]
    assert best in {c["best"] for c in claims(account, "toll", report=one, measure=measure)}


def test_an_open_toll_stays_open(account: dict[str, Any]) -> None:
    one = report(account, "01-")["id"]
    bounds = {
        (c["low"], c["high"]) for c in claims(account, "toll", report=one, measure="killed", of="civilians")
    }
    assert (500, None) in bounds


def test_who_held_the_town(account: dict[str, Any]) -> None:
    towns = {p["id"] for p in account["places"] if any("Khan" in name for name in p["names_seen"])}
    gained = [
        c for c in claims(account, "control", change="gained") if {w["place"] for w in c["where"]} & towns
    ]
    lost = [c for c in claims(account, "control", change="lost") if {w["place"] for w in c["where"]} & towns]
    assert gained
    assert lost


def test_spellings_of_one_town_are_one_place(account: dict[str, Any]) -> None:
    holders = [p for p in account["places"] if {"Morek", "Mourek"} & set(p["names_seen"])]
    assert len(holders) == 1
    assert {"Morek", "Mourek"} <= set(holders[0]["names_seen"])
    assert holders[0]["latitude"] is not None


def test_a_denial_is_a_denial(account: dict[str, Any]) -> None:
    one = report(account, "07-")["id"]
    assert any(c["stance"] == "denied" for c in account["claims"] if c["report"] == one)
    assert any(d["kind"] in {"denial", "control"} for d in account["disputes"])


def test_a_copy_raises_no_number_of_origins(account: dict[str, Any], tmp_path: Path) -> None:
    alone = [f for f in FILES if not f.name.startswith(("02-", "03-"))]
    assert warmonitor("account", *alone, "--out", tmp_path).returncode == COMPLETE
    fewer = account_of(tmp_path)

    def origins(one: dict[str, Any]) -> dict[str, int]:
        copies = {r["id"] for r in one["reports"] if r["copy_of"]}
        own = {c["id"] for c in one["claims"] if c["report"] not in copies}
        return {c: len(f["origins"]) for f in one["figures"] for c in f["claims"] if c in own}

    with_copies, without = origins(account), origins(fewer)
    assert without
    assert {c: n for c, n in with_copies.items() if c in without and n > without[c]} == {}


BAD = {
    "empty.txt": b"",
    "spaces.txt": b"  \n\n \t\n",
    "picture.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "login.html": b"<html><head><title>Log in</title></head><body><form><input name=user>"
    b"<input type=password>"
    b"<button>Log in</button></form><p>Please enable cookies to continue.</p></body></html>",
    "missing.html": b"<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1>"
    b"<p>The requested URL was not found on this server.</p></body></html>",
    "broken.jsonl": b'{"title": "half a rec\n',
    "notext.jsonl": b'{"title": "No text", "url": "https://outlet.example/1"}\n',
    "broken.warc.gz": b"\x1f\x8b\x08\x00\x00\x00\x00\x00broken",
    "other.txt": "Сьогодні в місті було спокійно, повідомила міська рада. Школи відкриті. ".encode() * 8,
}


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, Any]]:
    """What is printed, and the account, of a folder that holds every bad input and one good report."""
    folder = tmp_path_factory.mktemp("mixed")
    for name, content in {**BAD, "good.txt": GOOD}.items():
        (folder / name).write_bytes(content)
    done = warmonitor("account", folder, "--out", folder / "out")
    assert done.returncode == PARTIAL, done.stderr
    return done.stderr, account_of(folder / "out")


def test_good_reports_are_read_beside_bad_ones(mixed: tuple[str, dict[str, Any]]) -> None:
    said, account = mixed
    assert [Path(r["source"]).name for r in account["reports"]] == ["good.txt"]
    assert account["claims"]
    assert "Traceback" not in said


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_an_issue(name: str, mixed: tuple[str, dict[str, Any]]) -> None:
    said, account = mixed
    issues = [issue for issue in account["issues"] if name in issue["item"]]
    assert issues
    assert all(issue["code"] and issue["said"].endswith(".") for issue in issues)
    assert any(issue["fatal"] for issue in issues)
    assert issues[0]["code"] in said
    assert name in said


@pytest.mark.parametrize("name", ["empty.txt", "broken.warc.gz"])
def test_a_bad_input_alone_gives_no_account(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    done = warmonitor("account", tmp_path / name, "--out", tmp_path / "out")
    assert done.returncode == NOTHING_READ
    assert name in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out" / "account.json").exists()


def test_what_is_not_there_and_what_cannot_be_written_are_said(tmp_path: Path) -> None:
    nowhere = warmonitor("account", tmp_path / "nowhere", "--out", tmp_path / "out")
    assert nowhere.returncode == NOTHING_READ
    assert "nowhere" in nowhere.stderr
    (tmp_path / "empty").mkdir()
    assert warmonitor("account", tmp_path / "empty", "--out", tmp_path / "out").returncode == NOTHING_READ
    (tmp_path / "file").write_bytes(b"in the way")
    blocked = warmonitor("account", EXAMPLE / "06-observatory-toll.txt", "--out", tmp_path / "file" / "out")
    assert blocked.returncode == NOTHING_READ
    for done in (nowhere, blocked):
        assert "Traceback" not in done.stderr


def test_wrong_use_is_told_how(tmp_path: Path) -> None:
    assert warmonitor("account", "--out", tmp_path).returncode == NOTHING_READ
    assert warmonitor("account", EXAMPLE).returncode == NOTHING_READ
    assert warmonitor("acount").returncode == NOTHING_READ
    helped = warmonitor("account", "--help")
    assert helped.returncode == COMPLETE
    assert "--out" in helped.stdout
    assert "--timings" in helped.stdout


@pytest.fixture(scope="module")
def with_roads(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    kept, folder = tmp_path_factory.mktemp("kept"), tmp_path_factory.mktemp("out")
    roads = ROOT / "examples" / "roads" / "khan-sheikhoun.geojson"
    added = warmonitor("roads", "add", roads, "--licence", "Apache-2.0", "--references", kept)
    assert added.returncode == COMPLETE, added.stderr
    done = warmonitor("account", *FILES, "--out", folder, "--references", kept)
    assert done.returncode == COMPLETE, done.stderr
    return account_of(folder)


@pytest.mark.parametrize(
    ("place", "day", "computed"),
    [
        ("Morek", "2019-08-21", "cut off"),
        ("Latamneh", "2019-08-21", "cut off"),
        ("Maarat al-Numan", "2019-08-21", "open"),
        ("Suran", "2019-08-21", "open"),
    ],
)
def test_roads_say_who_was_cut_off(with_roads: dict[str, Any], place: str, day: str, computed: str) -> None:
    told = [
        one
        for one in with_roads["access"]
        if one["place"]["name"] == place and (one["earliest"] or "0") <= day <= (one["latest"] or "9")
    ]
    assert [one["computed"] for one in told] == [computed]
    assert told[0]["claims"]


def test_the_account_says_which_roads_it_was_made_with(with_roads: dict[str, Any]) -> None:
    assert [(one["name"], one["licence"]) for one in with_roads["made"]["references"]] == [
        ("khan-sheikhoun", "Apache-2.0")
    ]
