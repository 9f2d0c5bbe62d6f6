"""When a claim's words, number, name or time is that of a gold fact."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

Stretch = tuple[int, int]
Aliases = Mapping[str, Sequence[str]]

SAME_PEOPLE: Mapping[str, frozenset[str]] = {
    "people": frozenset({"person", "resident", "inhabitant", "civilian and fighter", "total", "all"}),
    "child": frozenset({"girl", "minor", "children"}),
    "children": frozenset({"child", "girl", "minor"}),
    "jihadist": frozenset({"jihadist fighter"}),
    "anti government fighter": frozenset({"fighter", "rebel", "opposition fighter", "insurgent"}),
    "government or loyalist fighter": frozenset(
        {
            "government fighter", "government force", "pro government fighter",
            "loyalist", "loyalist fighter", "soldier",
        }
    ),
}  # fmt: skip
ANYBODY = frozenset({"people", "person"})
ROUNDED_FROM = 0.8  # a gold range whose low end is at least this share of its high end is one figure
DAYS_OF_GRACE = 14


def fold(text: str | None) -> str:
    """Return the text in lower case, without accents and punctuation, words apart by one space."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text or "") if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9%]+", " ", plain.lower()).strip()


def stretches(words: str | None, folded: str) -> list[Stretch]:
    """Return every place where the words stand in a text that is already folded."""
    needle = fold(words)
    if not needle:
        return []
    return [match.span() for match in re.finditer(re.escape(needle), folded)]


def meet(some: Iterable[Stretch], others: Sequence[Stretch]) -> bool:
    """Say whether a stretch of one list shares a character with one of the other."""
    return any(a < d and c < b for a, b in some for c, d in others)


def one_of(words: str | None) -> str:
    """Return folded words with each plural `s` taken off."""
    return re.sub(r"(?<=[^s])s\b", "", fold(words))


def same_people(gold: str, said: str | None) -> bool:
    """Say whether the claim counts the gold's people: same words, another name, or more said before."""
    asked, given = one_of(gold), one_of(said)
    accepted = {asked, *SAME_PEOPLE.get(asked, ())}
    return given in accepted or any(given.endswith(f" {name}") for name in accepted - ANYBODY)


def same_number(gold: Mapping[str, Any], claim: Mapping[str, Any]) -> bool:
    """Say whether the claim's range is the gold's: an exact or rounded figure, "more than", or "hundreds"."""
    low, high = claim.get("low"), claim.get("high")
    least, most = gold.get("low"), gold.get("high")
    if low is None and high is None:
        return False
    bottom, top = low or 0, float("inf") if high is None else high
    if bottom > (float("inf") if most is None else most * 1.1) or top < (least or 0) * 0.9:
        return False
    if most is None:
        return least is not None and low is not None and 0.95 * least <= low <= 1.05 * least + 1
    if least is not None and least >= ROUNDED_FROM * most:
        given = (low, high, claim.get("best"))
        return any(0.88 * most <= value <= 1.12 * most for value in given if value is not None)
    return bool(bottom >= 0.4 * (least or 0) and top <= 2.1 * most)


def names(value: Any) -> list[str]:
    """Return every name in a field of the account: a string, a list, or objects with names."""
    if value is None:
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        keys = ("name", "said", "actor_name", "place_name")
        return [name for key in keys for name in names(value.get(key))]
    return [name for item in value for name in names(item)]


def same_name(gold: str, value: Any, aliases: Aliases) -> bool:
    """Say whether one of the field's names is the gold name, or holds it or an alias as whole words."""
    accepted = {fold(name) for name in (gold, *aliases.get(gold, ()))}
    for name in names(value):
        given = re.sub(r"^(the|a|an) ", "", fold(name))
        if given in accepted:
            return True
        if any(f" {alias} " in f" {given} " for alias in accepted if len(alias) > 4):
            return True
    return False


def same_dates(gold: Sequence[str], when: Mapping[str, Any] | None) -> bool:
    """Say whether the interval meets the gold's and is at most twice as wide and a fortnight more."""
    ends = [(when or {}).get(key) for key in ("earliest", "latest")]
    if not any(ends):
        return False
    first, last = (date.fromisoformat(str(end or ends[0] or ends[1])[:10]) for end in ends)
    gold_first, gold_last = (date.fromisoformat(end) for end in gold)
    allowed = 2 * (gold_last - gold_first).days + DAYS_OF_GRACE
    return first <= gold_last and last >= gold_first and (last - first).days <= allowed
