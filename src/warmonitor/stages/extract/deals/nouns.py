"""Which nouns name a deal of war, what kind of deal, and by what name it goes."""

from warmonitor.model import CeasefireClass, DealKind
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.deals.patterns import any_fits, first_kind, fits, held, listed
from warmonitor.stages.extract.sentence import Sentence

_COMPLEMENTS = ("acl", "nmod", "compound", "amod", "nmod:poss")
_REACH = 6


def is_deal_noun(sentence: Sentence, i: int) -> bool:
    """Say whether a noun may name a deal; whether of war, its phrase decides."""
    if sentence.upos(i) not in {"NOUN", "PROPN"}:
        return False
    if sentence.lemma(i) not in words("deals", "strong") | words("deals", "generic"):
        return False
    outer = sentence.head(i)
    inner = (
        outer > i and sentence.rel(i).split(":")[0] in {"compound", "amod", "nmod"} and not sentence.case(i)
    )
    return not inner


def of_another_kind(sentence: Sentence, noun: int) -> bool:
    """Say whether a deal is of commerce, sport or a court, by the words of its phrase."""
    near = held(sentence, _phrase(sentence, noun) | _beside(sentence, noun))
    return any_fits("elsewhere", near) and not fits(listed("war")[0], near)


def is_figurative(sentence: Sentence, noun: int) -> bool:
    """Say whether a truce is one of firms or clubs: "a truce in their price war"."""
    return any_fits("figurative", held(sentence, _phrase(sentence, noun) | _beside(sentence, noun)))


def _phrase(sentence: Sentence, noun: int) -> frozenset[int]:
    found = {noun}
    for child in sentence.children(noun):
        if sentence.rel(child).split(":")[0] in {"acl", "nmod", "compound", "amod", "appos", "obl", "flat"}:
            found |= sentence.below(child)
    return frozenset(found)


def _beside(sentence: Sentence, noun: int) -> frozenset[int]:
    """Return what the noun's verb says of it besides: "signed a deal to buy wheat" hung on the verb."""
    head = sentence.head(noun)
    if head < 0 or not sentence.is_verb(head):
        return frozenset()
    near = [c for c in sentence.children(head, "xcomp", "advcl", "obl", "nsubj") if c != noun]
    return frozenset().union(*(sentence.below(c) for c in near)) if near else frozenset()


def kind_of(sentence: Sentence, noun: int) -> DealKind | None:
    """Return the kind that the noun's own phrase gives: its compounds first, then its complements."""
    near = {noun, *(c for c in sentence.children(noun, "compound", "amod", "flat", "nmod:poss"))}
    near |= {i for i in range(max(0, noun - 3), noun) if _joined(sentence, i, noun)}
    for tokens in (near, _phrase(sentence, noun)):
        if found := first_kind("kinds", held(sentence, tokens)):
            return DealKind(found)
    return None


def _joined(sentence: Sentence, i: int, noun: int) -> bool:
    return all(sentence.upos(k) in {"NOUN", "ADJ", "PROPN", "NUM"} for k in range(i, noun))


def name_of(sentence: Sentence, noun: int) -> str | None:
    """Return the name of a deal: "Orsa agreement", "the September deal", with its year behind it."""
    if " " in sentence.word(noun):
        return sentence.word(noun)  # names of several words are one token
    first = noun
    while first > 0 and noun - first < 4 and _of_name(sentence, first - 1):
        first -= 1
    last = noun
    if noun + 2 < len(sentence) and sentence.low(noun + 1) == "of" and noun + 2 in sentence.dated_tokens:
        return sentence.words_of(sentence.span_of(first, noun)) if first < noun else None
    if first == noun:
        return None
    return sentence.words_of(sentence.span_of(first, last))


def _of_name(sentence: Sentence, i: int) -> bool:
    """Say whether a word before the noun is part of its name: a capital that is no people's, or a time."""
    word = sentence.word(i)
    if i in sentence.dated_tokens:
        return word[:1].isupper() or word.isdigit()
    capital = word[:1].isupper() and i > 0 and "-" not in word
    return capital and sentence.upos(i) == "PROPN" and sentence.low(i) not in words("deals", "plain_names")


def class_of(sentence: Sentence, noun: int) -> CeasefireClass | None:
    """Return the class that the words of the deal give it by themselves."""
    found = first_kind("classes", held(sentence, _phrase(sentence, noun)))
    return CeasefireClass(found) if found else None


def lasts(sentence: Sentence, noun: int) -> str | None:
    """Return the words for how long a deal runs: "72-hour", "for ten days", "by one week"."""
    for i in range(max(0, noun - _REACH), noun):
        parts = sentence.low(i).split("-")
        if len(parts) >= 2 and parts[-1] in {"hour", "day", "week", "month", "year"}:
            return sentence.word(i)
    return None
