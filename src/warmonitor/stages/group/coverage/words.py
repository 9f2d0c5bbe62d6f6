"""The telling words of a report: names by their sound, other words by their stem, and where they stand."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from warmonitor.language.en.lexicon import load_lexicon
from warmonitor.model import Report
from warmonitor.model.lookup import fold
from warmonitor.model.memo import REPORTS, remembered
from warmonitor.reference.gazetteer.spelling import norm, sound

LEAD = 60  # words of the text that tell what it is about, beside its title
RAREST = 9  # halvings of a word that English at large hardly has
NAME = "@"  # before the sound of a name
_WORD = re.compile(r"[^\W\d_]+(?:['’‘`-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a report by key: how often each comes, in how many halvings of one English has it.

    `said` is each as the report writes it first; `lead` are the keys of title and first words, `title` those
    of the title alone; `length` counts words.
    """

    counts: dict[str, int]
    halvings: dict[str, int]
    said: dict[str, str]
    lead: frozenset[str]
    title: frozenset[str]
    length: int


@lru_cache(maxsize=1)
def load_table() -> dict[str, Any]:
    """Return the words of the coverage grouping: those left out, endings, and what weighs evidence."""
    text = files(__package__).joinpath("data/coverage.yml").read_text("utf-8")
    return dict(yaml.load(text, Loader=yaml.CSafeLoader))


@lru_cache(maxsize=1)
def _common() -> dict[str, int]:
    text = files(__package__).joinpath("data/commonness.yml").read_text("utf-8")
    listed = yaml.load(text, Loader=yaml.CSafeLoader)
    return {word: int(step) for step, words in listed.items() for word in words.split()}


@lru_cache(maxsize=1)
def _left_out() -> frozenset[str]:
    return frozenset(load_table()["left_out"].split())


@lru_cache(maxsize=1)
def _small() -> frozenset[str]:
    return frozenset(str(load_lexicon("casing")["small"]).split())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a word in small letters without its commonest endings: "shelling" and "shelled" meet."""
    for ending, instead in load_table()["endings"].items():
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + instead
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


@lru_cache(maxsize=65536)
def name_key(word: str) -> str:
    """Return the key under which the spellings of a name meet, "" where none is left."""
    heard = sound(norm(word))
    return NAME + heard if heard else ""


@lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    return fold(word.removesuffix("'s").removesuffix("’s")).replace(" ", "")


def words_of(report: Report) -> Words:
    """Return the telling words of title and text; a word written small anywhere in the text is no name."""
    return _words(report.title or "", report.text)


@remembered(REPORTS)
def _words(heading: str, body: str) -> Words:
    title, text = _WORD.findall(heading), _WORD.findall(body)
    small = {word for word in text if word.islower()}
    counts: Counter[str] = Counter()
    halvings: dict[str, int] = {}
    said: dict[str, str] = {}
    lead: set[str] = set()
    headed: set[str] = set()
    for at, word in enumerate((*title, *text)):
        key, rarity = _key(word, small)
        if not key:
            continue
        counts[key] += 1
        halvings[key] = min(rarity, halvings.get(key, rarity))
        said.setdefault(key, word)
        if at < len(title):
            headed.add(key)
        if at < len(title) + LEAD:
            lead.add(key)
    return Words(dict(counts), halvings, said, frozenset(lead), frozenset(headed), len(title) + len(text))


def _key(word: str, small: set[str]) -> tuple[str, int]:
    """Return the key of a word, "" for one that tells nothing, with its halvings."""
    plain = _plain(word)
    rarity = _common().get(plain, RAREST)
    if len(plain) < _SHORTEST or plain in _left_out():
        return "", rarity
    if word[0].isdigit():
        return f"#{word.replace(',', '')}", rarity
    lower = word.lower()
    if word[0].isupper() and lower not in small and lower not in _small():
        return name_key(word), rarity
    return stem(plain), rarity
