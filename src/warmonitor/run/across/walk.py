"""Whatever stands in a record, however deep: the names of a claim, its spans."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from warmonitor.model import Claim, Named, Span


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
        for name in _fields(type(value)):
            yield from _names(getattr(value, name))


def with_spans(value: Any, moved: Callable[[Span], Span]) -> Any:
    """Return a record with every span in it put elsewhere; one in which none moves is the same object."""
    if isinstance(value, Span):
        return moved(value)
    if isinstance(value, tuple):
        found = tuple(with_spans(one, moved) for one in value)
        return found if any(a is not b for a, b in zip(found, value, strict=True)) else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    said = {name: getattr(value, name) for name in _fields(type(value))}
    put = {name: with_spans(one, moved) for name, one in said.items()}
    return type(value)(**put) if any(put[name] is not one for name, one in said.items()) else value


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))
