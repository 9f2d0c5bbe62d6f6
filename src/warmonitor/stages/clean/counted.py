"""Short lines that tell a count of people or losses, as lists of key figures and tolls do."""

import re
from functools import lru_cache

from warmonitor.stages.clean.table import load_table, phrases

_MOST_WORDS = 40
_TITLE_CASE = 4  # words from which capitals all through make a headline of a page
_CITED = re.compile(r"\s*[(\[](?P<source>[^()\[\]/©]{2,60})[)\]]\s*\.?\s*$")


@lru_cache(maxsize=1)
def _start() -> re.Pattern[str]:
    words = load_table("furniture.yml")["counted"]
    lead = "|".join(words["leads"])
    return re.compile(
        rf"^\W{{0,3}}(?:(?:{lead})\s+)*(?:\d|(?:{'|'.join(words['numbers'])})\b)", re.IGNORECASE
    )


def counts(text: str) -> bool:
    """Say whether a line holds a number and a word for people or losses, and is no headline in capitals."""
    words = text.split()
    if not 2 <= len(words) <= _MOST_WORDS or _in_capitals(words):
        return False
    told = re.search(r"\d", text) or phrases("furniture.yml", "counted", "numbers_whole").search(text)
    return bool(told) and bool(phrases("furniture.yml", "counted", "words").search(text))


def starts_with_count(text: str) -> bool:
    """Say whether a line of figures begins with its number ("At least 12 civilians killed")."""
    return bool(_start().match(text)) and counts(text)


def cites(text: str) -> bool:
    """Say whether the brackets at the end of a counted line name who counted, not who sent a picture."""
    match = _CITED.search(text)
    if match is None or phrases("furniture.yml", "counted", "pictures").search(match["source"]):
        return False
    return starts_with_count(text) or (counts(text) and text.rstrip().endswith(")."))


def _in_capitals(words: list[str]) -> bool:
    named = [word for word in words if word[:1].isalpha()]
    return len(words) > _TITLE_CASE and not any(word[:1].islower() for word in named)
