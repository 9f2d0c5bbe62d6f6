"""Frames of happenings: a verb or a noun of action with the kind of thing that it is done to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from warmonitor.stages.extract.cues import table
from warmonitor.stages.extract.placing import is_place_noun
from warmonitor.stages.extract.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of the table: which verbs and nouns tell a sub-type, of which things (None: of any)."""

    type: str
    sub_type: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    bare: frozenset[str]
    things: frozenset[str] | None
    unless: frozenset[str]
    slot: str
    force: bool
    doer: bool


@dataclass(frozen=True, slots=True)
class Happening:
    """A frame met at a token; `thing` heads what stands in its slot."""

    frame: Frame
    token: int
    thing: int | None = None


@lru_cache
def _frames() -> tuple[Frame, ...]:
    return tuple(_frame(row) for row in table("happening", "frames"))


def _frame(row: dict[str, Any]) -> Frame:
    def listed(key: str) -> frozenset[str]:
        return frozenset(row.get(key, ()))

    things = None if row["things"] == "any" else frozenset(table("happening", "things")[row["things"]])
    lists = listed("verbs"), listed("nouns"), listed("bare"), things, listed("unless")
    marks = row.get("slot", "obj"), bool(row.get("force")), bool(row.get("doer"))
    return Frame(row["type"], row["sub_type"], *lists, *marks)


def find_framed(sentence: Sentence) -> Iterator[Happening]:
    """Yield what meets a frame, once for each sub-type and thing; verbs come before nouns."""
    found = [one for i in range(len(sentence)) if sentence.is_verb(i) and (one := _at_verb(sentence, i))]
    verbs = {one.frame.sub_type for one in found}
    nouns = (_at_noun(sentence, i) for i in range(len(sentence)) if sentence.upos(i) in {"NOUN", "PROPN"})
    seen = set()
    for one in (*found, *(one for one in nouns if one and one.frame.sub_type not in verbs)):
        key = one.frame.sub_type, one.thing
        if key not in seen:
            seen.add(key)
            yield one


def _at_verb(sentence: Sentence, verb: int) -> Happening | None:
    if sentence.rel(verb) in {"amod", "compound"}:
        return None
    for frame in _frames():
        if sentence.lemma(verb) not in frame.verbs:
            continue
        thing = next((i for i in _fillers(sentence, verb, frame) if _fits(sentence, i, frame)), None)
        if thing is not None:
            return Happening(frame, verb, thing)
    return None


def _fillers(sentence: Sentence, verb: int, frame: Frame) -> list[int]:
    """Return what stands in the frame's slot: object, subject, or what something is taken from."""
    if frame.slot == "from":
        return [i for case, i in sentence.obliques(verb) if case.split()[0] in {"from", "out"}]
    one = sentence.subject(verb) if frame.slot == "subj" else sentence.object(verb)
    if one is not None and sentence.low(one) == "fire":  # "set fire to the houses"
        return [i for case, i in sentence.obliques(verb) if case == "to"]
    return [] if one is None else [one]


def _at_noun(sentence: Sentence, noun: int) -> Happening | None:
    if sentence.rel(noun) == "compound":
        return None
    wordings = _wordings(sentence, noun)
    for frame in _frames():
        if not frame.bare.isdisjoint(wordings):
            return Happening(frame, noun)
        if sentence.lemma(noun) not in frame.nouns:
            continue
        of = [i for case, i in sentence.obliques(noun) if case in {"of", "by"}]
        owned = [*of, *sentence.children(noun, "compound", "nmod:poss")]
        if thing := next((i for i in owned if _fits(sentence, i, frame)), None):
            return Happening(frame, noun, thing)
    return None


def _wordings(sentence: Sentence, i: int) -> set[str]:
    """Return the noun's lemma and, with the one and the two words before it, what it may be a part of."""
    before = [" ".join(sentence.low(k) for k in range(i - n, i)) for n in (1, 2) if i >= n]
    return {
        sentence.lemma(i),
        *(f"{words} {end}" for words in before for end in (sentence.lemma(i), sentence.low(i))),
    }


def _fits(sentence: Sentence, i: int, frame: Frame) -> bool:
    if i in sentence.dated_tokens:
        return False
    first, last = sentence.phrase_tokens(i, joined=True)
    lemmas = {sentence.lemma(k) for k in range(first, last + 1)} | {sentence.lemma(i)}
    if lemmas & frame.unless:
        return False
    if frame.things is None:
        return not is_place_noun(sentence, i) or frame.sub_type.startswith("Looting")
    return bool(lemmas & frame.things)
