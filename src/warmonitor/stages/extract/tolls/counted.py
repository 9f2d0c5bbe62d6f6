"""Counted people: a quantity, the noun that it counts and the phrase that both stand in."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from warmonitor.model import Quantity, Span
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.sentence import Sentence

_ONE = frozenset({"a", "an", "one", "another"})
_ENDS = frozenset({"die", "perish", "drown", "lose", "disappear", "vanish", "succumb", "flee"})
_STATES = frozenset({"dead", "wounded", "injured", "missing", "homeless", "displaced", "hurt"})
_THEM = frozenset({"them", "whom", "those", "these", "they", "which"})


@dataclass(frozen=True, slots=True)
class Counted:
    """People with their number: tokens `first` to `last`, the head noun `noun` (None for a bare number).

    `top` is the token by which the phrase hangs on the sentence; `of` the people in plain words.
    """

    first: int
    last: int
    top: int
    noun: int | None
    of: str
    quantity: Quantity
    span: Span


def find_counted(sentence: Sentence) -> list[Counted]:
    """Return the counted people of a sentence in order; counted things are left out."""
    found: list[Counted] = []
    for q in sentence.quantities:
        if any(q.span.meets(d.span) for d in sentence.dates) or _is_year(
            sentence, q.quantity.said, q.span.start
        ):
            continue
        tokens = sentence.inside(q.span)
        if tokens and tokens[0] and sentence.low(tokens[0] - 1) == "no":
            continue  # "no one was hurt"
        inside = bool(tokens) and any(c.first <= tokens[0] <= c.last for c in found)
        if tokens and not inside and (one := _counted(sentence, tokens[0], tokens[-1], q.quantity)):
            found.append(one)
    taken = {i for c in found for i in range(c.first, c.last + 1)}
    found += [c for i in range(len(sentence)) if i not in taken and (c := _single(sentence, i)) is not None]
    return sorted(found, key=lambda c: c.first)


def _is_year(sentence: Sentence, said: str, start: int) -> bool:
    """Say whether a number is a year by its look: four figures after "in", "since", "by"."""
    at = sentence.at(start)
    before = sentence.low(at - 1) if at else ""
    return bool(re.fullmatch(r"(?:19|20)\d\d", said)) and before in {
        "in",
        "since",
        "by",
        "from",
        "until",
        "of",
        "late",
        "early",
    }


def _counted(sentence: Sentence, first: int, last: int, quantity: Quantity) -> Counted | None:
    noun = _noun_after(sentence, last)
    end = noun if noun is not None else last
    top = _top(sentence, first, last, noun)
    if noun is None or sentence.low(noun) in _THEM:
        of = "people"
    elif not _is_people(sentence, noun):
        return None
    else:
        of = people_words(sentence, last + 1, noun) + _whose(sentence, noun)
    return Counted(first, end, top, noun, of, quantity, sentence.span_of(first, end))


def _whose(sentence: Sentence, noun: int) -> str:
    """Return " of X's army" for people whom only that tells: men, members, elements."""
    if sentence.lemma(noun) not in words("people", "belonging"):
        return ""
    bearer = next((n for case, n in sentence.obliques(noun) if case == "of" and n > noun), None)
    if bearer is None or sentence.lemma(bearer) not in words("attack", "forces"):
        return ""
    return f" of {sentence.words_of(sentence.phrase(bearer))}"


def _noun_after(sentence: Sentence, last: int) -> int | None:
    """Return the noun that a number counts: the end of the run of adjectives and nouns after it."""
    i = last + 1
    if i < len(sentence) and sentence.low(i) == "of":
        i += 1
    while i < len(sentence) and sentence.low(i) in {"the", "its", "their", "his", "these", "those", "other"}:
        i += 1
    noun = None
    start = i
    while i < len(sentence) and i not in sentence.dated_tokens:
        if _verbal(sentence, i) and (i > start or not _is_known_people(sentence, i)):
            break
        if noun is not None and (sentence.low(i) in _STATES | _taken() or _name_follows(sentence, noun, i)):
            break
        if sentence.upos(i) in {"NOUN", "PROPN"} or sentence.low(i) in _THEM or _is_known_people(sentence, i):
            noun = i
            if sentence.low(i) in _THEM:
                break
        elif not _inside_phrase(sentence, i, noun):
            break
        i += 1
    return noun


@lru_cache
def _taken() -> frozenset[str]:
    """Return the nouns after people that tell what they were taken for: "took 12 villagers hostage"."""
    return frozenset(noun for nouns in table("toll", "taken").values() for noun in nouns)


def _name_follows(sentence: Sentence, noun: int, i: int) -> bool:
    """Say whether a name follows the people that it belongs to: "two women Ana Ruiz and Eva Mala"."""
    return sentence.upos(i) == "PROPN" and sentence.upos(noun) == "NOUN" and _is_known_people(sentence, noun)


def _verbal(sentence: Sentence, i: int) -> bool:
    return sentence.upos(i) in {"VERB", "AUX"} and sentence.rel(i) not in {"amod", "compound"}


def _inside_phrase(sentence: Sentence, i: int, noun: int | None) -> bool:
    if sentence.upos(i) in {"ADJ", "NUM"} or (sentence.rel(i) == "amod") or sentence.low(i) in {"'s", "more"}:
        return True
    follows = i + 1 < len(sentence) and sentence.upos(i + 1) in {"NOUN", "PROPN", "ADJ"}
    if sentence.low(i) in {"or", "-", "–"} and follows:
        return True
    return sentence.low(i) in {"and", "&"} and follows and noun is None


def _top(sentence: Sentence, first: int, last: int, noun: int | None) -> int:
    inside = set(range(first, (noun if noun is not None else last) + 1))
    for i in sorted(inside, key=lambda k: (k != noun, k)):
        if sentence.head(i) not in inside:
            return i
    return noun if noun is not None else last


def _is_known_people(sentence: Sentence, i: int) -> bool:
    return group_of(sentence.lemma(i)) is not None or group_of(sentence.low(i)) is not None


def _is_people(sentence: Sentence, noun: int) -> bool:
    """Say whether a noun names people: a known noun, or one that no list calls a thing."""
    lemma = sentence.lemma(noun)
    if _is_known_people(sentence, noun):
        return True
    return lemma not in words("people", "things") and sentence.low(noun) not in words("people", "things")


def group_of(word: str) -> str | None:
    """Return the plain word for the people that a noun counts: "children" for "girl"."""
    forms = {word, word.removesuffix("s"), word.removesuffix("es"), word.replace("-", "")}
    if word.endswith("men"):
        forms.add(word[:-2] + "an")
    for group, nouns in table("people", "groups").items():
        if any(form in nouns or form == group for form in forms):
            return str(group)
    return word if any(form in words("people", "kinds") for form in forms) else None


def people_words(sentence: Sentence, first: int, noun: int) -> str:
    """Return the people counted in plain words: kept modifiers tell who they are, not how old or how many."""
    kept = []
    for i in range(first, noun):
        low = sentence.low(i)
        if (
            sentence.upos(i) in {"ADJ", "NOUN", "PROPN", "CCONJ", "VERB"}
            and low not in words("people", "plain_adjectives")
        ) or low in {
            "-",
            "or",
        }:
            kept.append(sentence.word(i) if sentence.upos(i) == "PROPN" else low)
    low = sentence.low(noun)
    head = (
        sentence.word(noun) if sentence.upos(noun) == "PROPN" and low not in words("people", "kinds") else low
    )
    if head in words("people", "not_who"):
        return "people"
    while kept and kept[0] in {"or", "and", "-"}:
        kept.pop(0)
    return " ".join([*kept, head])


def _single(sentence: Sentence, i: int) -> Counted | None:
    """Take "a girl", "another soldier" for one."""
    if sentence.low(i) not in _ONE or sentence.upos(i) not in {"DET", "NUM"}:
        return None
    noun = _noun_after(sentence, i)
    struck = i > 0 and sentence.lemma(i - 1) in _strikes()
    if noun is not None:
        after = [sentence.lemma(k) for k in range(noun + 1, min(noun + 5, len(sentence)))]
        struck = struck or (bool(after) and after[0] in {"be", "have"} and bool(set(after) & _strikes()))
        if sentence.rel(noun) == "nsubj" and not struck and sentence.lemma(sentence.head(noun)) not in _ENDS:
            return None  # "when a bomber struck" counts nobody
    if (
        noun is None
        or noun - i > 5
        or not (_is_known_people(sentence, noun) or (struck and _is_people(sentence, noun)))
    ):
        return None
    low = sentence.low(noun)
    collective = low in {"family", "crew", "staff", "police", "personnel", "people", "household", "couple"}
    if collective or (low.endswith("s") and not low.endswith("ss")):
        return None
    said = sentence.span_of(i, noun)
    quantity = Quantity(1, 1, 1, said=sentence.word(i))
    return Counted(
        i, noun, _top(sentence, i, i, noun), noun, people_words(sentence, i + 1, noun), quantity, said
    )


@lru_cache
def _strikes() -> frozenset[str]:
    return frozenset(v for m in ("killed", "injured") for v in table("toll", m)["object"])


def with_people(counted: Counted, of: str) -> Counted:
    """Return the same count of other people, for "of them" and bare numbers."""
    return replace(counted, of=of)
