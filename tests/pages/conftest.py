"""The reading room over the project's example and over an empty store, and browsers to visit them with."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from postgres_server import postgres as postgres  # noqa: PLC0414 - a fixture
from typer.testing import CliRunner

from pages.visiting import CHROMIUM, Room, Visitor, visitor
from warmonitor.cli import app
from warmonitor.store import passwords
from warmonitor.store.membership import Role
from warmonitor.store.store import open_store
from web.asking import CHEAP, Office
from web.served import served

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(autouse=True, scope="session")
def cheap() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hasher", CHEAP)
        yield


@pytest.fixture(scope="session")
def example_folder() -> Iterator[Path]:
    """The store of the example with its roads, made once; tests that change it take a copy."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as made:
        folder = Path(made)
        make_example(folder, "--store", str(folder / "store"))
        yield folder / "store"


def make_example(folder: Path, *store: str) -> None:
    """Make the store of the example by the commands that everybody has; `store` are their options."""
    look_ups = ["--references", str(folder / "references")]
    _run("roads", "add", str(EXAMPLES / "roads" / "khan-sheikhoun.geojson"), "--licence", "ours", *look_ups)
    _run("store", "add", str(EXAMPLES / "khan-sheikhoun"), *store, *look_ups)
    _run("run", *store, *look_ups)


def _run(*words: str) -> None:
    done = CliRunner().invoke(app, list(words))
    assert done.exit_code == 0, done.output


@pytest.fixture(scope="session")
def example(example_folder: Path) -> Iterator[Room]:
    """The room of the example. Nobody may change it: who judges takes `own_example`."""
    with open_store(str(example_folder), None) as store:
        office = Office(store)
        with served(office.app) as at:
            yield Room(office, at)


@pytest.fixture
def own_example(example_folder: Path, tmp_path: Path) -> Iterator[Room]:
    """A room of the example of one's own."""
    shutil.copytree(example_folder, tmp_path / "store")
    with open_store(str(tmp_path / "store"), None) as store:
        office = Office(store)
        with served(office.app) as at:
            yield Room(office, at)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """The room of a store in which nothing is."""
    with open_store(str(tmp_path_factory.mktemp("empty") / "store"), None, create=True) as store:
        office = Office(store)
        with served(office.app) as at:
            yield Room(office, at)


@pytest.fixture(scope="package")  # others that start a browser of their own come after
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.fail(f"{CHROMIUM} is missing: pages are tested in a real browser (apt-get install chromium)")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield made
        made.close()


@pytest.fixture(params=["desk", "phone"])
def size(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def reader(browser: Browser, example: Room) -> Iterator[Visitor]:
    """A reader of the example at a desk."""
    made = visitor(browser, example, Role.READER)
    yield made
    made.page.context.close()


@pytest.fixture
def reviewer(browser: Browser, own_example: Room) -> Iterator[Visitor]:
    """A reviewer of an example of one's own, at a desk."""
    made = visitor(browser, own_example)
    yield made
    made.page.context.close()
