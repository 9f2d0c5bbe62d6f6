"""What a sentence may claim, and whether it is parsed at all: by the words that claims begin with.

Which words those are stands in data/trigger.yml beside the lexicons.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import groupby
from operator import getitem
from typing import Any

from warmonitor.language.en.dates import names_a_day
from warmonitor.language.en.lexicon import bases, load_lexicon
from warmonitor.language.en.quotations import Quotation
from warmonitor.model import Span

BEFORE, AFTER = 2, 1  # sentences before and after one that claims, which may lend it a speaker or a day
ASIDE = 10  # so many sentences on end without a word of force are about something else
NEAR = 5  # but for those so close to one that has such a word
_WORD = re.compile(r"[^\W\d_]+")
_ANY = "any"
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Worth:
    """Whether a sentence is parsed, and the lexicons whose claims it may hold."""

    parsed: bool
    claims: Words


_PASSED = Worth(False, frozenset())


@dataclass(frozen=True, slots=True)
class _Triggers:
    """What claims begin with in any inflection: words, phrases by their longest word, pairs of lists."""

    words: dict[str, Words]
    phrases: dict[str, list[tuple[Words, str]]]
    pairs: list[tuple[Words, Words, str]]


def worth(text: str, spans: Sequence[Span], quoted: Sequence[Sequence[Quotation]]) -> list[Worth]:
    """Say of each sentence what it is worth; `quoted` are the quotations that each one meets.

    It is parsed where it may hold a claim, where it brings direct speech, and where it stands beside either
    and names a speaker or a day. Stretches about something else are passed over.
    """
    speech = {q for q in dict.fromkeys(q for row in quoted for q in row) if q.is_speech(text)}
    spoken = [[q.outer for q in row if q in speech] for row in quoted]
    held = [_bases(span.of(text)) for span in spans]
    claims = [_claims(words) for words in held]
    aside = _aside([not words.isdisjoint(_force()) for words in held])
    core = [bool(claim or outer) for claim, outer in zip(claims, spoken, strict=True)]
    return [
        _PASSED
        if aside[i]
        else Worth(
            bool(claims[i])
            or any(not outer.covers(span) for outer in spoken[i])
            or (any(core[max(0, i - AFTER) : i + BEFORE + 1]) and _lends(held[i], span.of(text))),
            claims[i],
        )
        for i, span in enumerate(spans)
    ]


def everything(spans: Sequence[Span]) -> list[Worth]:
    """Return the worth of sentences that are all parsed and read for every claim."""
    return [Worth(True, frozenset(_table()["words"]))] * len(spans)


def _aside(force: Sequence[bool]) -> list[bool]:
    """Say of each sentence whether it lies in a long stretch without force, not near an end that has it."""
    found: list[bool] = []
    for has, run in groupby(force):
        length = len(list(run))
        first = NEAR if found else 0
        last = length - NEAR if len(found) + length < len(force) else length
        found += [not has and length >= ASIDE and first <= i < last for i in range(length)]
    return found


@lru_cache(maxsize=1)
def _force() -> Words:
    """Return the words that tell of force in any text: triggers but for the common ones, and the theme."""
    common = frozenset(_table()["common"].split())
    return frozenset(_table()["theme"].split()) | _triggers().words.keys() - common


def _bases(text: str) -> set[str]:
    return set().union(*map(bases, set(_WORD.findall(text.lower()))))


def _lends(held: set[str], text: str) -> bool:
    return not held.isdisjoint(_speaking()) or names_a_day(text)


def _claims(held: set[str]) -> Words:
    known = _triggers()
    found = {lexicon for word in held & known.words.keys() for lexicon in known.words[word]}
    for word in held & known.phrases.keys():
        found |= {lexicon for phrase, lexicon in known.phrases[word] if phrase <= held}
    for one, other, lexicon in known.pairs:
        if lexicon not in found and not held.isdisjoint(one) and not held.isdisjoint(other):
            found.add(lexicon)
    return frozenset(found)


@lru_cache(maxsize=1)
def _triggers() -> _Triggers:
    words: dict[str, set[str]] = {}
    phrases: dict[str, list[tuple[Words, str]]] = {}
    for form, lexicon in _enough():
        if len(form) == 1:
            words.setdefault(form[0], set()).add(lexicon)
        else:
            phrases.setdefault(max(form, key=len), []).append((frozenset(form), lexicon))
    return _Triggers({word: frozenset(kinds) for word, kinds in words.items()}, phrases, list(_pairs()))


def _pairs() -> Iterator[tuple[Words, Words, str]]:
    for row in _table()["pairs"]:
        parts = load_lexicon(row["lexicon"])
        second = [*(parts[key] for key in row["second"]), row.get("further", [])]
        yield _any_of(parts[key] for key in row["first"]), _any_of(second), row["lexicon"]
    framed = _table()["framed"]
    things = load_lexicon(framed)["things"]
    for frame in load_lexicon(framed)["frames"]:
        if frame["things"] != _ANY:
            yield _longest([frame["verbs"], frame["nouns"]]), _longest(things[frame["things"]]), framed


@lru_cache(maxsize=1)
def _speaking() -> Words:
    parts = (load_lexicon(name)[key] for name, keys in _table()["lending"].items() for key in keys)
    return _longest([*parts, _table()["citing"]])


def _table() -> dict[str, Any]:
    return load_lexicon("trigger")


def _longest(part: object) -> Words:
    """Return the longest word of each form of a part of a lexicon."""
    return frozenset(max(form, key=len) for form in _forms(part))


def _any_of(parts: Iterable[object]) -> Words:
    return frozenset().union(*map(_longest, parts))


def _enough() -> Iterator[tuple[list[str], str]]:
    """Yield what is enough by itself, each form as its words, with its lexicon."""
    for lexicon, parts in _table()["words"].items():
        for part in parts:
            held: object = reduce(getitem, part.split("."), load_lexicon(lexicon))
            for form in _forms(held.split() if isinstance(held, str) else held):
                yield form, lexicon
    for lexicon, forms in _table()["also"].items():
        for form in _forms(forms):
            yield form, lexicon
    framed = _table()["framed"]
    for frame in load_lexicon(framed)["frames"]:
        free = ("verbs", "nouns") if frame["things"] == _ANY else ()
        for form in _forms([frame[key] for key in ("bare", *free)]):
            yield form, framed


def _forms(part: object) -> Iterator[list[str]]:
    """Yield the forms of a part of a lexicon as their words; of a list of tables, those under `keys`.

    A table may say itself, under `seen`, which words are enough.
    """
    if isinstance(part, str):
        yield _WORD.findall(part.lower())
    elif isinstance(part, dict):
        for value in part.values():
            yield from _forms(value)
    elif isinstance(part, list):
        for row in part:
            yield from _forms(_chosen(row) if isinstance(row, dict) else row)


def _chosen(row: dict[str, Any]) -> object:
    return row.get("seen") or {key: row[key] for key in _table()["keys"] if key in row}
