"""Make sentences with their trees from the grammar in phrases.txt."""

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources import files

from training.augment import invented
from training.inflection import past, present_participle, with_s
from training.words import Sentence, Word

UNTOLD = "?"
_ITEM = re.compile(r"\(?([\w:*]+)=('.+?/[A-Z]+'|[\w.]+)\)?")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class _Item:
    relation: str
    part: str
    optional: bool


@dataclass(frozen=True, slots=True)
class _Node:
    """A word before its place is known: `head` counts back to another node of the same list."""

    form: str
    lemma: str
    upos: str
    relation: str
    head: int


class Phrases:
    """The grammar; `sentence` draws one from it."""

    def __init__(self, text: str | None = None) -> None:
        self._rules: dict[str, list[list[_Item]]] = defaultdict(list)
        self._words: dict[str, tuple[str, list[str]]] = {}
        self._irregular: dict[str, tuple[str, str]] = {}
        self._plural: dict[str, str] = {}
        self._lemmas: dict[tuple[str, str], str] = {}
        lines = text or files("training").joinpath("phrases.txt").read_text(encoding="utf-8")
        for line in lines.splitlines():
            self._learn(line.strip())

    def _learn(self, line: str) -> None:
        if not line or line.startswith("#"):
            return
        if line.startswith("!"):
            self._except(*line[1:].split(" ", 1))
            return
        name, items = line.split(": ", 1)
        if " ~ " in name:
            name, upos = name.split(" ~ ")
            self._words[name] = (upos, items.split())
        else:
            found = _ITEM.finditer(items)
            self._rules[name].append([_Item(m[1], m[2], m[0].startswith("(")) for m in found])

    def _except(self, kind: str, entries: str) -> None:
        for base, *forms in (entry.split() for entry in entries.split(";")):
            if kind == "irregular":
                self._irregular[base] = (forms[0], forms[1])
            elif kind == "plural":
                self._plural[base] = forms[0]
            else:
                self._lemmas[base, forms[1] if forms[1:] else ""] = forms[0]

    def listed(self) -> frozenset[str]:
        """Return the words that the grammar names, as lemmas."""
        return frozenset(word for _, words in self._words.values() for word in words)

    def sentence(self, rng: random.Random, start: str = "S") -> Sentence:
        """Return a sentence; its morphological features are left untold."""
        nodes, top = self._said(start, rng)
        words = []
        opened = 1 if nodes[0].upos == "PUNCT" else 0
        for i, node in enumerate(nodes):
            form = node.form
            if form == "a" and nodes[i + 1].form[0] in _VOWELS:
                form = "an"
            if i == opened:
                form = form[:1].upper() + form[1:]
            head = -1 if i == top else node.head
            relation = "root" if i == top else node.relation
            words.append(Word(form, node.lemma, node.upos, UNTOLD, head, relation))
        return Sentence(tuple(words), "phrases", " ".join(w.form for w in words))

    def _said(self, part: str, rng: random.Random) -> tuple[list[_Node], int]:
        """Return the words of a part and the place of its head among them."""
        name, _, form = part.partition(".")
        if part.startswith("'"):
            word, upos = part[1:-1].rsplit("/", 1)
            return [_Node(word, self._lemma(word, upos), upos, "", -1)], 0
        if part == "NAME":
            made = invented(rng, rng.randint(3, 9))
            return [_Node(made, made, "PROPN", "", -1)], 0
        if name in self._words:
            upos, words = self._words[name]
            lemma = rng.choice(words)
            return [_Node(self._inflected(lemma, form), lemma, upos, "", -1)], 0
        return self._expanded(rng.choice(self._rules[part]), rng)

    def _expanded(self, items: list[_Item], rng: random.Random) -> tuple[list[_Node], int]:
        nodes: list[_Node] = []
        tops: list[tuple[str, int]] = []
        for item in items:
            if item.optional and rng.random() < 0.5:
                continue
            inner, top = self._said(item.part, rng)
            tops.append((item.relation, len(nodes) + top))
            start = len(nodes)
            nodes.extend(replace(node, head=node.head + start if node.head >= 0 else -1) for node in inner)
        head = next(place for relation, place in tops if relation == "*")
        before = -1
        for relation, place in tops:
            if relation != "*":
                tied = before if relation == "fixed2" else head
                nodes[place] = replace(nodes[place], relation=relation.rstrip("2"), head=tied)
            before = place
        return nodes, head

    def _inflected(self, lemma: str, form: str) -> str:
        known = self._irregular.get(lemma, (past(lemma), past(lemma)))
        match form:
            case "p":
                return self._plural.get(lemma) or with_s(lemma)
            case "d" | "n":
                return known[form == "n"]
            case "g":
                return present_participle(lemma)
        return with_s(lemma) if form == "s" else lemma

    def _lemma(self, word: str, upos: str) -> str:
        return self._lemmas.get((word, upos)) or self._lemmas.get((word, "")) or word


def phrases(count: int, rng: random.Random) -> Iterator[Sentence]:
    """Yield sentences of at most fifty words."""
    grammar = Phrases()
    while count > 0:
        sentence = grammar.sentence(rng)
        if len(sentence.words) <= 50:
            yield sentence
            count -= 1
