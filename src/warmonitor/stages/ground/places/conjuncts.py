"""One phrase that names several places: a Named for each."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from warmonitor.model import Named, Span
from warmonitor.stages.ground.places.phrase import Phrase, Shape
from warmonitor.stages.ground.places.runs import Run, runs
from warmonitor.stages.ground.places.words import load_words

_AND = r"(?:\s*,\s*|\s+)(?:and|as\s+well\s+as)\s+"
_FILL = r"(?:(?:in|the|nearby|neighbouring|neighboring|town|city|village|province|region|of|\w+ern)\s+)*"
_LAST = re.compile(_AND + _FILL, re.I)
_NEXT = re.compile(r"\s*,\s*" + _FILL, re.I)
_BETWEEN = re.compile(r"\bbetween\b|\bfrom\b.*\bto\b|\broad\b|\bhighway\b", re.I)
_PLURAL_OF = re.compile(r"\b([\w-]+)\s+of\s+(?:the\s+)?$", re.I)
_PLURAL_AFTER = re.compile(r"^\s+([\w-]+)", re.I)


def conjuncts(where: Sequence[Named]) -> tuple[Named, ...]:
    """Part each phrase that joins names by commas and a last "and"; what another phrase covers is left out.

    A comma alone joins nothing: "Barda, Azerbaijan" is one place. A road between two places stays one.
    """
    made: list[Named] = []
    for named in where:
        for piece in _parted(named):
            others = [one.span for one in where if one is not named] + [one.span for one in made]
            if piece is named or all(not other.covers(piece.span) for other in others):
                made.append(piece)
    return tuple(made)


def _parted(named: Named) -> list[Named]:
    said = named.said
    if _BETWEEN.search(said) or len(said) != named.span.end - named.span.start:
        return [named]
    starts = _starts(list(runs(said)), said)
    if len(starts) < 2:
        return [named]
    made = []
    for first, last in pairwise([*starts, len(said)]):
        words = re.sub(r"(?:\s*,)?\s*(?:\b(?:and|as\s+well\s+as))?\s*$", "", said[first:last])
        start = named.span.start + first
        made.append(replace(named, said=words, span=Span(start, start + len(words))))
    return made


def _starts(names: Sequence[Run], said: str) -> list[int]:
    """Return where each conjunct begins, the first at 0; a list without "and" has one."""
    found = [0]
    ahead: list[int] = []
    for one, other in pairwise(names):
        between = said[one.span.end : other.span.start]
        if _LAST.fullmatch(between):
            found += [*ahead, _begin(between, one.span.end)]
            ahead = []
        elif _NEXT.fullmatch(between) and not one.owner:
            ahead.append(_begin(between, one.span.end))
        else:
            ahead = []
    return found


def _begin(between: str, at: int) -> int:
    joint = re.match(_AND + r"|\s*,\s*", between, re.I)
    return at + (joint.end() if joint else 0)


def shared_kind(named: Named, whole: Sequence[Named], phrase: Phrase) -> Phrase:
    """Give a conjunct the kind of the plural noun that stands before or after the list."""
    if phrase.anchor is None or phrase.kind is not None:
        return phrase
    for one in whole:
        if one.span.covers(named.span) and one.span != named.span:
            names = list(runs(one.said))
            before = _PLURAL_OF.search(one.said[: names[0].span.start])
            after = _PLURAL_AFTER.match(one.said[names[-1].span.end :])
            for found in (before, after):
                noun = singular(found.group(1)) if found else None
                if noun and noun not in load_words().narrower:
                    shape = Shape.WHOLE if before else phrase.shape
                    return replace(phrase, kind=load_words().kind_of[noun], head=noun, shape=shape)
    return phrase


def singular(word: str) -> str | None:
    """Return the kind noun that a plural is of, None for any other word."""
    word = word.casefold()
    kinds = load_words().kind_of
    for noun in (word.removesuffix("ies") + "y", word.removesuffix("s")):
        if noun != word and kinds.get(noun, "any") != "any":
            return noun
    return None
