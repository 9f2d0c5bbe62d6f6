"""Denials of what the same sentence has just said: "…, a claim the army denied", "…, but X denied it"."""

from dataclasses import dataclass

from warmonitor.model import Named, Stance
from warmonitor.stages.extract.cues import speech, words
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import named

_BACK = frozenset({"it", "this", "that", "them", "which", "these", "so"})


@dataclass(frozen=True, slots=True)
class Rebuttal:
    """Who denies what stands before `verb` in the sentence."""

    speaker: Named
    verb: int


def find_rebuttals(sentence: Sentence) -> list[Rebuttal]:
    """Return the denials of a sentence that point back to what it said before them."""
    found = [_at(sentence, i) for i in range(1, len(sentence)) if is_rebuttal(sentence, i)]
    return [one for one in found if one is not None]


def is_rebuttal(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb of denial brings no words of its own but denies those before it."""
    if speech().stances.get(sentence.lemma(verb)) is not Stance.DENIED or not sentence.is_verb(verb):
        return False
    if _noun_before(sentence, verb) is not None:
        return True
    if _claim_denied(sentence, verb) is not None:
        return True
    target = sentence.children(verb, "obj")
    answer = answer_after(sentence, verb)
    if not target or any(c not in answer for c in sentence.children(verb, "ccomp", "xcomp")):
        return False
    # "denied claims that …" brings its own words, on whatever noun the tree hangs them
    told = any(i > target[0] and sentence.is_verb(i) for i in sentence.below(verb) - answer)
    back = sentence.low(target[0]) in _BACK or sentence.lemma(target[0]) in words("speech", "rebutted")
    back = back and not told
    return sentence.low(target[0]) == "which" or (back and target[0] > verb)


def answer_after(sentence: Sentence, verb: int) -> frozenset[int]:
    """Return what is said instead of what is denied: the words after the colon of "denied this: …"."""
    colon = next((i for i in range(verb + 1, min(verb + 8, len(sentence))) if sentence.word(i) == ":"), None)
    if colon is None or any(sentence.is_verb(i) for i in range(verb + 1, colon)):
        return frozenset()
    return frozenset(range(colon + 1, len(sentence)))


def _noun_before(sentence: Sentence, verb: int) -> int | None:
    """Return the noun of "…, a claim that the army denied", None where there is none."""
    for i in range(max(2, verb - 6), verb):
        opened = sentence.low(i - 1) in {"a", "an"} and sentence.word(i - 2) == ","
        if opened and sentence.lemma(i) in words("speech", "rebutted"):
            return i
        if sentence.low(i) == "something" and sentence.word(i - 1) == ",":
            return i
    return None


def _claim_denied(sentence: Sentence, verb: int) -> int | None:
    """Return who denies in "X's claim that the town had fallen was denied by Y", None elsewhere."""
    subject = sentence.children(verb, "nsubj:pass")
    if not subject or sentence.lemma(subject[0]) not in words("speech", "rebutted"):
        return None
    return next((n for case, n in sentence.obliques(verb) if case == "by"), None)


def _at(sentence: Sentence, verb: int) -> Rebuttal | None:
    noun = _noun_before(sentence, verb)
    if noun is not None:
        first = noun + 2 if sentence.low(noun + 1) in {"that", "which"} else noun + 1
        span = sentence.span_of(first, verb - 1) if first < verb else None
        return Rebuttal(Named(span.of(sentence.text), span), verb) if span is not None else None
    if (denier := _claim_denied(sentence, verb)) is not None:
        return Rebuttal(named(sentence, denier), verb)
    own = sentence.children(verb, "nsubj")
    subject = own[0] if own and sentence.low(own[0]) not in _BACK else None
    if subject is None or sentence.upos(subject) == "PRON":
        return None
    return Rebuttal(named(sentence, subject), verb)
