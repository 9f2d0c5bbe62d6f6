"""Tokens in, trees out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from warmonitor.language.en.parser.features import UNKNOWN, keys
from warmonitor.language.en.parser.lemmas import apply
from warmonitor.language.en.parser.net import Guess, Net, Rows
from warmonitor.language.en.parser.records import Parse
from warmonitor.language.en.parser.tree import best_tree
from warmonitor.language.en.tokens import Token

WINDOW = 120
_BATCH_WORDS = 1500
_CACHED_WORDS = 16_000
_STOPS = frozenset(".!?;:,\n")
_JOIN = "parataxis"


@dataclass(frozen=True, slots=True)
class Labels:
    """The classes of each task by number."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    rules: tuple[str, ...]
    deprels: tuple[str, ...]


class Parser:
    """The parser with its weights; the same tokens always give the same tree, whatever is beside them."""

    def __init__(self, net: Net, labels: Labels, known: Sequence[dict[int, int]]) -> None:
        self._net, self._labels = net, labels
        self._root = labels.deprels.index("root")
        self._rows: Callable[[str], tuple[int, ...]] = lru_cache(maxsize=_CACHED_WORDS)(
            lambda word: tuple(rows.get(key, UNKNOWN) for rows, key in zip(known, keys(word), strict=True))
        )

    @property
    def relations(self) -> tuple[str, ...]:
        """The relations that a tree may have."""
        return self._labels.deprels

    def parse(self, tokens: Sequence[Token]) -> Parse:
        """Return the tree of one sentence; an empty Parse for no tokens."""
        return self.parse_batch([tokens])[0]

    def parse_batch(self, sentences: Iterable[Sequence[Token]]) -> list[Parse]:
        """Return the tree of each sentence, in their order; many at once cost less than one by one."""
        return self.parse_words([[token.text for token in tokens] for tokens in sentences])

    def parse_words(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        """Return the tree of each sentence given as its words."""
        windows = [(i, window) for i, words in enumerate(sentences) for window in _windows(words)]
        order = sorted(range(len(windows)), key=lambda k: -len(windows[k][1]))
        parts: dict[int, Parse] = {}
        for batch in _batches(order, [len(words) for _, words in windows]):
            parts.update(zip(batch, self._parsed([windows[k][1] for k in batch]), strict=True))
        joined: list[list[Parse]] = [[] for _ in sentences]
        for k, (i, _) in enumerate(windows):
            joined[i].append(parts[k])
        return [_join(of_one) for of_one in joined]

    def _parsed(self, batch: list[Sequence[str]]) -> list[Parse]:
        rows: Rows = np.array([self._rows(word) for words in batch for word in words], np.int32)
        guesses = self._net.run(rows, [len(words) for words in batch])
        heads = [best_tree(guess.arcs) for guess in guesses]
        scores = self._net.relations(guesses, heads)
        scores[:, self._root] = -np.inf
        chosen = scores.argmax(axis=1).tolist()
        parses, at = [], 0
        for words, guess, tree in zip(batch, guesses, heads, strict=True):
            parses.append(self._parse(words, guess, tree, chosen[at : at + len(words)]))
            at += len(words)
        return parses

    def _parse(self, words: Sequence[str], guess: Guess, heads: list[int], relations: list[int]) -> Parse:
        names = self._labels
        return Parse(
            words=tuple(words),
            lemmas=tuple(apply(names.rules[r], w) for r, w in zip(guess.rules.tolist(), words, strict=True)),
            upos=tuple(names.upos[t] for t in guess.tags.tolist()),
            feats=tuple("" if names.feats[f] == "_" else names.feats[f] for f in guess.feats.tolist()),
            heads=tuple(heads),
            deprels=tuple(
                "root" if head < 0 else names.deprels[r] for head, r in zip(heads, relations, strict=True)
            ),
            states=guess.states,
        )


def _windows(words: Sequence[str]) -> list[Sequence[str]]:
    """Cut a sentence that is too long, after a mark if one lies in the second half of the window."""
    windows = []
    while len(words) > WINDOW:
        marks = [i for i in range(WINDOW // 2, WINDOW) if words[i] in _STOPS]
        cut = marks[-1] + 1 if marks else WINDOW
        windows.append(words[:cut])
        words = words[cut:]
    return [*windows, words] if words else windows


def _batches(order: Sequence[int], lengths: Sequence[int]) -> list[list[int]]:
    batches: list[list[int]] = []
    size = _BATCH_WORDS
    for k in order:
        if size + lengths[k] > _BATCH_WORDS:
            batches.append([])
            size = 0
        batches[-1].append(k)
        size += lengths[k]
    return batches


def _join(parts: list[Parse]) -> Parse:
    """Make one tree of windows: the roots of the later ones hang on the first as parataxis."""
    if len(parts) == 1:
        return parts[0]
    if not parts:
        return Parse()
    heads: list[int] = []
    deprels: list[str] = []
    for n, part in enumerate(parts):
        start = len(heads)
        heads.extend(head + start if head >= 0 else (-1 if n == 0 else parts[0].root) for head in part.heads)
        deprels.extend(_JOIN if n and relation == "root" else relation for relation in part.deprels)
    return Parse(
        words=tuple(w for p in parts for w in p.words),
        lemmas=tuple(w for p in parts for w in p.lemmas),
        upos=tuple(w for p in parts for w in p.upos),
        feats=tuple(w for p in parts for w in p.feats),
        heads=tuple(heads),
        deprels=tuple(deprels),
        states=tuple(np.concatenate(layer) for layer in zip(*(p.states for p in parts), strict=True)),
    )
