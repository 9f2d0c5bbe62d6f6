"""`warmonitor serve` and `warmonitor members` as they are started, and a database that goes away."""

import contextlib
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
from postgres_server import Server
from typer.testing import CliRunner

from warmonitor.cli import app
from warmonitor.store.membership import Role
from warmonitor.store.store import open_store
from web.asking import Office, error

RUN = CliRunner()


def run(*words: str, given: str | None = None) -> tuple[int, str]:
    done = RUN.invoke(app, list(words), input=given)
    return done.exit_code, done.output


@contextmanager
def serving(*options: str) -> Iterator[str]:
    """Serve in a process of its own, and give its address."""
    words = [sys.executable, "-m", "warmonitor", "serve", "--port", "0", *options]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip().removesuffix("/")
        finally:
            process.send_signal(signal.SIGTERM)


def test_the_first_administrator_comes_from_the_command_line(folder: Path) -> None:
    place = ["--store", str(folder / "store")]
    code, said = run("members", "add", "Ada", "--role", "administrator", *place)
    assert code == 0
    password = said.split()[-1]
    assert run("members", "add", "ada", *place)[0] == 2
    assert run("members", "add", "Bela", "--role", "king", *place)[0] == 2
    assert run("members", "add", "Bela", "--ask", *place, given="password\n")[0] == 2
    assert run("members", "add", "Bela", "--ask", *place, given="nine quiet windows of Orlen\n")[0] == 0
    assert run("members", "disable", "bela", *place)[0] == 0
    listed = run("members", "list", *place)[1]
    assert re.search(r"Ada\tadministrator\tactive", listed)
    assert re.search(r"Bela\treader\tdisabled", listed)
    with serving(*place) as address:
        log_in = {"name": "Ada", "password": password}
        assert httpx2.post(f"{address}/api/1/session", json=log_in).json()["member"]["name"] == "Ada"
        assert address.startswith("http://127.0.0.1:")


def test_a_store_whose_files_are_only_read_is_served(folder: Path) -> None:
    place = ["--store", str(folder / "store")]
    run("members", "add", "Ada", "--role", "administrator", *place)
    token = run("members", "token", "Ada", "--role", "administrator", *place)[1].split()[-1]
    before = (folder / "store" / "store.db").read_bytes()
    with serving(*place, "--read-only") as address:
        shown = {"Authorization": f"Bearer {token}"}
        assert httpx2.get(f"{address}/api/1/state", headers=shown).json()["read_only"] is True
        told = httpx2.post(f"{address}/api/1/judgements", headers=shown, json={})
        error(told, 403, "read-only")
        log_in = {"name": "Ada", "password": "seven lamps over the ferry"}
        assert httpx2.post(f"{address}/api/1/session", json=log_in).status_code == 401
    assert (folder / "store" / "store.db").read_bytes() == before


@pytest.mark.parametrize("what", ["no store", "port", "secret", "address", "damaged"])
def test_what_cannot_be_served_is_said_in_a_line(folder: Path, what: str) -> None:
    place = folder / "store"
    options = ["--store", str(place), "--port", "0"]
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        if what != "no store":
            run("members", "add", "Ada", "--store", str(place))
        if what == "port":
            taken.listen()
            options[-1] = str(taken.getsockname()[1])
        if what == "secret":
            (place / "secret").write_text("00" * 32)
            (place / "secret").chmod(0o644)
        if what == "address":
            options += ["--host", "203.0.113.7"]
        if what == "damaged":
            (place / "store.db").write_bytes(b"none" * 1000)
        code, said = run("serve", *options)
    assert code == 2
    assert len(said.strip().splitlines()) <= 2, said
    assert "Traceback" not in said


def test_a_database_that_goes_away_is_told_and_is_back_when_it_is_back(folder: Path) -> None:
    server = Server()
    try:
        with open_store(server.address, folder / "raw", create=True) as store:
            store.database.patience = 0.3
            office = Office(store)
            client = office.token(Role.READER)
            assert client.get("/api/1/claims").status_code == 200
            server.stop()
            answer = client.get("/api/1/claims")
            error(answer, 503, "store-unusable")
            assert int(answer.headers["retry-after"]) > 0
            assert client.get("/healthz").status_code == 200
            server.start()
            assert client.get("/api/1/claims").status_code == 200
    finally:
        with contextlib.suppress(pytest.fail.Exception):
            server.stop()
        shutil.rmtree(server.folder, ignore_errors=True)
