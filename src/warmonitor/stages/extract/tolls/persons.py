"""Persons named as killed, hurt or abducted, and kin without a name: "X, his wife Y and their daughter"."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from warmonitor.model import Named
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.tolls.counted import Counted
from warmonitor.stages.extract.tolls.zones import Zone, find_zones

_POSSESSIVE = frozenset({"his", "her", "their", "its", "my", "our", "'s", "’s", "'", "’"})
_LONGEST_ASIDE = 14  # tokens in brackets that are passed over


@dataclass
class Listed:
    """Who is listed in one zone beside counted people: names, and kin without one."""

    zone: Zone
    names: list[int] = field(default_factory=list)
    unnamed: list[int] = field(default_factory=list)
    counted: dict[int, list[int]] = field(default_factory=dict)
    described: list[int] = field(default_factory=list)

    @property
    def count(self) -> int:
        """Return how many persons are listed by name or as kin."""
        return len(self.names) + len(self.unnamed)

    def ends(self) -> tuple[int, int]:
        """Return the first and last token of the persons listed."""
        every = [*self.names, *self.unnamed]
        return min(every), max(every)


def find_listed(sentence: Sentence, counted: Sequence[Counted]) -> list[Listed]:
    """Return the persons listed in a sentence, zone by zone; zones that list nobody are left out.

    In `Listed.counted` stand the counts of the zone, by their index, with the names that belong to each:
    "four sons: A, B, C and D"; in `Listed.described` those that only tell who a named person is.
    """
    found = [_scan(sentence, zone, counted) for zone in find_zones(sentence)]
    return [one for one in found if one.count or one.counted]


def named_of(sentence: Sentence, tokens: Sequence[int]) -> tuple[Named, ...]:
    """Return the names at some tokens."""
    spans = [sentence.span_of(*_name_ends(sentence, i)) for i in tokens]
    return tuple(Named(span.of(sentence.text), span) for span in spans)


def _scan(sentence: Sentence, zone: Zone, counted: Sequence[Counted]) -> Listed:
    listed = Listed(zone)
    room: tuple[int, int] | None = None  # a count and how many of its people are still to be named
    kin: int | None = None
    starts = {c.first: k for k, c in enumerate(counted)}
    i = zone.first
    while i <= zone.last:
        if sentence.word(i) == "(":
            i = _after_aside(sentence, i, room is not None)
        elif i in starts and counted[starts[i]].last <= zone.last:
            k = starts[i]
            if _tells_of_name(sentence, counted[k], listed):
                listed.described.append(k)
                i = counted[k].last + 1
                continue
            size = counted[k].quantity.high or counted[k].quantity.low or 0
            listed.counted[k] = []
            room, kin = (k, size), None
            i = counted[k].last + 1
        elif _is_name(sentence, i) and not _acts(sentence, i, zone):
            room = _place_name(listed, i, room, kin)
            kin = None
            i = _name_ends(sentence, i)[1] + 1
        elif _is_kin(sentence, i) and _owned(sentence, i):
            kin = i
            if room is None:
                listed.unnamed.append(i)
            i += 1
        else:
            if sentence.low(i) in {"and", ";"}:
                kin = None
                room = room if room and listed.counted[room[0]] else None
            i += 1
    return listed


def _tells_of_name(sentence: Sentence, one: Counted, listed: Listed) -> bool:
    """Say whether "a nurse" after a name and a comma only says who that person is."""
    single = one.quantity.low == one.quantity.high == 1 and sentence.low(one.first) in {"a", "an"}
    if not single or not listed.names or sentence.word(one.first - 1) != ",":
        return False
    return _name_ends(sentence, listed.names[-1])[1] >= one.first - 2


def _place_name(
    listed: Listed, i: int, room: tuple[int, int] | None, kin: int | None
) -> tuple[int, int] | None:
    """Put a name with the count that waits for it, with the kin word before it, or by itself."""
    if room is not None:
        k, left = room
        listed.counted[k].append(i)
        return (k, left - 1) if left > 1 else None
    if kin is not None and listed.unnamed and listed.unnamed[-1] == kin:
        listed.unnamed.pop()
    listed.names.append(i)
    return None


def _after_aside(sentence: Sentence, i: int, names: bool) -> int:
    """Return the token after words in brackets; brackets that list the people just counted are read."""
    if names and i + 1 < len(sentence) and _is_name(sentence, i + 1):
        return i + 1
    for k in range(i + 1, min(i + _LONGEST_ASIDE, len(sentence))):
        if sentence.word(k) == ")":
            return k + 1
    return i + 1


def _is_kin(sentence: Sentence, i: int | None) -> bool:
    return i is not None and sentence.lemma(i) in words("toll", "kin") and sentence.upos(i) == "NOUN"


def _owned(sentence: Sentence, i: int) -> bool:
    """Say whether a word for kin has an owner, and is one person: "his wife", "Karim's sister"."""
    if sentence.low(i).endswith("s") and sentence.lemma(i) != sentence.low(i):
        return False
    before = range(max(0, i - 4), i)
    return any(sentence.low(k) in _POSSESSIVE for k in before)


def _is_name(sentence: Sentence, i: int) -> bool:
    """Say whether a token is the first of a person's name that is an item of a list."""
    word = sentence.word(i)
    if not _capital(sentence, i) or (i > 0 and _capital(sentence, i - 1) and sentence.word(i - 1) != ","):
        return False
    if sentence.upos(i) != "PROPN" and " " not in word:
        return False
    if i in sentence.dated_tokens or word[0] in "@#" or (word.isupper() and len(word) > 1):
        return False
    last = _name_ends(sentence, i)[1]
    after = sentence.low(last + 1) if last + 1 < len(sentence) else ""
    if after in {"'s", "’s", "'"} or (
        last + 1 < len(sentence) and sentence.upos(last + 1) == "NOUN" and " " not in after
    ):
        return False
    return not _inside_phrase(sentence, i)


