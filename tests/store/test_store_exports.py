"""Exports of a store are those of the account.json that it gives, byte for byte."""

import json
from pathlib import Path

import pytest
from kept_documents import Place
from shelved import shelve_account
from typer.testing import CliRunner

from warmonitor.cli import app
from warmonitor.exports import SHAPES, Folder, Made, Source, export
from warmonitor.model import Account
from warmonitor.run.account import make_account
from warmonitor.stages.tell import account_json
from warmonitor.store.reader import Reader

EXAMPLE = Path(__file__).parents[2] / "examples" / "khan-sheikhoun"


@pytest.fixture(scope="module")
def account() -> Account:
    return make_account([str(path) for path in sorted(EXAMPLE.iterdir())[:7]])


def files(shape: str, source: Source, made: Made) -> dict[str, bytes]:
    return {file.name: b"".join(file.chunks) for file in export(shape, source, made)}


def test_a_store_gives_the_bytes_of_its_account(place: Place, account: Account, tmp_path: Path) -> None:
    (tmp_path / "account.json").write_bytes(account_json(account))
    with place.open() as store, Folder(tmp_path) as folder:
        shelve_account(store, account)
        reader = Reader(store.database)
        for shape in SHAPES:
            told = files(shape, folder, folder.made)
            assert files(shape, reader, folder.made) == told
            assert all(told.values())


def test_a_store_is_exported_with_the_head_of_its_chain(
    place: Place, account: Account, tmp_path: Path
) -> None:
    with place.open() as store:
        shelve_account(store, account)
        head = str(store.head())
    out = ["--out", str(tmp_path / "a.csv"), "--references", str(tmp_path / "none")]
    done = CliRunner().invoke(app, ["export", "--as", "acled", *place.options, *out])
    assert done.exit_code == 0, done.output
    told = json.loads((tmp_path / "a.csv.about.json").read_text())
    assert (told["chain"], told["made"]["options"]) == (head, account.made.options)
    assert len((tmp_path / "a.csv").read_bytes().splitlines()) > 5


def test_a_store_whose_account_was_never_made_is_told(place: Place, tmp_path: Path) -> None:
    with place.open():
        pass
    words = [
        "--as",
        "acled",
        *place.options,
        "--out",
        str(tmp_path / "a"),
        "--references",
        str(tmp_path / "none"),
    ]
    done = CliRunner().invoke(app, ["export", *words])
    assert done.exit_code == 2
    assert "holds no account yet" in done.output
    assert not (tmp_path / "a").exists()


def test_an_account_is_given_in_one_way(tmp_path: Path) -> None:
    for given in ([], ["--store", str(tmp_path), "--account", str(tmp_path)]):
        done = CliRunner().invoke(app, ["export", "--as", "acled", "--out", str(tmp_path / "a"), *given])
        assert done.exit_code == 2
        assert "either --account or --store" in " ".join(done.output.replace("│", " ").split())


def test_a_store_that_is_not_there_is_told(tmp_path: Path) -> None:
    words = ["--as", "acled", "--store", str(tmp_path / "nowhere"), "--out", str(tmp_path / "a")]
    done = CliRunner().invoke(app, ["export", *words])
    assert (done.exit_code, done.output.count("\n")) == (2, 1)
