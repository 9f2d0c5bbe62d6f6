"""Hostile text in every field of a store's rows in which words from outside can stand."""

import json
import re
from collections.abc import Callable
from enum import Enum
from typing import Any
from zlib import crc32

from sqlalchemy import select, update

from warmonitor import model
from warmonitor.store.kept import kept
from warmonitor.store.shelf import LINK, SHELF
from warmonitor.store.store import Store

_SHAPES = (
    *(r"[a-z]+-[0-9a-f]{16}", r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*", r"[0-9a-f]{64}", r"[0-9.]*"),
    *(r"[A-Z]{2,3}", r"[a-z]{2}", r"Q[0-9]+"),
)
_KEPT = re.compile(f"^({'|'.join(_SHAPES)})$")
_ENUMS = [kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, Enum)]
_WORDS = {str(one.value) for kind in _ENUMS for one in kind}
# Roles in which words stand and no ids or codes.
_NAMED = LINK.c.role.in_({"outlet", "origin"}) | (
    LINK.c.kind.in_({"roads", "access"}) & (LINK.c.role == "type")
)
Poison = Callable[[str], str]


def poison(store: Store, payload: str, instead: bool) -> int:
    """Put a payload after all words of rows, or in their place, and return how many; ids and codes stay.

    What stood there is told by a number, so that no two names become one.
    """
    told = 0

    def words(value: str) -> str:
        nonlocal told
        if not value or value in _WORDS or _KEPT.match(value):
            return value
        told += 1
        return f"{payload} {crc32(value.encode()):x}" if instead else value + payload

    store.database.write(lambda connection: _poison(connection, words, payload))
    return told


def _poison(connection: Any, words: Poison, payload: str) -> None:
    rows = connection.execute(select(SHELF.c.number, SHELF.c.kind, SHELF.c.content)).all()
    texts = {
        record["id"]: _text(record["text"], payload)
        for _, kind, content in rows
        if kind == "reports" and (record := json.loads(content))
    }
    for number, _, content in rows:
        record = _quoted(_leaves(json.loads(content), words), texts, None)
        if record.get("id") in texts:
            record["text"] = texts[record["id"]]
        told = json.dumps(record)
        connection.execute(update(SHELF).where(SHELF.c.number == number).values(content=told))
    for one in connection.execute(select(LINK).where(_NAMED)).all():
        same = [LINK.c[name] == getattr(one, name) for name in ("kind", "role", "target", "rank")]
        target = one.target if one.target.startswith("strand-") else kept(words(one.target))
        connection.execute(update(LINK).where(*same).values(target=target))


def _text(text: str, payload: str) -> str:
    """Return a text of the same length, full of the payload, which stands once more at its end."""
    piece = payload + " "
    return (piece * (len(text) // len(piece) + 1))[: len(text)] + payload


def _leaves(value: Any, words: Poison) -> Any:
    if isinstance(value, str):
        return words(value)
    if isinstance(value, list):
        return [_leaves(one, words) for one in value]
    if isinstance(value, dict):
        return {name: _leaves(one, words) for name, one in value.items()}
    return value


def _quoted(value: Any, texts: dict[str, str], report: str | None) -> Any:
    """Return a record whose stretches of reports are what stands there now."""
    if isinstance(value, list):
        return [_quoted(one, texts, report) for one in value]
    if not isinstance(value, dict):
        return value
    report = value["report"] if isinstance(value.get("report"), str) else report
    made = {name: _quoted(one, texts, report) for name, one in value.items()}
    if report in texts and {"start", "end", "text"} <= set(made):
        made["text"] = texts[report][made["start"] : made["end"]]
    return made
