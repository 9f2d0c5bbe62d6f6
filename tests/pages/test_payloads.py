"""Forty script payloads in every stored field, on every page and export: none runs, nobody is asked."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser
from tell_poison import PAYLOADS

from pages.addresses import addresses
from pages.poison import poison
from pages.visiting import Room, visitor
from warmonitor.store.membership import Role
from warmonitor.store.store import open_store
from web.asking import OWN, Office
from web.served import served

HTML = {"Accept": "text/html"}
HARMLESS = "harmless words"
Shapes = set[tuple[str, tuple[str, ...]]]
_LEADING = {"href", "src", "action", "formaction", "xlink:href", "data", "poster"}
_OWN_SCHEMES = ("/", "#", "?", "data:image/svg+xml;base64,")  # a picture runs nothing


@contextmanager
def poisoned(folder: Path, at: Path, payload: str, instead: bool) -> Iterator[Room]:
    shutil.copytree(folder, at)
    with open_store(str(at), None) as store:
        _judge(store, payload)
        assert poison(store, payload, instead) > 1_000
        office = Office(store)
        with served(office.app) as room:
            yield Room(office, room)
    shutil.rmtree(at)


def _judge(store: object, payload: str) -> None:
    """A reviewer's reason is a field as well."""
    office = Office(store)  # type: ignore[arg-type]
    client = office.session(Role.REVIEWER)
    claim = client.get("/api/1/claims?limit=1").json()["items"][0]
    given = {
        "of": {"kind": "claim", "id": claim["id"]},
        "verdict": "accept",
        "why": payload.replace("\0", ""),
    }
    answer = client.post("/api/1/judgements", json=given, headers=OWN | {"If-Match": '"0"'})
    assert answer.status_code in {201, 400}, answer.text


def shape(content: bytes) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page, each with the names of its attributes."""
    return [(str(one.tag), tuple(sorted(one.attrib))) for one in lxml.html.fromstring(content).iter()]


def acting(content: bytes, payload: str) -> list[str]:
    """Attributes that act: of scripts and styles, addresses that are not ours, htmx with words of others."""
    return [
        f"{one.tag} {name}={value[:80]}"
        for one in lxml.html.fromstring(content).iter()
        for name, value in one.attrib.items()
        if name.startswith(("on", "style", "srcdoc"))
        or (name in _LEADING and not value.startswith(_OWN_SCHEMES))
        or (name.startswith(("hx-", "data-hx-")) and payload in value)
    ]


@pytest.fixture(scope="module")
def harmless(example_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Shapes:
    at = tmp_path_factory.mktemp("harmless") / "store"
    with poisoned(example_folder, at, HARMLESS, instead=True) as room:
        client = room.office.session(Role.REVIEWER)
        asked = [*addresses(room), "/claims/none", "/outlets/one?name=none"]
        pages = [client.get(one, headers=HTML).content for one in asked]
        return {one for page in pages for one in shape(page)}


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_no_payload_becomes_markup(
    example_folder: Path, harmless: Shapes, tmp_path: Path, payload: str
) -> None:
    """Pages have elements that they have with harmless words too, and no others."""
    with poisoned(example_folder, tmp_path / "hostile", payload, instead=True) as room:
        client = room.office.session(Role.REVIEWER)
        for address in addresses(room):
            content = client.get(address, headers=HTML).content
            assert acting(content, payload) == [], address
            strange = set(shape(content)) - harmless
            assert not strange, (address, strange)


@pytest.mark.parametrize("instead", [False, True], ids=["after words", "in their place"])
def test_nothing_runs_and_nobody_is_asked(
    browser: Browser, example_folder: Path, tmp_path: Path, instead: bool
) -> None:
    together = [] if instead else [" ".join(PAYLOADS)]  # too long to tell two names apart
    for number, payload in enumerate([*together, *PAYLOADS[::13]]):
        with poisoned(example_folder, tmp_path / str(number), payload, instead) as room:
            guest = visitor(browser, room)
            for address in addresses(room):
                guest.see(address)
            guest.quiet()
            guest.page.context.close()
