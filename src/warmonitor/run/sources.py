"""What is watched: sources.yml read and checked, entry by entry."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from warmonitor.model import FetchError, Issue, SourceError
from warmonitor.stages.archive.fetch.address import parse

KINDS = ("feed", "sitemap", "page")
_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_TIME = re.compile(r"(\d{1,6})\s*([smhd])")
_ALLOWED = re.compile(r"(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+):(\d{1,5})")
_CONTACT = re.compile(r"[!-~][ -~]{0,198}")


@dataclass(frozen=True, slots=True)
class Source:
    """One source: `every` seconds it is asked, `again` seconds after which its pages are, 0 for never.

    `delay` are the seconds between two requests to one host, `most` the new pages of one pass, `only` the
    beginnings of addresses that are fetched, all where there are none; `entries` says that the entries of
    a feed are themselves the reports, and no page is fetched.
    """

    name: str
    kind: str
    address: str
    every: float = 1_800.0
    again: float = 86_400.0
    delay: float = 5.0
    most: int = 500
    only: tuple[str, ...] = ()
    entries: bool = False

    def wants(self, address: str) -> bool:
        """Say whether a page that the source leads to is to be fetched."""
        return not self.only or address.startswith(self.only)


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is watched; `allow` are hosts and ports that are fetched from although they are not public."""

    sources: tuple[Source, ...]
    contact: str = ""
    allow: frozenset[tuple[str, int]] = frozenset()
    at_once: int = 1
    workers: int = 8
    seed: str = ""


def read_plan(path: Path) -> tuple[Plan, list[Issue]]:
    """Return what a file of sources asks for, and an issue for each entry that is none.

    Raises:
        SourceError: when the file cannot be read, or holds no source that can be used.
    """
    told, issues = _loaded(path), []
    sources: dict[str, Source] = {}
    for number, row in enumerate(told.get("sources") or (), 1):
        try:
            source = _source(row, sources)
            sources[source.name] = source
        except SourceError as error:
            issues.append(Issue("source-invalid", f"{path}#{number}", f"{_sentence(error)}", fatal=True))
    if not sources:
        why = issues[0].said if issues else "None is named."
        raise SourceError(f"No source can be used. {why}")
    general, wrong = _general(told, str(path))
    return Plan(tuple(sources.values()), **general), [*issues, *wrong]


def _loaded(path: Path) -> Mapping[str, Any]:
    try:
        told = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or "it is no text in UTF-8"
        raise SourceError(f"The sources cannot be read: {why}.") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" at line {mark.line + 1}" if mark else ""
        raise SourceError(f"The sources are no YAML{where}.") from None
    if not isinstance(told, dict) or not isinstance(told.get("sources"), list):
        raise SourceError("The sources have no list named sources.")
    return told


def _source(row: object, before: Mapping[str, Source]) -> Source:
    if not isinstance(row, dict):
        raise SourceError("it is no list of fields")
    kinds = [kind for kind in KINDS if kind in row]
    if len(kinds) != 1:
        raise SourceError(f"give one of {', '.join(KINDS)} with an address")
    told = {k: v for k, v in row.items() if k not in KINDS}
    address = _address(row[kinds[0]])
    checked = {key: _checked(key, value, _FIELDS) for key, value in told.items()}
    name = checked.pop("name", address)
    if name in before:
        raise SourceError(f"another source has the name {name!r} already")
    if checked.get("entries") and kinds[0] != "feed":
        raise SourceError("only a feed has entries")
    return Source(name, kinds[0], address, **checked)


def _general(told: Mapping[str, Any], path: str) -> tuple[dict[str, Any], list[Issue]]:
    """Return what holds for all sources, and an issue for each field that is wrong: it is left out."""
    good: dict[str, Any] = {}
    issues = []
    for key, value in told.items():
        if key == "sources":
            continue
        try:
            good[key] = _checked(key, value, _GENERAL)
        except SourceError as error:
            issues.append(Issue("source-invalid", path, _sentence(error), fatal=True))
    return good, issues


def _checked(key: str, value: object, checks: Mapping[str, Callable[[object], Any]]) -> Any:
    if key not in checks:
        raise SourceError(f"{key} is no field that is known here")
    try:
        return checks[key](value)
    except SourceError as error:
        raise SourceError(f"{key}: {error}") from None


def _address(value: object) -> str:
    try:
        return str(parse(value if isinstance(value, str) else ""))
    except FetchError as error:
        raise SourceError(str(error)) from None


def _seconds(value: object) -> float:
    found = _TIME.fullmatch(value) if isinstance(value, str) else None
    if found:
        return float(int(found[1]) * _UNITS[found[2]])
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e9:
        return float(value)
    raise SourceError("give seconds, or a time such as 15m, 6h or 2d")


def _some_seconds(value: object) -> float:
    seconds = _seconds(value)
    if seconds < 1:
        raise SourceError("give a second or more")
    return seconds


def _again(value: object) -> float:
    return 0.0 if value == "never" else _some_seconds(value)


def _count(most: int) -> Callable[[object], int]:
    def checked(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= most:
            return value
        raise SourceError(f"give a whole number from 1 to {most}")

    return checked


def _name(value: object) -> str:
    if isinstance(value, str) and value.strip() and value.isprintable() and len(value) <= 200:
        return value.strip()
    raise SourceError("give a name of one line")


def _contact(value: object) -> str:
    if isinstance(value, str) and _CONTACT.fullmatch(value):
        return value
    raise SourceError("give an address in plain letters, which sites are told")


def _yes(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise SourceError("give true or false")


def _only(value: object) -> tuple[str, ...]:
    starts = value if isinstance(value, list) else [value]
    return tuple(_address(start) for start in starts)


def _allow(value: object) -> frozenset[tuple[str, int]]:
    return frozenset(_pairs(value if isinstance(value, list) else [value]))


def _pairs(values: list[object]) -> Iterator[tuple[str, int]]:
    for value in values:
        found = _ALLOWED.fullmatch(value) if isinstance(value, str) else None
        if not found or not 0 < int(found[2]) < 65_536:
            raise SourceError(f"{value!r} is no host and port such as host.example:8080")
        yield found[1].strip("[]").lower(), int(found[2])


def _sentence(said: object) -> str:
    words = str(said)
    return f"{words[:1].upper()}{words[1:]}" + ("" if words.endswith(".") else ".")


_FIELDS: Mapping[str, Callable[[object], Any]] = {
    "name": _name,
    "every": _some_seconds,
    "again": _again,
    "delay": _seconds,
    "most": _count(100_000),
    "only": _only,
    "entries": _yes,
}
_GENERAL: Mapping[str, Callable[[object], Any]] = {
    "contact": _contact,
    "allow": _allow,
    "at_once": _count(8),
    "workers": _count(64),
    "seed": _name,
}
