"""The words that tell ground by a place ("near", "north of", "the road to"), loaded from data/areas.yml."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from warmonitor.stages.ground.places.words import load_words


@dataclass(frozen=True, slots=True)
class AreaWords:
    """Patterns of what stands before and after a place's name, and the reaches in kilometres.

    `before` and `after` give for each relation the pattern that ends where a name begins or begins where
    it ends, `triggers` the words that one of them must hold; `bearings` gives each word's direction,
    `degrees` each direction's angle.
    """

    before: dict[str, re.Pattern[str]]
    after: dict[str, re.Pattern[str]]
    borders: tuple[str, ...]
    border: re.Pattern[str]
    triggers: frozenset[str]
    bearings: dict[str, str]
    degrees: dict[str, float]
    units: dict[str, float]
    reach: dict[str, float]
    half: dict[str, float]
    middle_radius: float
    where_prec: dict[str, int]
    sea: int


@lru_cache(maxsize=1)
def load_area_words() -> AreaWords:
    """Return the words, read once."""
    text = (files(__package__) / "data" / "areas.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    bearings = {word: side for side, one in data["bearings"].items() for word in one["words"]}
    bearings |= dict.fromkeys(data["middle"], "middle")
    return AreaWords(
        before=_before(data, bearings),
        after=_after(data, bearings),
        borders=tuple(data["borders"]),
        border=_border(data),
        triggers=_triggers(data, bearings),
        bearings=bearings,
        degrees={side: float(one["degrees"]) for side, one in data["bearings"].items()},
        units=data["units"],
        reach=data["reach"],
        half=data["half"],
        middle_radius=data["middle_radius"],
        where_prec=data["where_prec"],
        sea=data["sea"],
    )


def _border(data: dict[str, Any]) -> re.Pattern[str]:
    """Return the pattern of a border with its countries as groups; a "border town" is none."""
    name = r"[^\W\d_a-z][\w.-]*(?:(?:\s+|\s+and\s+the\s+)[^\W\d_a-z][\w.-]*)*"
    border = rf"{_any(data['borders'])}(?!\s+{_any(data['border_things'])})"
    behind = rf"(?:\s+(?:with|between)\s+(?:the\s+)?({name})(?:\s+and\s+(?:the\s+)?({name}))?)"
    return re.compile(
        rf"({name})\s*(?:[–—]|\s+to\s+)\s*({name})\s+{border}"
        rf"|({name})(?:['’]s?)?\s+(?:(?:\w+ern|common|shared|long|land)\s+)?{border}{behind}?"
        rf"|{border}{behind}"
    )


def _triggers(data: dict[str, Any], bearings: dict[str, str]) -> frozenset[str]:
    listed = [data[key] for key in ("near", "countryside", "roads", "fronts", "borders", "banks")]
    last = {words.split()[-1] for one in listed for words in one} - {"to", "of"}
    singles = {"close", "next", "adjacent", "vicinity", "far", "approaches", "approach", "rural"}
    lines = {"between", "linking", "connecting", "joining", "hour", "hours", "minutes", "drive"}
    return frozenset({*last, *singles, *lines, *bearings, *data["units"]})


def _any(words: list[str] | dict[str, Any]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return r"(?<![\w-])(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


def _before(data: dict[str, Any], bearings: dict[str, str]) -> dict[str, re.Pattern[str]]:
    nouns = [word for word, kind in load_words().kind_of.items() if kind != "any"]
    fill = rf"(?:(?:the|its|this|that)\s+)?(?:(?:[\w-]+\s+){{0,2}}?{_any(nouns)}\s+of\s+)?"
    side, road, unit = rf"(?P<side>{_any(bearings)})", _any(data["roads"]), _any(data["units"])
    ways = rf"(?P<road>{road}|stretch|section)\s+(?:\w+\s+){{0,2}}?"
    away = r"(?:\s+\([^()]*\))?(?:\s+(?:away|further|farther|up|down))?\s+(?:to\s+the\s+)?"
    parts = r"(?:parts?|half|areas?|section|portion|tip|third|edges?|ends?|swathes?)\s+(?:of\s+)?"
    patterns = {
        "between": rf"\b(?:{ways})?(?:between|linking|connecting|joining)\s+",
        "from": rf"\b(?P<road>{road})\s+(?:\w+\s+)?from\s+",
        "road": rf"\b{road}\s+(?:(?:that|which)\s+)?{_any(data['leads'])}\s+",
        "distance": rf"\b(?P<km>[\w.,-]+)[\s-]*(?P<unit>{unit}){away}(?:{side}\s+)?(?:of|from|outside)\s+",
        "drive": r"\b(?:hours?|minutes?)['’]?\s+(?:drive\s+|away\s+)?(?:\w+\s+)?(?:of|from)\s+",
        "border": rf"\b{_any(data['borders'])}\s+(?:[\w’'-]+\s+){{0,2}}?(?:with|of)\s+",
        "bank": rf"\b{_any(data['banks'])}\s+of\s+",
        "countryside": rf"(?:{side}\s+)?\b{_any(data['countryside'])}\s+(?:of|around|in|near)\s+",
        "rural": rf"(?:{side}\s+)?\brural\s+(?:parts\s+of\s+)?",
        "definite": rf"(?<!\bto\s)\b(?:the|its)\s+(?:(?:whole|entire|far|extreme)\s+)?{side}\s+of\s+",
        "bearing": rf"{side}\s+of\s+",
        "near": rf"(?<!\bin\sand\s)\b{_any(data['near'])}\s+",
        "side": rf"{side}\s+(?:{parts})?",
    }
    return {name: re.compile(rf"{one}{fill}[“\"‘']?$", re.I) for name, one in patterns.items()}


def _after(data: dict[str, Any], bearings: dict[str, str]) -> dict[str, re.Pattern[str]]:
    side, road, front = _any(bearings), _any(data["roads"]), _any(data["fronts"])
    name = r"(?P<other>[^\W\d_a-z][\w’'-]*(?:[ -](?:[a-z]{2}-)?[^\W\d_a-z][\w’'-]*)*)"
    line = rf"\s+(?:[a-z]+\s+)?(?:(?P<road>{road})|{front})\b"
    joint = r"(?:\s*[–—/-]\s*|\s+to\s+|[ -]to[ -])"
    patterns = {
        "and": rf"\s+(?:and|with|to)\s+(?:the\s+)?(?:[a-z]+\s+of\s+)?{name}",
        "line": rf"{joint}{name}{line}",
        "lines": line,
        "roads": rf"\s+(?:[a-z]+\s+)?{road}\b",
        "front": rf"\s+{front}\b(?!\s+(?:of|in)\b)",
        "border": rf"(?:['’]s)?\s+(?:{side}\s+)?{_any(data['borders'])}\b",
        "countryside": rf"(?:['’]s?)?\s+(?:(?P<side>{side})\s+)?{_any(data['countryside'])}\b",
        "side": rf"['’]s\s+(?:far\s+)?(?P<side>{side})\b",
    }
    return {key: re.compile(one) for key, one in patterns.items()}
