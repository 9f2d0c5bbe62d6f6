"""Headings and opening words that set the place of what follows: "Kharkiv region:", "In Darfur, shops …"."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from warmonitor.model import Named, Span
from warmonitor.stages.extract.cues import speech
from warmonitor.stages.extract.placing import can_be_place, place_names, sentence_places
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
_LEADS = frozenset({"in", "at", "near", "around", "outside"})
_SHORTEST = 5  # words of a sentence, not of a heading
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


def find_frames(sentences: Sequence[Sentence]) -> dict[int, Named]:
    """Return the place that the opening words of a paragraph set, by the sentences that it is lent to.

    "In X, shops were shut. Two people were killed.": up to the first sentence with a place of its own. Where
    somebody speaks ("In X, a minister said") is not where it happened.
    """
    found: dict[int, Named] = {}
    for first in sentences:
        place = _opening(first) if _opens_paragraph(first, sentences) else None
        if place is None:
            continue
        for one in sentences[first.index + 1 :]:
            if one.paragraph != first.paragraph or (one.tokens and sentence_places(one, [])):
                break
            found[one.index] = place
    return found


def _opens_paragraph(sentence: Sentence, sentences: Sequence[Sentence]) -> bool:
    return sentence.index == 0 or sentences[sentence.index - 1].paragraph != sentence.paragraph


def _opening(sentence: Sentence) -> Named | None:
    """Return the place of "In X, …" and "At X …" at the head of a sentence that reports no speech."""
    if len(sentence) < _SHORTEST or sentence.low(0) not in _LEADS:
        return None
    head = next((i for i in sentence.above(0) if sentence.rel(i).startswith("obl")), None)
    root = next((i for i in range(len(sentence)) if sentence.head(i) < 0), 0)
    if head is None or sentence.case(head) not in _LEADS or sentence.lemma(root) in speech().verbs():
        return None
    named = [n for n in place_names(sentence, head) if any(c.isupper() for c in n.said)]
    if not named or _tells_another(sentence, head):
        return None
    return replace(named[0], because="the paragraph opens with it")


def _tells_another(sentence: Sentence, head: int) -> bool:
    """Say whether the clause names a place after its opening: "In the region of X, gunmen attacked Y"."""
    after = [i for i in range(head + 1, len(sentence)) if i not in sentence.below(head)]
    return any(
        sentence.upos(i) == "PROPN" and can_be_place(sentence, i) and _is_told_place(sentence, i)
        for i in after
    )


def _is_told_place(sentence: Sentence, i: int) -> bool:
    """Say whether a name is what was struck or taken, or stands after a word of place."""
    return sentence.rel(i) == "obj" or sentence.case(i) in _LEADS


def place_over(sections: Sequence[Section], sentence: Sentence) -> tuple[Named, ...]:
    """Return the place that the section of a sentence is set in."""
    at = bisect_right(sections, sentence.span.start, key=lambda section: section.start) - 1
    place = sections[at].place if at >= 0 else None
    return (place,) if place is not None else ()
