"""Lemmas as rules on the written word: a letter case, how many last letters go, what comes instead."""

from functools import lru_cache

from warmonitor.language.en.parser.features import plain

CASES = ("keep", "lower", "title")


def _cased(case: str, word: str) -> str:
    if case == "lower":
        return word.lower()
    if case == "title":
        return word[:1].upper() + word[1:].lower()
    return word


def rule_for(word: str, lemma: str) -> str:
    """Return the rule `case|cut|add` that makes the lemma of the word, with the longest kept part."""
    bare = plain(word)
    best: tuple[int, int, str] | None = None
    for order, case in enumerate(("lower", "keep", "title")):
        base = _cased(case, bare)
        kept = 0
        while kept < min(len(base), len(lemma)) and base[kept] == lemma[kept]:
            kept += 1
        cost = (len(base) - kept + len(lemma) - kept, order, f"{case}|{len(base) - kept}|{lemma[kept:]}")
        best = cost if best is None else min(best, cost)
    return best[2] if best else "keep|0|"


def apply(rule: str, word: str) -> str:
    """Return the lemma that the rule makes; the word itself where the rule does not fit it."""
    bare = plain(word)
    case, cut, add = _taken_apart(rule)
    base = _cased(case, bare)
    if cut > len(base):
        return bare
    return base[: len(base) - cut] + add or bare


@lru_cache(maxsize=1024)
def _taken_apart(rule: str) -> tuple[str, int, str]:
    case, cut, add = rule.split("|", 2)
    return case, int(cut), add
