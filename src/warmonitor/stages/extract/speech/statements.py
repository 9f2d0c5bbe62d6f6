"""Direct speech: who is quoted, in which words."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice, takewhile

from warmonitor.language.en.quotations import Quotation
from warmonitor.model import Attribution, Span
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import Said


def speaker_of(
    quotation: Quotation, sentences: Sequence[Sentence], said: Sequence[Sequence[Said]]
) -> tuple[Attribution, ...]:
    """Return who speaks a quotation: the speaker of its own sentence, else of the next or the one before.

    A quotation that goes on in the same paragraph after "…, he said." keeps its speaker; a whole-sentence
    quotation may be followed by its speaker ("…," X said) or led in by one (X said: "…").
    """
    first = bisect_right(sentences, quotation.outer.start, key=lambda s: s.span.end)
    own = list(takewhile(lambda s: s.span.meets(quotation.outer), islice(sentences, first, None)))
    for sentence in own:
        if found := _outside(quotation.outer, sentence, said[sentence.index]):
            return found
    if not own:
        return ()
    paragraph = own[0].paragraph
    before, last = sentences[max(0, first - 2) : first], own[-1].index
    near = [*reversed(before), *sentences[last + 1 : last + 2]]
    for sentence in [s for s in near if s.paragraph == paragraph]:
        if found := _outside(None, sentence, said[sentence.index]):
            return found
    return _led_in(own[0], sentences, said)


def _led_in(
    first: Sentence, sentences: Sequence[Sentence], said: Sequence[Sequence[Said]]
) -> tuple[Attribution, ...]:
    """Take the speaker of the paragraph before where a quotation alone makes up its paragraph."""
    around = sentences[max(0, first.index - 2) : first.index + 3]
    if first.index == 0 or sum(s.paragraph == first.paragraph for s in around) > 2:
        return ()
    return _outside(None, sentences[first.index - 1], said[first.index - 1])


def _outside(outer: Span | None, sentence: Sentence, said: Sequence[Said]) -> tuple[Attribution, ...]:
    """Return the outermost speaker of a sentence who is not inside the quotation."""
    for one in said:
        speakers = [a for a in one.attributions if outer is None or not outer.meets(a.speaker.span)]
        if speakers and not any(q.outer.meets(speakers[0].speaker.span) for q in sentence.quotations):
            return tuple(speakers)
    return ()
