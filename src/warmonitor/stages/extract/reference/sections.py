"""Headings of a digest that set the place of what follows: "Kharkiv region:", "In Darfur"."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from warmonitor.model import Named, Span
from warmonitor.stages.extract.sentence import Sentence

_NAME = r"[^\W\d_a-z][\w’'-]*(?:\s+(?:al|el|de|[^\W\d_a-z][\w’'-]*))*?"
_NOUN = (
    r"(?:[Rr]egion|[Pp]rovince|[Oo]blast|[Dd]istrict|[Ss]tate|[Gg]overnorate|[Dd]irection|[Ss]ector|[Ff]ront|[Aa]xis"
    r"|[Aa]rea|[Cc]ity)"
)
_END = r"\s*(?:[:.]\s|[:.]?\n|[:.]?$)"
_PLACE = re.compile(
    rf"(?:(?:In|On|Around)\s+(?:the\s+)?(?P<set>{_NAME}(?:\s+{_NOUN})?)"
    rf"|(?P<called>{_NAME}\s+{_NOUN})){_END}"
)
_ANY = re.compile(r"[^\W\d_a-z][\w’'-]*(?:\s+[\w’'-]+){0,3}(?:[:.]\s|[:.]?\n)")


@dataclass(frozen=True, slots=True)
class Section:
    """Where a heading stands, and the place that it names, if any."""

    start: int
    place: Named | None


def find_sections(text: str, sentences: Sequence[Sentence]) -> list[Section]:
    """Return the headings that begin a line, in order; one without a place ends the section before it."""
    found = []
    for sentence in sentences:
        start = sentence.span.start
        if start and text[start - 1] != "\n":
            continue
        if heading := _PLACE.match(text, start):
            span = Span(*heading.span("set" if heading["set"] else "called"))
            said = heading.group().rstrip(" .:\n")
            because = f"the heading “{said}” stands over it"
            found.append(Section(start, Named(span.of(text), span, because=because)))
        elif _ANY.match(text, start):
            found.append(Section(start, None))
    return found


def place_over(sections: Sequence[Section], sentence: Sentence) -> tuple[Named, ...]:
    """Return the place that the section of a sentence is set in."""
    at = bisect_right(sections, sentence.span.start, key=lambda section: section.start) - 1
    place = sections[at].place if at >= 0 else None
    return (place,) if place is not None else ()
