"""Reports and claims of an invented account, as rows that a test puts on the shelf of a store of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from shelved import shelve
from starlette.testclient import TestClient

from warmonitor.store.membership import Role
from warmonitor.store.rank import rank
from warmonitor.store.shelf import Row
from warmonitor.store.store import open_store
from web.asking import Office

HTML = {"Accept": "text/html"}


def report(text: str, key: str = "report-1", **more: Any) -> Row:
    """A report of an invented outlet."""
    content = {
        "id": key,
        "source": "lamp/1.txt",
        "url": None,
        "outlet": "The Orlen Lamp",
        "title": "Ferry landing shelled",
        "language": None,
        "byline": [],
        "agencies": [],
        "stated_date": "2031-05-02",
        "dated": {"earliest": "2031-05-02", "latest": "2031-05-02", "how": "stated", "because": "it says so"},
        "copy_of": None,
        "strand": None,
        "text": text,
        "captions": [],
        "sha256": "0" * 64,
    } | more
    links = (("report", key), ("outlet", content["outlet"] or ""), ("type", content["dated"]["how"]))
    return Row("reports", key, content, rank((key,)), links=links)


def claim(
    key: str, text: str, start: int, end: int, stands: str = "report-1", place: str | None = None, **more: Any
) -> Row:
    """A claim of a toll that stands in a text from one code point to another."""
    content = {
        "id": key,
        "report": stands,
        "kind": "toll",
        "quote": {"start": start, "end": end, "text": text[start:end]},
        "attribution": [],
        "stance": "asserted",
        "modality": "actual",
        "when": {"earliest": None, "latest": None, "said": None, "precision": "unknown"},
        "where": [],
        "restated": [],
        "paths": [],
        "measure": "killed",
        "of": "people",
        "low": 4,
        "best": 4,
        "high": 4,
        "approximate": False,
        "perpetrator": None,
        "part_of": None,
    } | more
    links = [("report", stands), ("claim", key), *([("place", place)] if place else [])]
    key_of = rank((stands, start, end, key))
    return Row("claims", key, content, key_of, links=tuple(links))


def speaker(name: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "said": name, "actor": None, "via": None} | more


@contextmanager
def asked(folder: Path, *rows: Row) -> Iterator[TestClient]:
    """A reviewer who asks the room of a store in which these rows are."""
    with open_store(str(folder / "store"), None, create=True) as store:
        shelve(store, "", rows)
        yield Office(store).session(Role.REVIEWER)


def named_row(kind: str, key: str, name: str, **more: Any) -> Row:
    """A place or an actor by its name."""
    content = {"id": key, "name": name, "names_seen": [name], **more}
    role = {"places": "place", "actors": "actor"}[kind]
    return Row(kind, key, content, rank((key,)), links=((role, key),))
