"""Words that tell the kinds of MUC-4's set lists, from words.yml."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_LEAD = re.compile(
    r"^(?:the|a|an|his|her|their|its|several|some|many|at least|\d+|"
    r"two|three|four|five|six|seven|eight|nine|ten)\s+",
    re.IGNORECASE,
)


@lru_cache
def lexicon() -> dict[str, Any]:
    """Return the word lists by name."""
    text = Path(__file__).with_name("words.yml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def kind_of(words: str, key: str) -> str | None:
    """Return the kind of people, things or weapons that words tell, by the first row with one of them."""
    low = f" {words.lower()} "
    return next((kind for kind, pattern in _rows(key) if pattern.search(low)), None)


def holds(words: str, key: str) -> bool:
    """Say whether words hold one of a list."""
    return bool(_pattern(key).search(f" {words.lower()} "))


@lru_cache
def _rows(key: str) -> list[tuple[str, re.Pattern[str]]]:
    return [(str(kind), _any_of(row)) for kind, row in lexicon()[key].items()]


@lru_cache
def _pattern(key: str) -> re.Pattern[str]:
    return _any_of(lexicon()[key])


def _any_of(row: list[Any]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(str(w)) for w in row)})(?:s|es)?(?![\w-])")


def bare(said: str) -> str:
    """Return a phrase without the article or count that leads it in."""
    return _LEAD.sub("", said.strip())
