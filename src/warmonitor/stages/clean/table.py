"""Tables of this stage: phrases of pages, credits and refusals."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml


@lru_cache(maxsize=8)
def load_table(name: str) -> Mapping[str, Any]:
    """Return a table of this stage's data folder."""
    file = resources.files("warmonitor.stages.clean") / "data" / name
    table: Mapping[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return table


@lru_cache(maxsize=32)
def phrases(name: str, *path: str) -> re.Pattern[str]:
    """Return one pattern for a list of phrases in a table, in any case."""
    value: Any = load_table(name)
    for step in path:
        value = value[step]
    listed: Iterable[str] = value
    return re.compile("|".join(f"(?:{phrase})" for phrase in listed), re.IGNORECASE)
