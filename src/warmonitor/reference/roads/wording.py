"""How the words of a claim speak of roads: shut or open, which road by number, all of them or one."""

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

NUMBER = re.compile(r"\b([A-Z]{1,3})[- ]?(\d{1,4})\b")
WORD = re.compile(r"[\w-]+")


@lru_cache(maxsize=1)
def table() -> dict[str, list[str]]:
    """Return the words of data/road_words.yml."""
    text = files("warmonitor.reference").joinpath("data/road_words.yml").read_text("utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return {key: [str(word) for word in words] for key, words in found.items()}


def begins(text: str, *lists: str) -> bool:
    """Say whether a word of a text begins with one of some lists."""
    beginnings = tuple(word for name in lists for word in table()[name])
    return any(word.lower().startswith(beginnings) for word in WORD.findall(text))


def shuts(text: str) -> bool | None:
    """Return True where words say that a road is shut, False where open, None where both or neither."""
    words = {word.lower() for word in WORD.findall(text)}
    closing = begins(text, "closing", "destroying") or bool(words & set(table()["closing_whole"]))
    opening = begins(text, "opening")
    return closing if closing is not opening else None


def of_all(text: str) -> bool:
    """Say whether words speak of all the roads of a place, or of its only one."""
    plain = " ".join(WORD.findall(text.lower()))
    return any(phrase in plain for phrase in table()["all"])


def of_road(text: str) -> bool:
    """Say whether words speak of a road, a bridge or a crossing."""
    return begins(text, "roads") or bool(numbers(text))


def one_road(text: str) -> bool | None:
    """Return True where words say that one road, bridge or crossing is shut, False where open."""
    return shuts(text) if of_road(text) and not of_all(text) else None


def numbers(text: str) -> frozenset[str]:
    """Return the numbers of roads in a text, "M5" for "M-5"."""
    return frozenset(letters + digits for letters, digits in NUMBER.findall(text))


def plain_number(ref: str) -> str:
    """Return the number of a road as `numbers` gives it."""
    return "".join(letter for letter in ref.upper() if letter.isalnum())


def any_in(text: str, names: Iterable[str]) -> bool:
    """Say whether a folded text holds one of some folded names as whole words."""
    padded = f" {text} "
    return any(f" {name} " in padded for name in names if name)
