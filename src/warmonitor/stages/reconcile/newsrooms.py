"""Newsrooms: which outlets are one house, by the outlet register, the address or the name."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

import yaml

from warmonitor.model import Report, fold
from warmonitor.reference.outlets import Outlet, OutletRegister

NO_OUTLETS = OutletRegister(())


@dataclass(frozen=True)
class Newsrooms:
    """The newsrooms of a set of reports: a publisher's own feeds and sections are one, under one name.

    `of_report` has the newsroom's name by report, None where the outlet is not known.
    """

    outlets: OutletRegister
    of_report: Mapping[str, str | None]
    _keys: Mapping[str, str | None] = field(repr=False)
    _by_name: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, reports: Iterable[Report], outlets: OutletRegister = NO_OUTLETS) -> "Newsrooms":
        """Join the outlets of the reports by register, address and name; the shortest name stands for all."""
        told = sorted(reports, key=lambda report: report.id)
        sites: dict[str, set[str]] = {}
        for report in told:
            if report.outlet and (site := _site(report, outlets)):
                sites.setdefault(fold(report.outlet), set()).add(site)
        keys = {report.id: _key(report, sites, outlets) for report in told}
        shown = _shown(told, keys)
        rooms = {report.id: shown.get(keys[report.id] or "") for report in told}
        called: dict[str, set[str]] = {}
        for report in told:
            if report.outlet:
                called.setdefault(fold(report.outlet), set()).add(rooms[report.id] or report.outlet)
        by_name = {name: next(iter(found)) for name, found in called.items() if len(found) == 1}
        return cls(outlets, rooms, keys, by_name)

    def key(self, report: str) -> str | None:
        """Return what the newsroom of a report is known by, None where nothing tells it."""
        return self._keys.get(report)

    def named(self, *names: str) -> str | None:
        """Return the newsroom that one of the names stands for, None where none is known."""
        for name in names:
            if known := self.outlets.named(name) or self.outlets.named(_bare(name)):
                return self._by_name.get(fold(known.name), known.name)
            if here := self._by_name.get(fold(_bare(name))):
                return here
        return None

    def registered(self, name: str) -> Outlet | None:
        """Return what the register knows of a newsroom."""
        return self.outlets.named(name)


def _shown(told: Iterable[Report], keys: Mapping[str, str | None]) -> dict[str, str]:
    """Return the name of each newsroom: the register's or its shortest, with the site if others share it."""
    names: dict[str, set[str]] = {}
    for report in told:
        if (key := keys[report.id]) and report.outlet:
            names.setdefault(key, set()).add(report.outlet)
    shortest = {key: min(found, key=lambda name: (len(name), name)) for key, found in names.items()}
    shared = Counter(fold(name) for name in shortest.values())
    shown = {}
    for key, name in shortest.items():
        sort, _, said = key.partition(":")
        twice = shared[fold(name)] > 1 and sort == "site"
        shown[key] = said if sort == "register" else f"{name} ({said})" if twice else name
    return shown


def _bare(name: str) -> str:
    """Return a name without an article before it."""
    first, _, rest = name.partition(" ")
    return rest if rest and fold(first) in {"the", "a", "an"} else name


def _key(report: Report, sites: Mapping[str, set[str]], outlets: OutletRegister) -> str | None:
    """Return what the newsroom is known by: its site, else its name, or the one site that the name has."""
    if site := _site(report, outlets):
        return site
    if not report.outlet:
        return None
    own = sites.get(fold(report.outlet), set())
    return next(iter(own)) if len(own) == 1 else f"name:{fold(report.outlet)}"


def _site(report: Report, outlets: OutletRegister) -> str | None:
    named = outlets.named(report.outlet) if report.outlet else None
    known = named or (outlets.at(report.url) if report.url else None)
    if known:
        return f"register:{known.name}"
    return _site_of(report.url) if report.url else None


def _site_of(address: str) -> str | None:
    """Return the part of an address that belongs to one publisher, None where it does not tell."""
    try:
        parts = urlsplit(address)
        labels = [label for label in (parts.hostname or "").casefold().rstrip(".").split(".") if label]
    except ValueError:
        return None
    if len(labels) < 2:
        return None
    tails = {".".join(labels[place:]) for place in range(len(labels))}
    if tails & _hosts("gathering"):
        return None
    labels = labels[1:] if labels[0] in {"www", "m"} else labels
    if ".".join(labels) in _hosts("shared"):
        return f"site:{'.'.join(labels)}/{parts.path.lstrip('/').partition('/')[0].casefold()}"
    if tails & _hosts("shared"):
        return f"site:{'.'.join(labels)}"
    wide = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _hosts("registries")
    return f"site:{'.'.join(labels[-3 if wide else -2 :])}"


@lru_cache
def _hosts(name: str) -> frozenset[str]:
    text = files("warmonitor.stages.reconcile").joinpath("data", "hosts.yml").read_text(encoding="utf-8")
    return frozenset(yaml.load(text, Loader=yaml.CSafeLoader)[name])
