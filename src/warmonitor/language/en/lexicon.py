"""The English lexicons, kept as YAML beside this file."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

_LEXICONS = ("speech", "people", "toll", "control", "attack", "modality", "other", "happening")
_ENDINGS = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
)
_RARE_ENDINGS = (("ves", ("f", "fe")), ("ying", ("ie",)))
_SHORTEST = 3


@lru_cache
def load_lexicon(name: str) -> dict[str, Any]:
    """Return the lexicon `data/<name>.yml` as it stands: mappings of lists and words.

    Raises:
        FileNotFoundError: when there is no lexicon of that name.
    """
    text = files("warmonitor.language.en").joinpath("data", f"{name}.yml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=yaml.CSafeLoader)
    return dict(loaded)


def _flat(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield from node.lower().split()
    elif isinstance(node, dict):
        for value in node.values():
            yield from _flat(value)
    elif isinstance(node, list):
        for value in node:
            yield from _flat(value)


@lru_cache
def known_lemmas() -> frozenset[str]:
    """Return every word of the lexicons that reading looks for."""
    return frozenset(word for name in _LEXICONS for word in _flat(load_lexicon(name)))


def known_form(word: str) -> str | None:
    """Return the base of an inflected word if a lexicon has it: "clashes" → "clash", "shelled" → "shell"."""
    for ending, additions in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST:
            continue
        doubled = [stem[:-1]] if stem[-1] == stem[-2] else []
        for base in (*(stem + added for added in additions), *doubled):
            if base in known_lemmas():
                return base
    return None


@lru_cache(maxsize=16_000)
def bases(word: str) -> frozenset[str]:
    """Return all that a lower-case word may be an inflection of, itself included: wide, to find triggers."""
    found = {word}
    for _ in range(2):  # "killings" is of "killing", which is of "kill"
        found |= {base for one in found for base in _stripped(one)}
    irregular = irregular_verbs()
    return frozenset(found | {irregular[one] for one in found if one in irregular})


def _stripped(word: str) -> Iterator[str]:
    for ending, additions in (*_ENDINGS, *_RARE_ENDINGS):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1:
            yield from (stem + added for added in additions)
            if stem[-1] == stem[-2]:
                yield stem[:-1]


@lru_cache
def irregular_verbs() -> dict[str, str]:
    """Return the base form of every irregular form of a verb: "withdrew" is of "withdraw"."""
    return {
        form: base for base, forms in load_lexicon("irregular")["verbs"].items() for form in forms.split()
    }
