"""Shares of people counted: "40 % of the 200 wounded were women", "more than half of the dead"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from warmonitor.model import Quantity, Toll
from warmonitor.stages.extract.cues import table
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.tolls.before import measure_said
from warmonitor.stages.extract.tolls.counted import Counted
from warmonitor.stages.extract.tolls.parts import people_called

_NEAR = 3  # tokens between "of" and the number that the share is taken of


@dataclass(frozen=True, slots=True)
class Share:
    """A share as a count: of the people counted at index `base`, or of the total `whole` told before."""

    one: Counted
    base: int | None
    whole: Draft | None


def find_shares(sentence: Sentence, counted: Sequence[Counted], before: Sequence[Draft]) -> list[Share]:
    """Return the shares whose whole is a number, in the sentence or in the one before."""
    found = []
    for match in _pattern().finditer(sentence.text, sentence.span.start, sentence.span.end):
        first, last = sentence.at(match.start()), sentence.at(match.end() - 1)
        if first is None or last is None:
            continue
        base = next((k for k, c in enumerate(counted) if last < c.first <= last + _NEAR), None)
        whole = None if base is not None else next(_wholes(sentence, before), None)
        of = people_called(sentence, _end(sentence, counted, base, last)) or "people"
        total = counted[base].quantity if base is not None else _quantity(whole)
        if total is not None and (count := _share(match, total)):
            one = Counted(first, last, first, None, of, count, sentence.span_of(first, last))
            found.append(Share(one, base, whole))
    return found


def _wholes(sentence: Sentence, before: Sequence[Draft]) -> Iterator[Draft]:
    measure = measure_said(sentence)
    for draft in reversed(before):
        if isinstance(draft.detail, Toll) and draft.part is None and draft.detail.measure is measure:
            yield draft


def _quantity(whole: Draft | None) -> Quantity | None:
    return whole.detail.quantity if whole is not None and isinstance(whole.detail, Toll) else None


def _end(sentence: Sentence, counted: Sequence[Counted], base: int | None, last: int) -> int:
    """Return the token at which the whole ends: "were" follows it."""
    if base is not None:
        last = counted[base].last
    verbs = (i for i in range(last + 1, min(last + 5, len(sentence))) if sentence.lemma(i) == "be")
    return next(verbs, last + 1)


def _share(match: re.Match[str], total: Quantity) -> Quantity | None:
    number = total.best if total.best is not None else total.low
    part = _part(match["part"].lower())
    if number is None or not 0 < part <= 1:
        return None
    exact = number * part
    low, high = int(exact), -int(-exact // 1)
    match _bound(match["bound"] or ""):
        case "at_least":
            return Quantity(low + 1 if exact == low else high, None, number, True, match[0])
        case "at_most" | "less_than":
            return Quantity(None, None, low, True, match[0])
        case "nearly":
            return Quantity(None, round(exact), round(exact), True, match[0])
    return Quantity(round(exact), round(exact), round(exact), True, match[0])


def _part(words: str) -> Fraction:
    named: dict[str, list[int]] = table("quantity", "shares")
    if words in named:
        return Fraction(*named[words])
    return Fraction(re.sub(r"[^\d.]", "", words)) / 100


def _bound(words: str) -> str:
    forms = table("quantity", "before")
    return next(
        (b for b in forms if any(re.fullmatch(f, words.strip(), re.IGNORECASE) for f in forms[b])), ""
    )


@lru_cache
def _pattern() -> re.Pattern[str]:
    bounds = "|".join(form for forms in table("quantity", "before").values() for form in forms)
    named = "|".join(sorted(table("quantity", "shares"), key=len, reverse=True))
    percent = r"\d{1,3}(?:\.\d{1,3})?\s?(?:%|per\s?cent\b)"
    return re.compile(
        rf"(?:\b(?P<bound>{bounds})\s+)?(?<!\w)(?P<part>{named}|{percent})\s+of\s+(?:the|those|these|all|them)\b",
        re.IGNORECASE,
    )
