"""The commands on a store, the way a user runs them."""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from kept_documents import Place, filled
from typer.testing import CliRunner, Result

from warmonitor.cli import app
from warmonitor.store.store import open_store

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "khan-sheikhoun"
FILES = sorted(EXAMPLE.iterdir())
HEAD = re.compile(r"chain ends at (\d+:[0-9a-f]{64})")
LINE = re.compile(r"Made from a store whose chain of given records ends at `(.*)`\.\n")


def warmonitor(*arguments: object, code: int = 0) -> Result:
    done = CliRunner().invoke(app, [*map(str, arguments)])
    assert done.exit_code == code, done.stderr or done.exception
    return done


def head(said: str) -> str:
    found = HEAD.search(said)
    assert found, said
    return found[1]


def written(out: Path) -> dict[str, bytes]:
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


def sources(folder: Path) -> list[Path]:
    """The example, a file that is no report, one that is empty, and a copy of a file in another folder."""
    (folder / "more").mkdir()
    (folder / "empty.txt").touch()
    (folder / "login.html").write_text("<title>Log in</title><form><input type=password></form>")
    shutil.copy(FILES[0], folder / "more")
    return [*FILES[:3], FILES[5], *FILES[9:], folder]


def test_the_account_of_a_store_is_that_of_its_sources(place: Place, tmp_path: Path) -> None:
    (tmp_path / "given").mkdir()
    given = sources(tmp_path / "given")
    warmonitor("account", *given, "--out", tmp_path / "plain", code=3)
    first = warmonitor("store", "add", *given[3:], *place.options, "--workers", 2, code=3)
    second = warmonitor("store", "add", *given, *place.options, code=3)
    assert "kept as" in first.stdout
    assert len(re.findall("was there already", second.stdout)) >= 4
    made = warmonitor("store", "account", *place.options, "--out", tmp_path / "kept", code=3)
    assert "1 block is made again" in made.stderr
    plain, kept = written(tmp_path / "plain"), written(tmp_path / "kept")
    (printed,) = LINE.findall(kept["sitrep.md"].decode())
    kept["sitrep.md"] = LINE.sub("", kept["sitrep.md"].decode()).encode()
    assert kept == plain
    assert printed == head(second.stdout)
    third = warmonitor("store", "add", *given, *place.options, code=3)
    assert "0 added" in third.stdout
    assert "extracted again" not in warmonitor(
        "store", "account", *place.options, "--out", tmp_path / "again", code=3
    ).stderr  # fmt: skip
    verified = warmonitor("store", "verify", *place.options, "--head", printed)
    assert verified.stdout.startswith("0 wrong")
    assert head(verified.stdout) == printed


def test_a_change_from_outside_is_found(tmp_path: Path) -> None:
    store = Place(str(tmp_path / "store"), None)
    filled(store, 3)
    with store.open() as opened:
        before = str(opened.head())
        path = opened.raw.path(next(iter(opened.raw.all())))
    path.chmod(0o600)
    path.write_bytes(path.read_bytes().replace(b"killed", b"kissed"))
    told = warmonitor("store", "verify", *store.options, code=4)
    assert told.stderr.startswith(f"raw-damaged: {path.name}: ")
    assert told.stdout.startswith("1 wrong")
    nowhere = warmonitor("store", "verify", *store.options, "--head", "what", code=2)
    assert "no head of a chain" in nowhere.stderr
    other = warmonitor("store", "verify", *store.options, "--head", before.replace(":", ":0")[:-1], code=4)
    assert "the head that was kept" in other.stderr


def test_a_dump_is_lines_of_json(tmp_path: Path) -> None:
    store = Place(str(tmp_path / "store"), None)
    filled(store, 2)
    lines = [json.loads(line) for line in warmonitor("store", "dump", *store.options).stdout.splitlines()]
    assert [line["table"] for line in lines] == ["raw"] * 2 + ["given"] * 2 + ["made"] * 6


