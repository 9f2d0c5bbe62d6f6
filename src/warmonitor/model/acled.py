"""ACLED's codes for what records say in words, after its codebook."""

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


@lru_cache(maxsize=1)
def acled_codes() -> dict[str, Any]:
    """Return the code lists by name: `disorder_type`, `disorder_sub_type`, `inter`, `geo_precision`."""
    text = files("warmonitor.model").joinpath("data", "acled.yml").read_text(encoding="utf-8")
    codes: dict[str, Any] = yaml.safe_load(text)
    return codes


def disorder_of(type_: str, sub_type: str | None) -> str | None:
    """Return ACLED's disorder type of an event by its type and sub-type."""
    codes = acled_codes()
    found = codes["disorder_sub_type"].get(sub_type) or codes["disorder_type"].get(type_)
    return str(found) if found else None
