"""The addresses of every page, each with several records and what is usually asked of it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from fastapi import FastAPI

from bench.made_parts import lasting_id
from bench.made_rooms import OUTLETS, SPEAKERS
from bench.made_words import fillers, names
from bench.rooms_kept import judged, received
from warmonitor.exports.sitrep.forms import FORMS
from warmonitor.store.fields import KINDS, record_id
from warmonitor.store.reader import Reader
from warmonitor.store.store import Store
from warmonitor.web.pages.review.walks import LISTS
from warmonitor.web.pages.wording.links import listed, page_of
from warmonitor.web.policy import rules

_NOT_PAGES = ("/api/", "/healthz", "/static/", "/login", "/enter")
_KEPT = {"/reports/{id}/raw", "/reports/{id}/custody"}  # of what was received, which the account was not
# Made countries are none of the world.
_NOT = dict.fromkeys(("/sitrep", *(f"/sitrep.{form}" for form in FORMS)), ("country",))
_TILES = "/tiles/map.pmtiles"  # a user's own file: there is none
_BUSY = {"places": lasting_id("place", 0), "actors": lasting_id("actor", 0)}
_SAMPLES = 3
_WEEK = {"since": "2031-02-26", "until": "2031-03-04"}  # in which some records turned
# What is asked for beside a filter alone, or where a page wants more than one thing.
_TOGETHER: dict[str, tuple[dict[str, str], ...]] = {
    "/": ({"today": _WEEK["until"]},),
    "/came": ({"since": "2000-01-01", "until": "2099-12-31"},),
    "/news": (_WEEK, {**_WEEK, "list": "figures", "what": "changed"}, {**_WEEK, "what": "details"}),
    "/changes": ({"list": "control", "since": "2014-02-01", "until": "2014-02-28"},),
    "/sitrep/all": (
        {"of": "killed"},
        {"of": "situation", "since": "2014-02-01", "until": "2014-02-28", "start": "50"},
        {"of": "disputed", "place": lasting_id("place", 0)},
    ),
    "/roads/one": ({"name": "R1"}, {"name": "R2"}),
    "/sources": ({"outlet": f"The {names('outlets', OUTLETS)[0]} Herald"},),
    "/timeline": (
        {"lane": "place"},
        {"lane": "actor"},
        {"lane": "actor", "place": lasting_id("place", 0)},
        {"from": "2014-02-01", "to": "2014-03-31"},
        {"from": "2014-02-10", "to": "2014-02-10"},
        {"place": lasting_id("place", 0), "actor": lasting_id("actor", 0)},
    ),
    "/review": (
        {"order": "deaths"},
        {"only": "claims", "order": "events"},
        {"unjudged": "places"},
        {"start": "5000"},
    ),
    "/search": ({"words": fillers()[0].split()[0]}, {"words": " ".join(fillers()[5].split()[:2]).strip(".")}),
}


class Asked:
    """What to ask of the pages over a made account: the busiest of everything and some others."""

    def __init__(self, store: Store, app: FastAPI) -> None:
        self._reader = Reader(store.database)
        self._kept, self._judgement = received(store), judged(store)
        self._document: dict[str, Any] = app.openapi()["paths"]
        self._ids = {kind: self._some(kind) for kind in KINDS}
        self._values: dict[str, str] = {
            "place": lasting_id("place", 0), "actor": lasting_id("actor", 0), "measure": "killed",
            "outlet": f"The {names('outlets', OUTLETS)[0]} Herald", "day": "2014-02-10",
            "since": "2014-02-01", "until": "2014-02-28",
            "type": "toll", "country": "XA",
            "origin": self._reader.page("origins", limit=1).records[0]["name"],
        }  # fmt: skip

    def families(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each address as it is declared with the addresses to be asked."""
        for route in sorted(rules()):
            method, _, path = route.partition(" ")
            if method == "GET" and not path.startswith(_NOT_PAGES) and path != _TILES:
                yield path, list(dict.fromkeys(self._of(path)))

    def _of(self, path: str) -> Iterator[str]:
        yield from (listed(path, **query) for query in self._together(path))
        if "{" not in path:
            if not self._wanted(path):
                yield path
                yield from (listed(path, **query) for query in self._filters(path))
            return
        yield from self._records(path)

    def _together(self, path: str) -> Iterator[dict[str, str]]:
        yield from _TOGETHER.get(path, ())
        if path == "/compare":
            yield from ({"one": one, "other": other} for one, other in self._pairs())
        if path == "/outlets/one":
            yield from ({"name": f"The {one} Herald"} for one in names("outlets", OUTLETS)[::100])
        if path == "/sources/quotes":
            yield {
                "speaker": f"{names('speakers', SPEAKERS)[0]} Observatory",
                "outlet": self._values["outlet"],
            }

    def _pairs(self) -> Iterator[tuple[str, str]]:
        """Yield two reports of the busiest strand, and two that have nothing to do with each other."""
        for strand in self._reader.some("strands", self._ids["strands"][:1]):
            yield strand["reports"][0], strand["reports"][-1]
        yield self._ids["reports"][0], self._ids["reports"][-1]

    def _records(self, path: str) -> Iterator[str]:
        if path == "/review/{kind}/{id}":
            yield from (f"/review{page_of(kind, one)}" for kind in LISTS for one in self._ids[kind][:2])
            return
        kind = path.split("/")[1]
        if path in _KEPT:
            yield path.replace("{id}", self._kept)
        elif path == "/judgements/{id}":
            yield page_of(kind, self._judgement)
        elif any(self._ids.get(kind, ())):
            yield from (page_of(kind, one) + path.partition("}")[2] for one in self._ids[kind])

    def _filters(self, path: str) -> Iterator[dict[str, str]]:
        names = [
            name for name in self._names(path) if name in self._values and name not in _NOT.get(path, ())
        ]
        yield from ({name: self._values[name]} for name in names)
        if {"since", "until"} <= set(names):
            yield {name: self._values[name] for name in ("since", "until")}
            if "place" in names:
                yield {name: self._values[name] for name in ("since", "until", "place")}

    def _parameters(self, path: str) -> Sequence[dict[str, Any]]:
        told = self._document.get(path, {}).get("get", {}).get("parameters", ())
        return [one for one in told if one["in"] == "query"]

    def _names(self, path: str) -> list[str]:
        return [str(one["name"]) for one in self._parameters(path)]

    def _wanted(self, path: str) -> list[str]:
        return [str(one["name"]) for one in self._parameters(path) if one.get("required")]

    def _some(self, kind: str) -> list[str]:
        """Return ids: of the largest of the first records, and of others here and there."""
        key: Callable[[dict[str, Any]], str] = lambda one: record_id(kind, one)  # noqa: E731
        found = self._reader.page(kind, limit=1_000).records
        if not found or kind in {"issues", "roads", "judgements"}:
            return [""]
        largest = max(found, key=lambda one: len(str(one)))
        step = max(1, len(found) // _SAMPLES)
        return [_BUSY.get(kind, key(largest)), *(key(one) for one in found[::step][:_SAMPLES])]
