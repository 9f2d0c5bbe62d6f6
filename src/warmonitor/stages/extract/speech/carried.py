"""Speakers that a sentence takes from the one before: "The statement went on …", "Three of them died."."""

from collections.abc import Sequence
from dataclasses import replace

from warmonitor.model import Attribution, Stance
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import Said, shifted

_NEAR = 2
_OPENING = 4  # tokens in which "three of them" opens a sentence
_DEFINITE = frozenset({"the", "this", "that", "its", "his", "her", "their"})


def carried(sentences: Sequence[Sentence], said: Sequence[Sequence[Said]]) -> list[tuple[Said, ...]]:
    """Return who says what in each sentence, with what earlier sentences of the report lend it."""
    found: list[tuple[Said, ...]] = []
    for sentence, own in zip(sentences, said, strict=True):
        found.append(_of_one(sentence, own, sentences, found))
    return found


def _of_one(
    sentence: Sentence, own: Sequence[Said], sentences: Sequence[Sentence], found: Sequence[Sequence[Said]]
) -> tuple[Said, ...]:
    if not sentence.tokens:
        return ()
    texts = [one for one in own if _is_text(sentence, one)]
    if texts and (before := _before(sentence.index, _NEAR, found)):
        because = "whose words the report has just given"
        return tuple(_spoken_by(one, before, because) if one in texts else one for one in own)
    if own or not _points_back(sentence) or sentence.index == 0:
        return tuple(own)
    if sentences[sentence.index - 1].paragraph != sentence.paragraph:
        return tuple(own)
    before = _before(sentence.index, 1, found)
    lent = tuple(shifted(a, "whose count the sentence goes on with") for a in before)
    return (Said(lent, frozenset(range(len(sentence))), Stance.ASSERTED),) if lent else ()


def _is_text(sentence: Sentence, said: Said) -> bool:
    """Say whether the speaker is only "the statement", "this report", whose maker is not named here."""
    subject = said.subject
    if (
        len(said.attributions) != 1
        or subject is None
        or sentence.lemma(subject) not in words("speech", "texts")
    ):
        return False
    own = sentence.children(subject)
    return all(sentence.low(c) in _DEFINITE for c in own) and bool(own)


def _before(index: int, near: int, found: Sequence[Sequence[Said]]) -> tuple[Attribution, ...]:
    """Return the speakers over the last of the sentences before that has any."""
    for k in range(index - 1, max(index - 1 - near, -1), -1):
        if found[k]:
            return found[k][0].attributions
    return ()


def _spoken_by(said: Said, speakers: tuple[Attribution, ...], because: str) -> Said:
    lent = tuple(replace(shifted(a, because), cue=said.attributions[0].cue) for a in speakers)
    return replace(said, attributions=lent)


def _points_back(sentence: Sentence) -> bool:
    """Say whether a sentence counts among or beside those just counted.

    "three of them", "a further 12 were hurt", "two of his own men", "no one was killed".
    """
    opening = range(min(_OPENING, len(sentence)))
    counted = any(
        sentence.low(i) in words("speech", "counted_before") and sentence.case(i) == "of" for i in opening
    )
    first = [sentence.low(i) for i in range(min(2, len(sentence)))]
    return (
        counted
        or _goes_on_counting(sentence)
        or bool({first[0], " ".join(first)} & words("speech", "nobody"))
    )


def _goes_on_counting(sentence: Sentence) -> bool:
    """Say whether a sentence opens with more people than those just counted, or with the speaker's own.

    One that has a day or a name of its own tells something new.
    """
    names = any(sentence.upos(i) == "PROPN" for i in range(len(sentence)))
    numbers = [i for q in sentence.quantities for i in sentence.inside(q.span)]
    if names or sentence.dates or not numbers or numbers[0] >= _OPENING:
        return False
    more = any(_adds(sentence, i) for i in range(min(numbers[-1] + 2, len(sentence) - 1)))
    opening = range(min(2 * _OPENING, len(sentence)))
    own = any(sentence.low(i) == "own" and sentence.case(sentence.head(i)) == "of" for i in opening)
    return more or own


def _adds(sentence: Sentence, i: int) -> bool:
    return sentence.low(i) in words("toll", "more") and sentence.low(i + 1) != "than"
