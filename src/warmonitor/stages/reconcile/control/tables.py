"""The numbers and words of control: data/control.yml."""

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


@lru_cache(maxsize=1)
def _load() -> Mapping[str, Any]:
    path = files("warmonitor.stages.reconcile") / "data" / "control.yml"
    found: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def weight(name: str) -> int:
    """Return a weight in hundredths of one independent origin, or a percentage of one."""
    return int(_load()["weights"][name])


def days(name: str) -> int:
    """Return a number of days."""
    return int(_load()["days"][name])


def fade_days(status: str) -> int:
    """Return how many days after its last telling a status still counts."""
    return int(_load()["fade"][status])


def against(sort: str) -> Mapping[str, int]:
    """Return, in percent, what a telling of a sort loses in each other state."""
    found: Mapping[str, int] = _load()["against"][sort]
    return found


@lru_cache(maxsize=3)
def pattern(name: str) -> re.Pattern[str]:
    """Return a pattern for a list of words: whole words, or their beginnings for `again`."""
    listed = sorted(_load()[name], key=lambda word: (-len(word), word))
    end = "" if name == "again" else r"\b"
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))}){end}", re.IGNORECASE)
