"""Marked sentences to examples: the features of each word that may head a mention, and the class of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.names.marks import OTHER, Marked
from warmonitor.language.en.mentions.features import Floats, Shares, candidate, dense, sparse
from warmonitor.language.en.names import as_seen, as_told, join_names
from warmonitor.language.en.parser import Parser
from warmonitor.language.en.parser.records import Parse
from warmonitor.language.en.tokens import Token, tokens

_BATCH = 500
_LONGEST = 120
_NAMING = ("NOUN", "PROPN", "PRON")


@dataclass(frozen=True, slots=True)
class Examples:
    """Of n words: dense features (n, d), buckets (n, m), classes (n,), tags."""

    dense: Floats
    buckets: NDArray[np.int64]
    classes: NDArray[np.int64]
    tags: NDArray[np.str_]


def examples(sentences: Iterable[Marked], parser: Parser, shares: Shares) -> Examples:
    """Return what is to be learned; where names alone are marked, only words tagged as names teach."""
    rows = [
        (dense(words, parse, i, shares), sparse(words, parse, i), label, parse.upos[i])
        for words, parse, labels in _read(list(sentences), parser)
        for i, label in labels.items()
    ]
    return Examples(
        np.stack([row[0] for row in rows]),
        np.array([row[1] for row in rows], np.int64),
        np.array([row[2] for row in rows], np.int64),
        np.array([row[3] for row in rows]),
    )


def _read(sentences: Sequence[Marked], parser: Parser) -> Iterator[tuple[list[str], Parse, dict[int, int]]]:
    for first in range(0, len(sentences), _BATCH):
        batch = sentences[first : first + _BATCH]
        cut = [join_names(tokens(one.text))[:_LONGEST] for one in batch]
        trees = parser.parse_words([as_seen(words) for words in cut])
        for one, words, parse in zip(batch, cut, trees, strict=True):
            yield (
                [as_told(w, seen) for w, seen in zip(words, parse.words, strict=True)],
                parse,
                _labels(one, words, parse),
            )


def _labels(one: Marked, words: Sequence[Token], parse: Parse) -> dict[int, int]:
    heads = _heads(one, words, parse)
    labels = {}
    for i in range(len(words)):
        if not candidate(parse, i) or (one.names and parse.upos[i] != "PROPN"):
            continue
        inside = any(a <= words[i].start < b for a, b, _ in one.mentions)
        if i in heads or not (one.names and inside):
            labels[i] = heads.get(i, OTHER)
    return labels


def _heads(one: Marked, words: Sequence[Token], parse: Parse) -> dict[int, int]:
    """Return the class of each word that heads a mention: the one whose own head lies outside it."""
    found = {}
    for start, end, kind in sorted(one.mentions, key=lambda m: m[0] - m[1]):
        inside = [i for i, w in enumerate(words) if w.start < end and w.end > start]
        tops = [i for i in inside if parse.heads[i] not in inside]
        naming = [i for i in tops if parse.upos[i] in _NAMING] or tops
        if naming:
            found[naming[-1] if parse.deprels[naming[0]] == "punct" else naming[0]] = kind
    return found
