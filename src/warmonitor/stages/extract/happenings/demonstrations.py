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
SUB_TYPES = (
    (RIOTS, "Violent demonstration"),
    (PROTESTS, "Excessive force against protesters"),
    (PROTESTS, "Protest with intervention"),
    (PROTESTS, "Peaceful protest"),
)


def is_demonstration(sub_type: str) -> bool:
    """Say whether a sub-type is one of a demonstration's."""
    return any(sub_type == one for _, one in SUB_TYPES)


def keeps_order(sentence: Sentence, i: int) -> bool:
    """Say whether a phrase names those who keep order."""
    return sentence.lemma(i) in _set("keepers")


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
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?! police| squad| gear|\w)", re.IGNORECASE
    )


def find_demonstration(sentence: Sentence) -> Demonstration | None:
    """Return the demonstration that a sentence tells of, None where it tells of none."""
    token = min(_tokens(sentence), key=lambda i: (len(list(sentence.above(i))), i), default=None)
    if token is None or _arrested_for(sentence, token):
        return None
    type_, sub_type = _kind(sentence)
    people = next((i for i in range(len(sentence)) if takes_part(sentence, i)), None)
    return Demonstration(token, type_, sub_type, people)


def _tokens(sentence: Sentence) -> Iterator[int]:
    """Yield the tokens that tell of a demonstration."""
    for i in range(len(sentence)):
        if _is_noun(sentence, i) or _is_verb(sentence, i) or _shuts(sentence, i):
            yield i
    text = sentence.words_of(sentence.span)
    for key in ("phrases", "crowd_control"):
        for match in _pattern(key).finditer(text):
            at = sentence.at(sentence.span.start + match.start())
            if at is not None:
                yield at


def _is_noun(sentence: Sentence, i: int) -> bool:
    if sentence.upos(i) not in {"NOUN", "PROPN", "ADJ", "ADV"}:
        return False
    if sentence.rel(i) == "compound" and sentence.lemma(i) == "riot":
        return False  # "riot police"
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
    return walks and subject is not None and takes_part(sentence, subject)


def takes_part(sentence: Sentence, i: int) -> bool:
    """Say whether a word names people who can take part in a demonstration."""
    return sentence.upos(i) in {"NOUN", "ADJ", "PROPN"} and sentence.lemma(i) in _set("taking_part")


def _kind(sentence: Sentence) -> tuple[str, str]:
    violent, deadly, stopped, peaceful = SUB_TYPES
    text = sentence.words_of(sentence.span)
    if _violent(sentence, text):
        return violent
    if _pattern("deadly").search(text) or _killed(sentence):
        return deadly
    if _pattern("crowd_control").search(text) or _pattern("intervention").search(text):
        return stopped
    return peaceful


def _arrested_for(sentence: Sentence, token: int) -> bool:
    """Say whether a demonstration is only what somebody is arrested for, or for fear of."""
    seen = [token]
    for above in sentence.above(token):
        if sentence.is_verb(above) and sentence.lemma(above) in _set("arresting"):
            cases = {word for i in seen for word in sentence.case(i).split()}
            clauses = {sentence.rel(i) for i in seen[1:]}
            return bool(cases & _set("causes") or clauses & {"acl", "acl:relcl"})
        seen.append(above)
    return False


def _violent(sentence: Sentence, text: str) -> bool:
    if _pattern("violent").search(text):
        return True
    return any(_does_violence(sentence, i) or _shuts(sentence, i) for i in range(len(sentence)))


def _shuts(sentence: Sentence, verb: int) -> bool:
    """Say whether a crowd shuts a road."""
    if (
        not sentence.is_verb(verb)
        or sentence.lemma(verb) not in _set("shutting")
        or sentence.is_passive(verb)
    ):
        return False
    way, who = sentence.object(verb), sentence.subject(verb)
    ways = way is not None and any(sentence.lemma(i) in _set("ways") for i in sentence.conjuncts(way))
    return ways and who is not None and any(takes_part(sentence, k) for k in sentence.below(who))


def _does_violence(sentence: Sentence, i: int) -> bool:
    if sentence.lemma(i) == "clash":
        return True
    if not sentence.is_verb(i) or sentence.lemma(i) not in _set("violence") or sentence.is_passive(i):
        return False
    subject = sentence.subject(i)
    return subject is not None and any(takes_part(sentence, k) for k in sentence.below(subject))


def _killed(sentence: Sentence) -> bool:
    """Say whether people who take part were killed or hurt, and those who keep order are named."""
    hurt = [i for i in range(len(sentence)) if sentence.is_verb(i) and sentence.lemma(i) in _set("killed")]
    victims = [sentence.subject(i) if sentence.lemma(i) == "die" else sentence.object(i) for i in hurt]
    keepers = any(sentence.lemma(i) in _set("keepers") for i in range(len(sentence)))
    return keepers and any(v is not None for v in victims)
