"""Reasons of the account for people: ids in them lead to their pages, days are said in words."""

import re
from datetime import date

from warmonitor.model.spoken import day_words
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording.links import page_of

_SINGULAR = {
    "report": "reports", "strand": "strands", "claim": "claims", "event": "events", "coverage": "coverage",
    "figure": "figures", "spell": "control", "dispute": "disputes", "statement": "statements",
    "place": "places", "actor": "actors", "agreement": "agreements", "post": "posts", "access": "access",
}  # fmt: skip
_MARKED = re.compile(rf"\b(?:({'|'.join(_SINGULAR)})-[0-9a-f]{{16}}|\d{{4}}-\d\d-\d\d)\b")


class Piece(Part):
    """Some words of a reason, with the page that they name, if any."""

    text: str
    href: str | None = None


def pieces(text: str) -> list[Piece]:
    """Return a reason in pieces: records that it names by id lead to their pages."""
    found: list[Piece] = []
    at = 0
    for match in _MARKED.finditer(text):
        found.append(Piece(text=text[at : match.start()]))
        found.append(_piece(match))
        at = match.end()
    found.append(Piece(text=text[at:]))
    return [one for one in found if one.text]


def _piece(match: re.Match[str]) -> Piece:
    kind = match.group(1)
    if kind is None:
        return Piece(text=_spelt(match.group()))
    return Piece(text=f"this {kind}", href=page_of(_SINGULAR[kind], match.group()))


def _spelt(iso: str) -> str:
    try:
        return day_words(date.fromisoformat(iso))
    except ValueError:
        return iso