def _acts(sentence: Sentence, i: int, zone: Zone) -> bool:
    """Say whether a name after the verb is the subject of what comes next: "killing X, Reuters said"."""
    head = sentence.head(i)
    return zone.trigger < i and sentence.rel(i) == "nsubj" and head > zone.last and sentence.is_verb(head)


def _inside_phrase(sentence: Sentence, i: int) -> bool:
    """Say whether a name only tells of another: "the head of X", "near X"."""
    k = i - 1
    while k >= 0 and (sentence.upos(k) in {"DET", "ADJ", "NUM"} or sentence.low(k) in {"year", "old", "-"}):
        k -= 1
    if k > 0 and sentence.low(k) in {"and", "or"} and sentence.rel(i) == "conj" and sentence.head(i) < i:
        return (
            sentence.head(i) >= 0
            and _capital(sentence, sentence.head(i))
            and _inside_phrase(sentence, sentence.head(i))
        )
    return k >= 0 and sentence.low(k) in words("toll", "not_items") and not _lists_of(sentence, k)


def _lists_of(sentence: Sentence, k: int) -> bool:
    """Say whether "of" brings the persons themselves: "the lives of X and of Y", "the death of X"."""
    if sentence.low(k) != "of" or k == 0:
        return False
    deeds = words("toll", "deaths") | words("toll", "abductions")
    return sentence.lemma(k - 1) in deeds or sentence.low(k - 1) in {"and", ","}


def _capital(sentence: Sentence, i: int) -> bool:
    return sentence.word(i)[:1].isupper()


def _name_ends(sentence: Sentence, i: int) -> tuple[int, int]:
    last = i
    while last + 1 < len(sentence) and _capital(sentence, last + 1) and sentence.upos(last + 1) == "PROPN":
        last += 1
    return i, last
