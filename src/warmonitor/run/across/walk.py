"""The names of a claim, however deep they stand."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any

from warmonitor.model import Claim, Named
from warmonitor.run.walk import field_names


def named_in(claim: Claim) -> Iterator[Named]:
    """Yield every name of a claim: places, speakers, those who act, suffer or agree."""
    yield from claim.where
    yield from _names(claim.attribution)
    yield from _names(claim.detail)


def _names(value: Any) -> Iterator[Named]:
    if isinstance(value, Named):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _names(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for name in field_names(type(value)):
            yield from _names(getattr(value, name))
