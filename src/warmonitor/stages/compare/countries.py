"""The countries that a report is about, by the names and adjectives that it uses."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from warmonitor.model.memo import REPORTS, remembered
from warmonitor.reference.conflicts import country_names
from warmonitor.stages.compare.wording import Wording, fold

LEAST = 0.2  # share of a report's names of countries from which it is about one

Names = tuple[tuple[tuple[str, ...], str], ...]


@lru_cache(maxsize=1)
def _names() -> Mapping[str, Names]:
    """Return the names of countries with their codes by first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for code, names in sorted(country_names().items()):
        for name in names:
            words = tuple(fold(word) for word in name.split())
            if len(name) > 3:  # "US" and "CAR" are also words
                found.setdefault(words[0], []).append((words, code))
    return {first: tuple(sorted(names, key=lambda n: -len(n[0]))) for first, names in found.items()}


@remembered(REPORTS)
def countries_of(text: str, wording: Wording) -> Mapping[str, float]:
    """Return the share of each country among those named in a text, small shares left out; by code."""
    names, told = _names(), Counter[str]()
    for at, word in enumerate(wording.words):
        if word in names and text[wording.starts[at]].isupper():
            told.update(_code(wording.words, at, names[word]))
    whole = sum(told.values())
    kept = {code: count for code, count in sorted(told.items()) if count >= LEAST * whole}
    return {code: count / sum(kept.values()) for code, count in kept.items()}


def _code(words: tuple[str, ...], at: int, names: Names) -> list[str]:
    return [code for name, code in names if words[at : at + len(name)] == name][:1]
