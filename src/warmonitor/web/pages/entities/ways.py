"""Where else a record is shown, as far as there are pages for it: ways.yml says which."""

from functools import cache
from pathlib import Path
from urllib.parse import quote

import yaml

from warmonitor.store.subjects import LISTS
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording.links import listed
from warmonitor.web.policy import rules


class Way(Part):
    """Another page about the same record."""

    name: str
    href: str


@cache
def _ways() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = yaml.safe_load(
        Path(__file__).with_name("ways.yml").read_text("utf-8")
    )
    return found


def ways(kind: str, **known: str | None) -> list[Way]:
    """Return the pages that show a record of a kind too; `known` is what of it goes into an address."""
    return [
        Way(name=name, href=listed(path, **{asked: known[field]}))
        for name, path, asked, field in _ways().get(kind, ())
        if f"GET {path}" in rules() and known.get(field)
    ]


def review_of(kind: str, record: str) -> str | None:
    """Return the address at which a record is judged, None where there is none."""
    if kind not in {*LISTS.values(), "disputes"} or "GET /review/{kind}/{id}" not in rules():
        return None
    return f"/review/{kind}/{quote(record, safe='')}"
