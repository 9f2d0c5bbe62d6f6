"""Wars and when each is said to have begun, and the words that name their countries."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Conflict:
    """A war: `begun` is the day commonly given; `words` name it or its countries in English news.

    `regional` says that the words name a region or group of its own, not whole countries.
    """

    name: str
    begun: date
    words: tuple[str, ...]
    regional: bool = False


def _load(name: str) -> Any:
    return yaml.safe_load(files("warmonitor.reference").joinpath(f"data/{name}").read_text("utf-8"))


@lru_cache(maxsize=1)
def country_names() -> dict[str, tuple[str, ...]]:
    """Return the names, adjectives and people of each country, by its ISO 3166-1 code, as written."""
    return {
        code: tuple(dict.fromkeys((*row.get("names", ()), *row.get("people", ()))))
        for code, row in _load("countries.yml").items()
        if row
    }


@lru_cache(maxsize=1)
def country_words() -> frozenset[str]:
    """Return every single word of countries' names, adjectives and people, as written."""
    return frozenset(word for names in country_names().values() for name in names for word in name.split())


@lru_cache(maxsize=1)
def conflicts() -> tuple[Conflict, ...]:
    """Return the wars of conflicts.yml, as listed."""
    return tuple(
        Conflict(
            row["name"],
            row["begun"],
            tuple(row.get("words") or _words(row["countries"])),
            bool(row.get("words")),
        )
        for row in _load("conflicts.yml")
    )


def _words(codes: list[str]) -> tuple[str, ...]:
    return tuple(word for code in codes for word in country_names().get(code, ()))
