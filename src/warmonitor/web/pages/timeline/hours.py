"""The hour, or the part of the day, that the words of a time give; nothing where they give none."""

import re
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

_NOON, _HOURS, _MINUTES = 12, 24, 60
_CLOCK = re.compile(
    r"\b(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))?\s*(?P<half>[ap])\.?\s?m\b"
    r"|\b(?P<hour24>[0-9]{1,2}):(?P<minute24>[0-9]{2})\b",
    re.IGNORECASE,
)


class Hour(NamedTuple):
    """An hour or part of a day: where it stands in a day's order, its name, and whether it is told at all."""

    order: int
    name: str
    told: bool


def hour_of(said: str | None) -> Hour:
    """Return the hour that the words of a time give, or the part of the day, or that it is not told."""
    words = said or ""
    if clock := _CLOCK.search(words):
        told = _clock(clock)
        if told is not None:
            return Hour(told, f"{told // _MINUTES:02}:{told % _MINUTES:02}", told=True)
    lowered = words.lower()
    for part in _data()["parts"]:
        if any(re.search(rf"\b{re.escape(word)}", lowered) for word in part["words"]):
            return Hour(int(part["order"]) * _MINUTES, str(part["name"]), told=True)
    return Hour(_HOURS * _MINUTES + _MINUTES, str(_data()["not_told"]), told=False)


def _clock(found: re.Match[str]) -> int | None:
    """Return the minute of the day of a time by the clock, None where it is none."""
    hour, minute = int(found["hour"] or found["hour24"]), int(found["minute"] or found["minute24"] or 0)
    if half := found["half"]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half.lower() == "p" else 0)
    return hour * _MINUTES + minute if hour < _HOURS and minute < _MINUTES else None


@cache
def _data() -> dict[str, Any]:
    text = files("warmonitor.web.pages.timeline").joinpath("hours.yml").read_text(encoding="utf-8")
    told: dict[str, Any] = yaml.safe_load(text)
    return told
