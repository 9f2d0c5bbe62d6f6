"""Sentences as padded tensors of feature rows and right answers."""

import random
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from training.augment import augmented
from training.net import Gold
from training.phrases import phrases
from training.vocabulary import Vocabulary, keys_of, rule_of
from training.words import Sentence, Word
from warmonitor.language.en.parser.features import KINDS, UNKNOWN

_NONE = -100
_DROP = 0.3
_PHRASES = 1500


class Batcher:
    """Gives the training set anew each epoch: augmented, shuffled, sorted by length within batches."""

    def __init__(self, sentences: Sequence[Sentence], vocabulary: Vocabulary, words: int) -> None:
        self._sentences, self._vocabulary, self._words = list(sentences), vocabulary, words

    def epoch(self, rng: random.Random) -> Iterator[tuple[Tensor, Tensor, Gold]]:
        """Yield rows (batch, longest, kinds), lengths and answers."""
        order = [s for s in self._sentences if rng.random() < _share(s)]
        order.extend(phrases(_PHRASES, rng))
        order.sort(key=lambda s: len(s.words) * rng.uniform(0.85, 1.15))
        batches: list[list[Sentence]] = [[]]
        size = 0
        for sentence in order:
            if size + len(sentence.words) > self._words:
                batches.append([])
                size = 0
            batches[-1].append(sentence)
            size += len(sentence.words)
        rng.shuffle(batches)
        for batch in batches:
            if batch:
                yield self._tensors([augmented(s, rng) for s in batch], rng)

    def _tensors(self, batch: list[list[Word]], rng: random.Random) -> tuple[Tensor, Tensor, Gold]:
        batch.sort(key=len, reverse=True)
        longest = len(batch[0])
        rows = torch.zeros(len(batch), longest, len(KINDS), dtype=torch.long)
        gold = torch.full((5, len(batch), longest), _NONE)
        for i, words in enumerate(batch):
            rows[i, : len(words)] = torch.tensor([self._rows(w, rng) for w in words])
            gold[:, i, : len(words)] = torch.tensor([self._answers(w) for w in words]).T
        return rows, torch.tensor([len(words) for words in batch]), Gold(*gold)

    def _rows(self, word: Word, rng: random.Random) -> list[int]:
        found = keys_of(word.form)
        rows = [known.get(key, UNKNOWN) for known, key in zip(self._vocabulary.rows, found, strict=True)]
        if rng.random() < _DROP / (_DROP + self._vocabulary.seen[found[0]]):
            rows[0] = UNKNOWN
        elif rng.random() < 0.02:
            rows[0] = UNKNOWN
            if rng.random() < 0.3:
                rows[1:5] = [UNKNOWN] * 4
        return rows

    def _answers(self, word: Word) -> tuple[int, int, int, int, int]:
        v = self._vocabulary.numbers
        return (
            word.head + 1,
            v["deprels"].get(word.deprel, _NONE),
            v["upos"].get(word.upos, _NONE),
            v["feats"].get(word.feats, _NONE),
            v["rules"].get(rule_of(word.form, word.lemma), _NONE),
        )


def _share(sentence: Sentence) -> float:
    talk = "_conversation_" in sentence.document or "_vlog_" in sentence.document
    return 0.4 if talk or len(sentence.words) < 3 else 1.0
