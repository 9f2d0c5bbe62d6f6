"""What a count stands for among all people hit: everybody, some of them, more of them, or an older count."""

import re
from collections.abc import Sequence
from functools import lru_cache

from warmonitor.model import Scope
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.tolls.counted import Counted

_KNOWN = frozenset({"the", "his", "her", "its", "their", "these", "those", "them", "whom"})


def scope_of(sentence: Sentence, one: Counted, alike: Sequence[tuple[Counted, Scope]], unlike: bool) -> Scope:
    """Return the scope of a count, given those before it in its sentence that count for the same thing.

    `unlike` says whether any before it counts for another thing.
    """
    if is_replaced(sentence, one.first):
        return Scope.REPLACED
    group = _of_the(sentence, one) or not counts_everybody(sentence, one)
    if alike and _joined(sentence, alike[-1][0], one):
        return Scope.SOME if group and _spelt_out(sentence, alike, one) else Scope.ADDED
    if _is_more(sentence, one):
        return Scope.TOTAL if unlike and not alike else Scope.ADDED
    if _is_other(sentence, one):
        if sentence.low(one.first - 1) == "the" or not (alike or unlike):
            return Scope.SOME
        return Scope.ADDED if alike else Scope.TOTAL
    return Scope.SOME if group else Scope.TOTAL


def _spelt_out(sentence: Sentence, alike: Sequence[tuple[Counted, Scope]], one: Counted) -> bool:
    """Say whether a group after a total and a comma only tells who they were: "seven people, a man …"."""
    scope = alike[-1][1]
    if scope is Scope.SOME:
        return any(other is Scope.TOTAL for _, other in alike)
    return scope is Scope.TOTAL and sentence.word(one.first - 1) == ","


def counts_everybody(sentence: Sentence, one: Counted) -> bool:
    """Say whether the people counted are all sorts of people, not a group of them: "civilians", "Kurds"."""
    if one.noun is not None and sentence.lemma(one.noun) in words("people", "remains"):
        return False
    last = one.of.split()[-1]
    return last[:1].isupper() or last in words("people", "everybody")


def _of_the(sentence: Sentence, one: Counted) -> bool:
    """Read "eight of the civilians", "four of X's brothers": some of those counted elsewhere."""
    for k in range(one.first + 1, one.noun if one.noun is not None else one.last):
        if sentence.low(k) == "of" and (sentence.low(k + 1) in _KNOWN or sentence.upos(k + 1) == "PROPN"):
            return True
    return False


def is_replaced(sentence: Sentence, first: int) -> bool:
    """Say whether words before a count mark it as an older one: "initially", "up from", "early reports"."""
    start, end = sentence.span.start, sentence.tokens[first].start
    before = sentence.text[start:end].lower()
    older = list(_pattern("replaced").finditer(before))
    return bool(older) and not _pattern("newer").search(before, older[-1].end())


@lru_cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('toll', key))})\b")


def _is_more(sentence: Sentence, one: Counted) -> bool:
    """Read "another three", "a further 12", "three more people", not "more than three"."""
    more = words("toll", "more")
    lead = [sentence.low(k) for k in range(max(0, one.first - 2), one.first)]
    inside = [k for k in range(one.first, one.last + 1) if sentence.low(k) in more]
    after = one.last + 1
    trails = after < len(sentence) and sentence.low(after) == "more" and not _than(sentence, after)
    return bool(set(lead) & (more - {"more"})) or any(not _than(sentence, k) for k in inside) or trails


def _than(sentence: Sentence, more: int) -> bool:
    return more + 1 < len(sentence) and sentence.low(more + 1) == "than"


def _is_other(sentence: Sentence, one: Counted) -> bool:
    return any(sentence.low(k) in {"other", "others"} for k in range(one.first, one.last + 1))


def _joined(sentence: Sentence, before: Counted, one: Counted) -> bool:
    """Say whether two counts are items of one list: "12 of the family and four of their neighbours"."""
    between = [sentence.low(k) for k in range(before.last + 1, one.first)]
    while between and between[-1] in _KNOWN:
        between.pop()
    verbs = any(sentence.upos(k) in {"VERB", "AUX"} for k in range(before.last + 1, one.first))
    return bool(between) and between[-1] in {"and", ",", "plus"} and not verbs and ";" not in between
