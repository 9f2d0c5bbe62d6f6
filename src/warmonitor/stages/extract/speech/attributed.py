"""Every attribution of a report, as stretches of its text: source, cue and content."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from warmonitor.language.en.attribution import Attributed
from warmonitor.language.en.attribution.records import CONTENT, CUE, SOURCE
from warmonitor.model import Span
from warmonitor.stages.extract.reading import Reading
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.learned import read_attributions

_LEAST = 0.25  # likelihood of the attribution times that of a word being part of it
_SURE = 0.5  # likelihood of an attribution that may bring a quotation beyond its sentence
_BEFORE = 2


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: the stretches of text that name the source, say that it says so, and tell what.

    The stretches of each kind are in order and apart; a source may be left unsaid.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def attributed(reading: Reading) -> list[Attribution]:
    """Return the attributions of a report in the order of their cues, whole quotations in their content."""
    parsed = [s for s in reading.sentences if s.tokens]
    found = [
        _Found(sentence, one.likelihood, _spans(sentence, one))
        for sentence, ones in zip(parsed, read_attributions(parsed, [True] * len(parsed)), strict=True)
        for one in ones
    ]
    for quotation in reading.quotations:
        speech = quotation.is_speech(reading.report.text)
        one = _speaking(quotation.outer, found, reading.sentences) if speech else None
        if one is not None:
            one.told = replace(one.told, content=(*one.told.content, quotation.outer))
    return [one.told for one in found]


@dataclass(slots=True)
class _Found:
    sentence: Sentence
    likelihood: float
    told: Attribution

    def brings(self, outer: Span) -> bool:
        """Say whether its cue stands outside a quotation and some of its content inside."""
        if any(outer.covers(c) for c in self.told.cue):
            return False
        return any(outer.meets(c) for c in self.told.content)


def _speaking(outer: Span, found: Sequence[_Found], sentences: Sequence[Sentence]) -> _Found | None:
    """Return the attribution to which a quotation belongs.

    One whose content it meets; else the last of the two sentences before in its paragraph, the first of the
    sentence after, or the last of the sentence before in another paragraph.
    """
    sure = [one for one in found if one.likelihood >= _SURE]
    if own := [one for one in sure if one.brings(outer)]:
        return max(own, key=lambda one: one.likelihood)
    inside = [s for s in sentences if s.span.meets(outer)]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    near = [one for one in sure if 0 < first.index - one.sentence.index <= _BEFORE]
    before = [one for one in near if one.sentence.paragraph == first.paragraph]
    after = [one for one in sure if one.sentence.index == last.index + 1]
    after = [one for one in after if one.sentence.paragraph == last.paragraph]
    alone = [one for one in near if one.sentence.index == first.index - 1]
    return next((one for one in (*before[::-1], *after, *alone[::-1])), None)


def _spans(sentence: Sentence, one: Attributed) -> Attribution:
    source, cue, content = (
        tuple(_runs(sentence, one.tokens(kind, _LEAST / one.likelihood))) for kind in (SOURCE, CUE, CONTENT)
    )
    return Attribution(source, cue, content)


def _runs(sentence: Sentence, tokens: Iterable[int]) -> list[Span]:
    """Return the unbroken stretches that tokens make."""
    found: list[Span] = []
    last = -2
    for i in sorted(tokens):
        span = sentence.span_of(i, i)
        if i == last + 1:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
        last = i
    return found
