"""Whether two quotations say one thing in other words: meanings, negations, names and numbers that agree."""

import re
from collections.abc import Hashable
from dataclasses import dataclass

from warmonitor.language.en.lexicon import load_lexicon
from warmonitor.language.en.numerals import find_numerals
from warmonitor.language.en.synonyms import PARTICLES, load_synonyms
from warmonitor.reference.actors import load_actors, read_words
from warmonitor.stages.reconcile.wording import STEM, load_function_words

LEAST_TERMS = 3  # words of one meaning in both
LEAST_SHARE = 0.6  # of the words of both quotations
SHORT = 4  # of a quotation of so few words,
SHORT_SHARE = 0.75  # this much stands in the other
REACH = 3  # words from a verb to its particle, or from a negation to what it negates
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True)
class Term:
    """A word that carries meaning: its first letters, its senses, those of its opposite, whether negated."""

    stem: str
    senses: frozenset[int]
    opposites: frozenset[int]
    negated: bool

    def means(self, other: "Term") -> bool:
        """Say whether two words, with their negations, mean the same."""
        if self.negated is other.negated:
            return self.stem == other.stem or bool(self.senses & other.senses)
        return bool(self.opposites & other.senses or other.opposites & self.senses)

    def contradicts(self, other: "Term") -> bool:
        """Say whether one word is said in one and denied in the other."""
        return self.negated is not other.negated and self.stem == other.stem


@dataclass(frozen=True)
class Meaning:
    """What a quotation says: its terms in order, its numbers, and whom and what it names."""

    terms: tuple[Term, ...]
    numbers: frozenset[int]
    names: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "Meaning":
        """Return the meaning of a quotation; known actors and states have one key under all their names."""
        found = _known_names(text)
        plain = text
        for name in sorted(found, key=lambda one: (-len(one), one)):
            plain = plain.replace(name, " ")
        counted = find_numerals(plain)
        for one in reversed(counted):
            plain = plain[: one.span.start] + " " + plain[one.span.end :]
        words = [one.group().replace("’", "'") for one in _WORD.finditer(plain)]
        capital = {one.lower() for one in words[1:] if one[0].isupper()} - _plain()
        lower = [word.lower() for word in words]
        numbers = frozenset(one.value for one in counted) - {1}  # "not one of them"
        others = frozenset(word[:STEM] for word in capital)
        return cls(_terms(lower, capital), numbers, frozenset(found.values()) | others)

    @property
    def keys(self) -> frozenset[Hashable]:
        """Return stems, senses and names: two quotations that mean the same share some of them."""
        senses = {sense for term in self.terms for sense in term.senses}
        return frozenset({*senses, *self.names, *(term.stem for term in self.terms)})


NO_MEANING = Meaning((), frozenset(), frozenset())


def same_meaning(one: Meaning, other: Meaning) -> bool:
    """Say whether two quotations of one speaker, of about one day, say one thing in other words."""
    if one.numbers != other.numbers or _names_differ(one.names, other.names):
        return False
    if any(a.contradicts(b) for a in one.terms for b in other.terms):
        return False
    named = len(one.names & other.names)
    sizes = sorted(len(each.terms) + named for each in (one, other))
    shared = named + _matched(one.terms, other.terms)
    if shared < LEAST_TERMS or shared < LEAST_SHARE * sum(sizes) / 2:
        return False
    return sizes[0] > SHORT or shared >= SHORT_SHARE * sizes[0]


def _known_names(text: str) -> dict[str, str]:
    words = read_words(text)
    hits = load_actors().scan(words)
    return {text[words[hit.first].start : words[hit.last].end]: hit.keys[0] for hit in hits}


def _names_differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one ^ other) and not (one <= other or other <= one)


def _matched(one: tuple[Term, ...], other: tuple[Term, ...]) -> int:
    """Return how many words of one have a word of the same meaning in the other, each used once."""
    left = list(other)
    count = 0
    for term in sorted(one, key=lambda term: len(term.senses)):
        same = next((k for k, each in enumerate(left) if each.stem == term.stem and term.means(each)), None)
        if same is None:
            same = next((k for k, each in enumerate(left) if term.means(each)), None)
        if same is not None:
            left.pop(same)
            count += 1
    return count


def _terms(words: list[str], names: set[str]) -> tuple[Term, ...]:
    found: list[Term] = []
    denied = 0
    for i, word in enumerate(words):
        if _denies(word):
            denied = REACH + 1
        elif word not in _plain() | names and not word[0].isdigit():
            found.append(_term(words, i, denied > 0))
            denied = 0
        denied -= 1
    unique = {(one.stem, one.negated): one for one in reversed(found)}
    return tuple(one for one in found if unique[one.stem, one.negated] is one)


def _term(words: list[str], i: int, negated: bool) -> Term:
    """Return the word at i; a verb has its particle, near after it: "giving themselves up"."""
    table, word = load_synonyms(), words[i]
    near = [other for other in words[i + 1 : i + 1 + REACH] if other in PARTICLES]
    phrase = table.senses(word, near[0]) if near else frozenset[int]()
    senses = phrase or table.senses(word)
    return Term(
        word[:STEM] if not phrase else f"{word[:STEM]} {near[0]}", senses, table.opposites(senses), negated
    )


def _denies(word: str) -> bool:
    return word.endswith("n't") or word in load_lexicon("paraphrase")["negations"]


def _plain() -> frozenset[str]:
    return load_function_words() | frozenset(load_lexicon("paraphrase")["light"])
