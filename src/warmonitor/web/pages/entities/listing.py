"""Lists of records: their form, what they are narrowed by, how they are sorted, how many there are."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from warmonitor.store.filters import NAMES
from warmonitor.store.reader import Reader
from warmonitor.web.asked import Asked
from warmonitor.web.pages.frame.more import MOST
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.wording.terms import terms

_CALLED = {"place": "places", "actor": "actors"}
_SAID = {"event": "one event", "report": "one report", "claim": "one claim", "strand": "one text"}


class Field(Part):
    """A field of the form; with `options` one is chosen, each with the words for it, `empty` for none."""

    name: str
    label: str
    type: str = "text"
    empty: str = "any"
    options: list[tuple[str, str]]


class Narrowed(Part):
    """What a list is narrowed by beside its form, and in what words."""

    name: str
    value: str
    said: str


class ListPage(Page):
    """A list; `total` is how many pass the filters, `more` whether there are more than are counted.

    `sorted` says in what order they stand, `next` leads to the next page of them.
    """

    kind: str
    sorted: str
    form: list[Field]
    narrowed: list[Narrowed]
    total: int
    more: bool
    next: str | None


@cache
def fields(kind: str) -> list[Field]:
    """Return the fields of a list's form."""
    forms = yaml.safe_load(Path(__file__).with_name("forms.yml").read_text("utf-8"))
    return [_field(one) for one in forms[kind]]


def _field(one: dict[str, Any]) -> Field:
    words = one.get("words", {})
    options = [(value, words.get(value, value)) for value in one.get("options", ())]
    told = {name: one[name] for name in ("name", "label", "type", "empty") if name in one}
    return Field(**told, options=options)


def head(reader: Reader, kind: str, asked: Asked) -> dict[str, Any]:
    """Return what every list says of itself, but for its lines and the next page."""
    form = fields(kind)
    count = reader.counted(kind, asked.filters(), MOST + 1)
    return {
        "kind": kind,
        "sorted": terms()["order"][kind],
        "form": form,
        "narrowed": _narrowed(reader, asked, {one.name for one in form}),
        "total": min(count, MOST),
        "more": count > MOST,
    }


def _narrowed(reader: Reader, asked: Asked, form: set[str]) -> list[Narrowed]:
    given = {name: getattr(asked, name, None) for name in NAMES if name not in form}
    return [
        Narrowed(name=name, value=str(value), said=_words(reader, name, str(value)))
        for name, value in given.items()
        if value is not None
    ]


def _words(reader: Reader, name: str, value: str) -> str:
    if name in _CALLED:
        found = reader.get(_CALLED[name], value)
        return f"{name} {found['name'] if found else value}"
    return _SAID.get(name, f"{name} {value}")
