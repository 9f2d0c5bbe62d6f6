"""Runs of capitalised words, which may be names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from warmonitor.model import Span
from warmonitor.model.memo import REPORTS, remembered
from warmonitor.stages.ground.places.words import load_words

_ARTICLE = r"(?:(?:al|el|an|as|ash|ad|ar|at|az|ed|ez|er|es|et|l|d)[-’'])"
_CAPITAL = rf"{_ARTICLE}?[`ʿʾ]?[^\W\d_a-zß-öø-ÿ][\w’'ʿʾ`\-]*"
_SMALL = "|".join(sorted(load_words().inside))
# "known to Armenians as Shushi": these are English words too, and join names only by a hyphen.
_HYPHENED = "|".join(sorted(load_words().hyphened))
_JOINT = rf"[ -](?:(?:{_SMALL})[ -]|(?:{_HYPHENED})-)"
_RUN = re.compile(rf"(?<![\w’'-]){_CAPITAL}(?:{_JOINT}{_CAPITAL}|[ ]{_CAPITAL})*")
# A text from this length on is a report's, and read more than once.
_LONG = 300
_WORD = re.compile(r"[^\s]+")
_OWNER = re.compile(r"(?:['’]s|s['’]|['’])$")
_ROAD = re.compile(r"[A-Z]{1,2}-?\d+|\d.*")
_BEFORE = re.compile(r"([\w’'-]+)[\s“”\"(]*$")
_AFTER = re.compile(r"^[\s”\"),]*([\w’'-]+)")


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row; `owner` says that "'s" follows the last."""

    name: str
    span: Span
    owner: bool = False

    def words(self) -> list[str]:
        """Return the words of the name."""
        return self.name.split()


def runs(text: str, offset: int = 0) -> Iterator[Run]:
    """Yield the runs of a text in order, parted after each possessive, function words at the ends cut off."""
    return _runs(text, offset) if offset or len(text) < _LONG else iter(_runs_of_report(text))


@remembered(REPORTS)
def _runs_of_report(text: str) -> tuple[Run, ...]:
    """Return the runs of a whole text, which several steps ask for one after the other."""
    return tuple(_runs(text, 0))


def _runs(text: str, offset: int) -> Iterator[Run]:
    for found in _RUN.finditer(text):
        yield from _parted(found.group(), found.start() + offset)


def _parted(name: str, start: int) -> Iterator[Run]:
    first = 0
    for word in _WORD.finditer(name):
        owner = _OWNER.search(word.group())
        if owner is None and word.end() < len(name):
            continue
        end = word.start() + (
            owner.start() if owner and word.group().casefold() != "l'" else len(word.group())
        )
        run = _trimmed(name[first:end], start + first, owner is not None)
        if run is not None:
            yield run
        first = word.end() + 1


def _trimmed(name: str, start: int, owner: bool) -> Run | None:
    leading = load_words().leading
    words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(name)]
    while len(words) > 1 and words[0][0].casefold() in leading:
        words = words[1:]
    if not words:
        return None
    first, last = words[0][1], words[-1][2]
    kept = name[first:last].rstrip("-’'")
    if not kept or _ROAD.fullmatch(kept):
        return None
    return Run(kept, Span(start + first, start + first + len(kept)), owner)


def word_before(text: str, at: int) -> str:
    """Return the word before an offset, in small letters, "" at the start of a sentence."""
    found = _BEFORE.search(text[max(0, at - 40) : at])
    return found.group(1).casefold() if found else ""


def word_after(text: str, at: int) -> str:
    """Return the word after an offset, in small letters."""
    found = _AFTER.match(text[at : at + 40])
    return found.group(1).casefold() if found else ""