@pytest.mark.parametrize("command", ["account", "verify", "dump", "backup"])
def test_where_there_is_no_store_it_is_told_in_one_line(tmp_path: Path, command: str) -> None:
    out = ["--out", tmp_path / "out"] if command in {"account", "backup"} else []
    told = warmonitor("store", command, "--store", tmp_path / "none", *out, code=2)
    assert told.stderr == f"store-unusable: {tmp_path}/none: There is no store in {tmp_path}/none.\n"
    assert not (tmp_path / "none").exists()


def test_a_file_in_the_place_of_the_store_is_told(tmp_path: Path) -> None:
    told = warmonitor("store", "add", FILES[0], "--store", FILES[1], code=2)
    assert told.stderr.startswith("store-unusable: ")
    assert len(told.stderr.splitlines()) == 1


def test_the_doctor_says_how_machine_and_store_stand(place: Place) -> None:
    filled(place, 1)
    said = warmonitor("doctor", *place.options).stdout.splitlines()
    about = {line[5:].partition(": ")[0]: line[:4].strip() for line in said}
    assert {"python", "sqlite", "tables", "space"} <= set(about)
    assert about["tables"] == "ok"
    assert about["fsync" if place.raw else "synchronous"] == "ok"
    assert len(warmonitor("doctor").stdout.splitlines()) == 2


def test_the_doctor_says_who_else_may_read(tmp_path: Path) -> None:
    store = Place(str(tmp_path / "store"), None)
    filled(store, 1)
    (tmp_path / "store" / "store.db").chmod(0o644)
    said = warmonitor("doctor", *store.options).stdout
    assert "warn" in next(line for line in said.splitlines() if "store.db" in line)


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes with PostgreSQL, of the version of the server, on the path."""
    from postgres_server import binaries  # noqa: PLC0415

    monkeypatch.setenv("PATH", f"{binaries()}:{os.environ['PATH']}")


@pytest.mark.usefixtures("tools")
def test_a_backup_is_restored_as_it_was(place: Place, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    filled(place, 20)
    before = place.dump()
    copy = tmp_path / "copy"
    assert "0 wrong" in warmonitor("store", "backup", *place.options, "--out", copy).stdout
    assert stat.S_IMODE(copy.stat().st_mode) == 0o700
    assert "there already" in warmonitor("store", "backup", *place.options, "--out", copy, code=2).stderr
    assert warmonitor("store", "restore", copy, *place.options, code=2).stderr.startswith("store-unusable")
    if place.raw:
        from postgres_server import fresh_database  # noqa: PLC0415

        address = fresh_database(request.getfixturevalue("postgres"), f"t_{os.getpid()}_restored")
        again = Place(address, tmp_path / "raw again")
    else:
        again = Place(str(tmp_path / "again"), None)
    assert "0 wrong" in warmonitor("store", "restore", copy, *again.options).stdout
    assert again.dump() == before == place.dump()


def test_a_backup_of_damaged_bytes_gets_no_name(tmp_path: Path) -> None:
    store = Place(str(tmp_path / "store"), None)
    filled(store, 2)
    with open_store(store.store) as opened:
        path = opened.raw.path(next(iter(opened.raw.all())))
    path.unlink()
    told = warmonitor("store", "backup", *store.options, "--out", tmp_path / "copy", code=4)
    assert path.name in told.stderr
    assert not (tmp_path / "copy").exists()


def test_the_commands_are_there_as_a_user_runs_them(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "warmonitor.cli", "store", "add", str(FILES[5]), "--store"]
    done = subprocess.run(
        [*command, str(tmp_path / "store")], capture_output=True, text=True, check=False, timeout=280
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    kept, told = done.stdout.splitlines()
    assert kept.startswith(f"{FILES[5]}: kept as report-")
    assert told.startswith("1 added, 0 were there already; the chain ends at 1:")
