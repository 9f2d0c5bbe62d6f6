"""The fields of a question: each checked, each mistake told in a sentence."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from warmonitor.model import Asked, Measure, QueryError, Question
from warmonitor.store.fields import KINDS
from warmonitor.store.terms import terms_of

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_LONGEST = 300
_WHERE = ("place", "at", "area", "box")
_NEEDS: Mapping[Asked, tuple[str, ...]] = {
    Asked.CONTROL: _WHERE,
    Asked.DENIAL: (*_WHERE, "actor", "event", "words"),
}


def question_of(row: object) -> Question:
    """Return the question that fields by name ask.

    Raises:
        QueryError: when a field is none or has no value that it can have, or something is missing.
    """
    if not isinstance(row, dict):
        raise _wrong("A question is a list of fields, such as name, ask and place.")
    for key in row:
        if key not in _FIELDS:
            raise _wrong(f"“{key}” is no field of a question; they are: {', '.join(_FIELDS)}.")
    for key in ("name", "ask"):
        if key not in row:
            raise _wrong(f"A question needs the field {key}.")
    told = {key: _FIELDS[key](key, value) for key, value in row.items()}
    question = Question(**told)
    _fits(question)
    return question


def _fits(one: Question) -> None:
    needed = _NEEDS.get(one.ask, ())
    if needed and not any(getattr(one, name) for name in needed):
        raise _wrong(f"{one.name}: to ask for {one.ask} needs one of {', '.join(needed)}.")
    if one.km is not None and not (one.place or one.at):
        raise _wrong(f"{one.name}: km goes with place or at.")
    if one.at and one.km is None:
        raise _wrong(f"{one.name}: at needs km.")
    if sum(bool(getattr(one, name)) for name in _WHERE) > 1:
        raise _wrong(f"{one.name}: give only one of {', '.join(_WHERE)}.")
    if one.since and one.until and one.since > one.until:
        raise _wrong(f"{one.name}: since is after until.")


def _wrong(said: str) -> QueryError:
    return QueryError("question-invalid", said)


def _text(key: str, value: object) -> str:
    if isinstance(value, str) and value.strip() and len(value) <= _LONGEST and value.isprintable():
        return value.strip()
    raise _wrong(f"{key} is one line of up to {_LONGEST} characters.")


def _name(_: str, value: object) -> str:
    if isinstance(value, str) and _NAME.fullmatch(value):
        return value
    raise _wrong("A name has small letters a to z, digits and hyphens, up to 60.")


def _one_of(*known: str) -> Callable[[str, object], Any]:
    def checked(key: str, value: object) -> str:
        if isinstance(value, str) and value in known:
            return value
        raise _wrong(f"{key} is one of {', '.join(known)}.")

    return checked


def _asked(key: str, value: object) -> Asked:
    return Asked(_one_of(*Asked)(key, value))


def _km(key: str, value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= 20_000:
        return float(value)
    raise _wrong(f"{key} is a number of kilometres above 0.")


def _degrees(count: int) -> Callable[[str, object], tuple[float, ...]]:
    def checked(key: str, value: object) -> tuple[float, ...]:
        numbers = value if isinstance(value, list) else []
        if len(numbers) == count and all(_is_degree(at, one) for at, one in enumerate(numbers)):
            found = tuple(float(one) for one in numbers)
            if count == 2 or found[0] <= found[2]:
                return found
        what = "latitude and longitude" if count == 2 else "south, west, north and east"
        raise _wrong(f"{key} is a list of {what} in degrees.")

    return checked


def _is_degree(at: int, value: object) -> bool:
    most = 180 if at % 2 else 90
    return isinstance(value, int | float) and not isinstance(value, bool) and -most <= value <= most


def _day(key: str, value: object) -> str:
    try:
        return value.isoformat() if type(value) is date else date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise _wrong(f"{key} is a day, written as 2015-05-31.") from None


def _words(key: str, value: object) -> str:
    said = _text(key, value)
    if all(term.without for term in terms_of(said)):
        raise _wrong(f"{key} needs a word that must stand.")
    return said


def _address(key: str, value: object) -> str:
    """Return an address; whether it may be reached is decided when something is sent to it."""
    said = _text(key, value)
    try:
        parts = urlsplit(said)
        good = bool(parts.scheme in {"http", "https"} and parts.hostname) and "@" not in parts.netloc
    except ValueError:
        good = False
    if not good or not said.isascii() or set(said) & {" ", "\\", '"', "<", ">"}:
        raise _wrong(f"{key} is an address that begins with http:// or https://.")
    return said


_FIELDS: Mapping[str, Callable[[str, object], Any]] = {
    "name": _name,
    "ask": _asked,
    "place": _text,
    "km": _km,
    "at": _degrees(2),
    "area": _text,
    "box": _degrees(4),
    "actor": _text,
    "event": _text,
    "outlet": _text,
    "measure": _one_of(*Measure),
    "of": _text,
    "list": _one_of(*KINDS),
    "type": _text,
    "status": _text,
    "since": _day,
    "until": _day,
    "words": _words,
    "webhook": _address,
}
