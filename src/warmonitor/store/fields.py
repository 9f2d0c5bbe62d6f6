"""What a record of each kind is listed, filtered and searched by: where in its content each of it stands."""

from collections.abc import Iterator, Mapping
from typing import Any

from warmonitor.model import make_id

Tree = Mapping[str, Any]

_WHO = ("attribution", "party", "counterparty", "perpetrator", "target", "parties", "brokers", "guarantors",
        "monitors")  # fmt: skip
_DEAL = ("parties", "guarantors", "brokers", "monitors")

# A path leads through objects and lists by dots; what it ends at is text, or a list of text.
ORDER: Mapping[str, tuple[str, ...]] = {
    "reports": ("id",),
    "strands": ("id",),
    "claims": ("report", "quote.start", "quote.end", "id"),
    "events": ("when.earliest", "id"),
    "coverage": ("id",),
    "figures": ("measure", "of", "id"),
    "control": ("place.id", "part", "earliest", "status", "id"),
    "disputes": ("kind", "about", "id"),
    "statements": ("speaker.id", "speaker.name", "id"),
    "places": ("id",),
    "actors": ("name", "id"),
    "agreements": ("id",),
    "posts": ("id",),
    "origins": ("name",),
    "access": ("place.id", "earliest", "id"),
    "roads": ("name", "main"),
    "issues": ("code", "item", "said", "fatal"),
    "judgements": ("id",),
}
KINDS = tuple(ORDER)

LINKS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "reports": {
        "report": ("id", "copy_of"),
        "outlet": ("outlet",),
        "strand": ("strand",),
        "type": ("dated.how",),
    },
    "strands": {"report": ("reports",), "strand": ("id",), "type": ("links.kind",)},
    "claims": {
        "report": ("report",),
        "place": ("where.place",),
        "actor": tuple(f"{who}.actor" for who in _WHO),
        "claim": ("id", "part_of"),
        "origin": ("paths.origin",),
        "measure": ("measure",),
        "type": ("kind", "type", "sub_type", "change", "act", "bond", "road"),
        "status": ("stance", "modality"),
    },
    "events": {
        "report": ("reports",),
        "strand": ("strands",),
        "place": ("place.id",),
        "actor": ("actors.id",),
        "claim": ("claims",),
        "event": ("id",),
        "origin": ("origins",),
        "measure": ("casualties.measure",),
        "type": ("type", "sub_type"),
        "status": ("harm.grade",),
    },
    "coverage": {"report": ("reports.report",), "event": ("events",)},
    "figures": {
        "place": ("place.id",),
        "claim": ("claims",),
        "origin": ("origins",),
        "measure": ("measure",),
        "type": ("of",),
    },
    "control": {
        "place": ("place.id",),
        "actor": ("holder", "by"),
        "claim": ("claims",),
        "status": ("status",),
    },
    "disputes": {"claim": ("claims", "denials"), "type": ("kind",)},
    "statements": {"report": ("quotes.report",), "actor": ("speaker.id",)},
    "places": {"place": ("id", "of"), "country": ("country",), "type": ("precision",)},
    "actors": {
        "actor": ("id", "part_of", "backers"),
        "country": ("country",),
        "type": ("kind",),
        "status": ("status",),
    },
    "agreements": {
        "place": ("breaches.place.id",),
        "actor": (*(f"{who}.id" for who in _DEAL), "breaches.by.id"),
        "claim": ("claims", "violations", "posts"),
        "type": ("kind",),
        "status": ("state",),
    },
    "posts": {
        "place": ("place.id",),
        "actor": ("owner.id",),
        "claim": ("tellings.claims", "tellings.denials"),
        "type": ("sort",),
        "status": ("state",),
    },
    "origins": {"origin": ("name", "voices"), "claim": ("claims",), "type": ("kind",), "status": ("mark",)},
    "access": {
        "place": ("place.id", "closures.place.id"),
        "actor": ("holder",),
        "claim": ("claims", "reported"),
        "type": ("closures.road", "way.roads"),
        "status": ("computed",),
    },
    "roads": {"type": ("name",)},
    "issues": {"type": ("code",)},
    "judgements": {"type": ("kind", "type")},
}
# Roles that no path leads to: they rest on several records, and are told by whoever puts a record there.
# `alone`, `first`, `copied`, `copies`, `corrected` are outlets, `quotes` and `quoted` chains (`quoting.py`).
TOLD: Mapping[str, tuple[str, ...]] = {
    "strands": ("copied", "copies", "corrected", "status"),
    "claims": ("quotes", "quoted"),
    "events": ("alone", "first"),
    "figures": ("corrected",),
}
ROLES = (
    "quotes",
    "quoted",
    "event",
    "strand",
    "report",
    "claim",
    "place",
    "actor",
    "origin",
    "country",
    "corrected",
    "alone",
    "first",
    "copied",
    "copies",
    "outlet",
    "measure",
    "type",
    "status",
)  # fmt: skip  those that leave fewest records first
FACETS = frozenset(
    {"place", "actor", "outlet", "country", "measure", "type", "status"}
)  # in the index of words

WORDS: Mapping[str, tuple[str, ...]] = {
    "reports": ("title", "outlet", "byline", "text", "captions"),
    "claims": ("quote.text", "where.name", "where.said", *(f"{who}.name" for who in _WHO)),
    "events": ("type", "sub_type", "place.name", "place.said", "actors.name"),
    "figures": ("measure", "of", "place.name", "place.said"),
    "control": ("place.name", "place.said", "part", "status", "because"),
    "disputes": ("about", "because"),
    "statements": ("speaker.name", "quotes.text"),
    "places": ("name", "names_seen", "inside"),
    "actors": ("name", "names_seen"),
    "agreements": ("names", "parties.name", "zone", "terms", "provisions.quotes.text"),
    "posts": ("owner.name", "place.name", "place.said", "sort"),
    "origins": ("name", "voices"),
    "access": ("place.name", "place.said", "because"),
    "roads": ("name",),
    "issues": ("said", "item", "code"),
    "judgements": ("why",),
}

DAYS: Mapping[str, tuple[str, str]] = {
    "reports": ("dated.earliest", "dated.latest"),
    "claims": ("when.earliest", "when.latest"),
    "events": ("when.earliest", "when.latest"),
    "figures": ("when.earliest", "when.latest"),
    "control": ("earliest", "latest"),
    "agreements": ("when.earliest", "when.latest"),
    "posts": ("tellings.when.earliest", "tellings.when.latest"),
    "access": ("earliest", "latest"),
}


def at(content: Tree, path: str) -> Iterator[Any]:
    """Yield what stands at the end of a path, each thing of a list by itself."""
    yield from _at(content, path.split("."))


def record_id(kind: str, content: Tree) -> str:
    """Return the id of a record: its own, or for an origin one made of its name, else of all that it says."""
    if own := content.get("id"):
        return str(own)
    keys = ("name",) if kind == "origins" else sorted(content)
    return make_id(kind, *(one for key in keys for one in (key, content[key])))


def texts(kind: str, content: Tree) -> Iterator[tuple[str, str]]:
    """Yield the texts of a record that are searched, each with its path, in order."""
    for path in WORDS.get(kind, ()):
        yield from ((path, found) for found in at(content, path) if isinstance(found, str) and found)


def _at(here: Any, steps: list[str]) -> Iterator[Any]:
    if isinstance(here, list | tuple):
        for one in here:
            yield from _at(one, steps)
    elif not steps:
        yield here
    elif isinstance(here, Mapping):
        yield from _at(here.get(steps[0]), steps[1:])
