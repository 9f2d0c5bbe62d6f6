"""Counts that belong to a total of the sentence before: "Among them were two nurses", "They included"."""

from collections.abc import Sequence

from warmonitor.model import Measure, Toll
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.tolls.counted import Counted
from warmonitor.stages.extract.tolls.found import MEASURES, Found

_FAR = 15  # tokens between the word that looks back and the count
_THEM = frozenset({"them", "those", "these", "whom", "victims", "dead"})


def whole_before(sentence: Sentence, one: Counted, before: Sequence[Draft]) -> Draft | None:
    """Return the total of the sentence before that a count is a part of, None where it is of no such."""
    if not looks_back(sentence, one):
        return None
    named = measure_said(sentence)
    fits = [
        draft
        for draft in before
        if isinstance(draft.detail, Toll)
        and draft.part is None
        and named in {None, draft.detail.measure}
        and _holds(draft.detail, one)
    ]
    return fits[-1] if fits else None


def counted_anew(sentence: Sentence, one: Counted, hit: Found, before: Sequence[Draft]) -> Draft | None:
    """Return the toll before whose people a bare figure counts anew: "The UN has a figure of 500".

    A figure with people of its own, or with a part or word of another measure beside it, counts anew nothing.
    """
    if (
        one.noun is not None
        or one.of != "people"
        or sentence.lemma(hit.trigger) not in words("toll", "tolls")
    ):
        return None
    said = measure_said(sentence)
    fits = [
        d
        for d in before
        if isinstance(d.detail, Toll) and said in {None, d.detail.measure} and d.part is None
    ]
    return fits[0] if fits else None


def looks_back(sentence: Sentence, one: Counted) -> bool:
    """Say whether words beside a count point to people counted before."""
    lead = range(max(0, one.first - _FAR), one.first)
    if any(_includes(sentence, i) for i in lead):
        return True
    near = range(max(0, one.first - 5), min(one.last + 5, len(sentence)))
    return any(
        sentence.low(i) in {"among", "amongst", "of"} and _those(sentence, i + 1) and not _joined(sentence, i)
        for i in near
    )


def _includes(sentence: Sentence, i: int) -> bool:
    """Read "they included", "the victims include"."""
    if sentence.lemma(i) != "include" or not sentence.is_verb(i):
        return False
    subject = sentence.subject(i)
    if subject is None or subject > i:
        return False
    return sentence.low(subject) in {"they", *_THEM} or _victims(sentence, subject)


def _those(sentence: Sentence, i: int) -> bool:
    low = sentence.low(i) if i < len(sentence) else ""
    if low == "the" and i + 1 < len(sentence):
        return _victims(sentence, i + 1)
    return low in _THEM


def _victims(sentence: Sentence, i: int) -> bool:
    victims = table("toll", "victims")
    return any(sentence.low(i) in victims[m] or sentence.lemma(i) in victims[m] for m in victims)


def _joined(sentence: Sentence, i: int) -> bool:
    """Say whether a count stands right before "of": "700 of them" counts those in its own sentence first."""
    return i > 0 and sentence.word(i - 1) == ","


def measure_said(sentence: Sentence) -> Measure | None:
    """Return the one measure that the sentence names for those it looks back to: "of those killed"."""
    said = {
        m
        for m in MEASURES
        for i in range(len(sentence))
        if sentence.low(i) in table("toll", m.value)["state"] or sentence.low(i) in _nouns(m)
    }
    return next(iter(said)) if len(said) == 1 else None


def _nouns(measure: Measure) -> frozenset[str]:
    victims = table("toll", "victims").get(measure.value, [])
    return frozenset(victims) - words("toll", "open")


def _holds(toll: Toll, one: Counted) -> bool:
    size = one.quantity.low or one.quantity.best or one.quantity.high or 0
    most = toll.quantity.high
    return most is None or most >= size
