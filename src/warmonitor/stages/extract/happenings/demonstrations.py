"""Demonstrations: that there is one, who takes part, and how it goes, by ACLED's four sub-types.

ACLED codes a demonstration as violent where those who take part are; else by what is done to them: deadly
force, other force or arrests, nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from warmonitor.stages.extract.cues import table
from warmonitor.stages.extract.sentence import Sentence

PROTESTS, RIOTS = "Protests", "Riots"


@dataclass(frozen=True, slots=True)
class Demonstration:
    """A demonstration told at `token`, with the noun of those who take part where one is named."""

    token: int
    type: str
    sub_type: str
    people: int | None


@lru_cache
def _set(key: str) -> frozenset[str]:
    return frozenset(table("happening", "demonstration")[key])


@lru_cache
def _pattern(key: str) -> re.Pattern[str]:
    words = sorted(_set(key), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w])", re.IGNORECASE)


def find_demonstration(sentence: Sentence) -> Demonstration | None:
    """Return the demonstration that a sentence tells of, None where it tells of none."""
    token = next(_tokens(sentence), None)
    if token is None:
        return None
    type_, sub_type = _kind(sentence)
    people = next((i for i in range(len(sentence)) if _takes_part(sentence, i)), None)
    return Demonstration(token, type_, sub_type, people)


def _tokens(sentence: Sentence) -> Iterator[int]:
    """Yield the tokens that tell of a demonstration, those that say it outright first."""
    for i in range(len(sentence)):
        if _is_noun(sentence, i) or _is_verb(sentence, i):
            yield i
    text = sentence.words_of(sentence.span)
    for key in ("phrases", "crowd_control"):
        for match in _pattern(key).finditer(text):
            at = sentence.at(sentence.span.start + match.start())
            if at is not None:
                yield at


def _is_noun(sentence: Sentence, i: int) -> bool:
    if sentence.upos(i) not in {"NOUN", "PROPN", "ADJ"}:
        return False
    two = f"{sentence.low(i - 1)} {sentence.lemma(i)}" if i else ""
    if not {sentence.lemma(i), two} & _set("nouns"):
        return False
    return not (sentence.case(i) in {"in", "under"} and not sentence.children(i, "det", "amod", "compound"))


def _is_verb(sentence: Sentence, i: int) -> bool:
    if sentence.upos(i) != "VERB":
        return False
    subject = sentence.subject(i)
    if sentence.lemma(i) in _set("verbs"):
        return subject is None or sentence.lemma(subject) not in _set("not_people")
    walks = sentence.lemma(i) in _set("walking")
    return walks and subject is not None and _takes_part(sentence, subject)


def _takes_part(sentence: Sentence, i: int) -> bool:
    return sentence.upos(i) in {"NOUN", "ADJ"} and sentence.lemma(i) in _set("taking_part")


def _kind(sentence: Sentence) -> tuple[str, str]:
    text = sentence.words_of(sentence.span)
    if _violent(sentence, text):
        return RIOTS, "Violent demonstration"
    if _pattern("deadly").search(text) or _killed(sentence):
        return PROTESTS, "Excessive force against protesters"
    if _pattern("crowd_control").search(text) or _pattern("intervention").search(text):
        return PROTESTS, "Protest with intervention"
    return PROTESTS, "Peaceful protest"


def _violent(sentence: Sentence, text: str) -> bool:
    if _pattern("violent").search(text):
        return True
    return any(_does_violence(sentence, i) for i in range(len(sentence)))


def _does_violence(sentence: Sentence, i: int) -> bool:
    if sentence.lemma(i) == "clash":
        return True
    if not sentence.is_verb(i) or sentence.lemma(i) not in _set("violence") or sentence.is_passive(i):
        return False
    subject = sentence.subject(i)
    return subject is not None and any(_takes_part(sentence, k) for k in sentence.below(subject))


def _killed(sentence: Sentence) -> bool:
    """Say whether people who take part were killed or hurt, and those who keep order are named."""
    hurt = [i for i in range(len(sentence)) if sentence.is_verb(i) and sentence.lemma(i) in _set("killed")]
    victims = [sentence.subject(i) if sentence.lemma(i) == "die" else sentence.object(i) for i in hurt]
    keepers = any(sentence.lemma(i) in _set("keepers") for i in range(len(sentence)))
    return keepers and any(v is not None for v in victims)
