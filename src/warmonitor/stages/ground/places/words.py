"""The words around place names, loaded from data/words.yml."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Words:
    """Sets of small-letter words; `kind_of` gives what a noun such as "town" may stand for."""

    kind_of: dict[str, str]
    roles: frozenset[str]
    narrower: frozenset[str]
    parts: frozenset[str]
    near: frozenset[str]
    groups: frozenset[str]
    sites: frozenset[str]
    sections: frozenset[str]
    outlying: frozenset[str]
    urban: frozenset[str]
    held_sites: frozenset[str]
    lines: frozenset[str]
    sides: frozenset[str]
    adjective_sides: frozenset[str]
    pronouns: frozenset[str]
    inside: frozenset[str]
    hyphened: frozenset[str]
    tells_apart: frozenset[str]
    stop: frozenset[str]
    leading: frozenset[str]
    titles: frozenset[str]
    person_verbs: frozenset[str]
    locative: frozenset[str]
    offices: frozenset[str]
    organisations: frozenset[str]
    takes: frozenset[str]
    taken: frozenset[str]


@lru_cache(maxsize=1)
def load_words() -> Words:
    """Return the words, read once."""
    text = (files(__package__) / "data" / "words.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    kinds: dict[str, list[str]] = data.pop("kinds")
    kind_of = {str(word): kind for kind, listed in kinds.items() for word in listed}
    return Words(kind_of=kind_of, **{key: frozenset(map(str, listed)) for key, listed in data.items()})
