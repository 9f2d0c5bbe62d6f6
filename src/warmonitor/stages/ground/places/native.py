"""Phrases of place in other scripts than Latin: the name that they hang on, and what stands before it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from warmonitor.model import Span
from warmonitor.reference.gazetteer.spelling import plain
from warmonitor.stages.ground.places.runs import Run


@dataclass(frozen=True, slots=True)
class Native:
    """The words of one script: `kind_of` gives what a noun before a name says it is."""

    script: re.Pattern[str]
    kind_of: dict[str, str]
    sites: frozenset[str]
    urban: frozenset[str]
    near: frozenset[str]
    parts: frozenset[str]
    between: frozenset[str]
    joins: frozenset[str]


@dataclass(frozen=True, slots=True)
class NativePhrase:
    """A name without the words before it, what kind they say it is ("site" …), and how much is meant."""

    run: Run
    kind: str | None = None
    head: str = ""
    near: bool = False
    part: bool = False
    between: bool = False


def native_phrase(run: Run) -> NativePhrase | None:
    """Take the words before a name off, None where it is written in Latin letters."""
    words = next((one for one in load_native() if one.script.search(run.name)), None)
    if words is None:
        return None
    said = [(found.group(), found.start()) for found in re.finditer(r"\S+", run.name)]
    kind, head, near, part, between = None, "", False, False, False
    while len(said) > 1:
        word = plain(said[0][0])
        if word in words.kind_of or word in words.sites:
            kind, head = ("site" if word in words.sites else words.kind_of[word]), word
        near, part = near or word in words.near, part or word in words.parts
        between = between or word in words.between
        if not {word} & (
            words.kind_of.keys() | words.sites | words.near | words.parts | words.between | words.joins
        ):
            break
        said = said[1:]
        if kind == "site":
            break
    start = run.span.start + said[0][1]
    return NativePhrase(
        Run(run.name[said[0][1] :], Span(start, run.span.end)), kind, head, near, part, between
    )


@lru_cache(maxsize=1)
def load_native() -> tuple[Native, ...]:
    """Return the words of data/native.yml, read once."""
    text = (files(__package__) / "data" / "native.yml").read_text(encoding="utf-8")
    return tuple(_native(one) for one in yaml.safe_load(text).values())


def _native(one: dict[str, Any]) -> Native:
    kinds: dict[str, str] = one["kinds"]
    return Native(
        re.compile(f"[{one['script']}]"),
        {plain(word): kind for kind, words in kinds.items() for word in words.split()},
        *(
            frozenset(map(plain, one[key].split()))
            for key in ("sites", "urban", "near", "parts", "between", "joins")
        ),
    )
