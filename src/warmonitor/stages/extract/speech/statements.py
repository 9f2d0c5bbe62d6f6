"""Direct speech: who is quoted, in which words."""

from collections.abc import Sequence

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
    own = [s for s in sentences if s.span.meets(quotation.outer)]
    for sentence in own:
        if found := _outside(quotation.outer, sentence, said[sentence.index]):
            return found
    if not own:
        return ()
    paragraph = own[0].paragraph
    before = [s for s in sentences if s.paragraph == paragraph and s.index < own[0].index]
    after = [s for s in sentences if s.paragraph == paragraph and s.index > own[-1].index]
    for sentence in [*reversed(before[-2:]), *after[:1]]:
        if found := _outside(None, sentence, said[sentence.index]):
            return found
    return _led_in(own[0], sentences, said)


def _led_in(
    first: Sentence, sentences: Sequence[Sentence], said: Sequence[Sequence[Said]]
) -> tuple[Attribution, ...]:
    """Take the speaker of the paragraph before where a quotation alone makes up its paragraph."""
    alone = [s for s in sentences if s.paragraph == first.paragraph]
    if first.index == 0 or len(alone) > 2:
        return ()
    return _outside(None, sentences[first.index - 1], said[first.index - 1])


def _outside(outer: Span | None, sentence: Sentence, said: Sequence[Said]) -> tuple[Attribution, ...]:
    """Return the outermost speaker of a sentence who is not inside the quotation."""
    for one in said:
        speakers = [a for a in one.attributions if outer is None or not outer.meets(a.speaker.span)]
        if speakers and not any(q.outer.meets(speakers[0].speaker.span) for q in sentence.quotations):
            return tuple(speakers)
    return ()
