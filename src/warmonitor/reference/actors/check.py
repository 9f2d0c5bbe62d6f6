"""What is wrong with rows of the register: periods that end before they begin, unknown keys and codes."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from warmonitor.model import ActorKind, WarmonitorError

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_SPELLS = ("called", "kinds", "sides", "parents", "sponsors", "split_from", "merged_into")
_KEYS = ("parents", "sponsors", "split_from", "merged_into")
_IN_TURN = ("kinds", "sides", "parents")
Row = Mapping[str, Any]


class RegisterError(WarmonitorError):
    """A row of the register that cannot be right."""

    code = "register-wrong"


def check(groups: Sequence[Row], holders: Sequence[Row], known: Callable[[str], bool]) -> None:
    """Refuse rows that cannot be right; `known` says whether a key is that of an actor.

    Raises:
        RegisterError: with all that is wrong, a line each, by the key of the row.
    """
    wrong = [f"{row['key']}: {said}" for row in groups for said in _of_group(row, known)]
    wrong += [f"{row['key']}: {said}" for row in holders for said in _of_holder(row, known)]
    counted = Counter(row["key"] for row in (*groups, *holders))
    wrong += [f"{key}: {number} rows have this key" for key, number in sorted(counted.items()) if number > 1]
    if wrong:
        msg = "The register cannot be compiled:\n" + "\n".join(wrong)
        raise RegisterError(msg)


def _of_group(row: Row, known: Callable[[str], bool]) -> Iterator[str]:
    yield from _period("the row", row["since"], row["until"])
    for part in _SPELLS:
        for value, since, until in row[part]:
            yield from _period(f"{part} “{value}”", since, until)
            if part in _KEYS and not known(value):
                yield f"{part} “{value}” is no actor"
    for part in _IN_TURN:
        yield from _in_turn(part, row[part])
    kinds = [value for value, _, _ in row["kinds"]]
    yield from (f"“{kind}” is no kind of actor" for kind in kinds if kind not in {*ActorKind})
    if not kinds:
        yield "it has no kind"
    yield from _codes(row, {code for code in row["countries"] if not known(f"state:{code}")})


def _codes(row: Row, strange: Collection[str]) -> Iterator[str]:
    yield from (f"“{code}” is the code of no country" for code in sorted(strange))
    yield from (f"“{code}” is no language" for code in row["names"] if not _LANGUAGE.fullmatch(code))
    if row["wikidata"] and not _WIKIDATA.fullmatch(row["wikidata"]):
        yield f"“{row['wikidata']}” is no Wikidata id"


def _of_holder(row: Row, known: Callable[[str], bool]) -> Iterator[str]:
    for office, of, since, until in row["terms"]:
        yield from _period(office, since, until)
        if not known(of):
            yield f"{office} of “{of}”, which is no actor"


def _period(what: str, since: str | None, until: str | None) -> Iterator[str]:
    for word in (since, until):
        if word is not None and not _DATE.fullmatch(word):
            yield f"{what}: “{word}” is no year, month or day (2014, 2014-06, 2014-06-29)"
    if since is not None and until is not None and until < since[: len(until)]:
        yield f"{what} ends ({until}) before it begins ({since})"


def _in_turn(what: str, spells: Sequence[tuple[str, str | None, str | None]]) -> Iterator[str]:
    """Yield what is wrong with values of which one ends before the next begins."""
    for (value, _, until), (after, since, _) in pairwise(spells):
        if until is None or since is None or since < until[: len(since)]:
            yield f"{what}: “{after}” begins before “{value}” is over"
