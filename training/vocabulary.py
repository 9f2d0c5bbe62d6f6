"""Which features and classes the net knows, counted over the training set."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from training.augment import invented
from training.phrases import Phrases, phrases
from training.words import Sentence, Word
from warmonitor.language.en.parser.features import KINDS, keys
from warmonitor.language.en.parser.lemmas import rule_for

TASKS = ("upos", "feats", "rules", "deprels")
_LEAST_SEEN = (2, 3, 3, 3, 3, 3)
_LEAST_OF_A_CLASS = 3
_PHRASES = 6000
_NAMES = 4000

keys_of = lru_cache(maxsize=200_000)(keys)
rule_of = lru_cache(maxsize=200_000)(rule_for)


@dataclass(frozen=True)
class Vocabulary:
    """Known feature keys by kind (row = place + 1), classes by task, how often each word key was seen."""

    keys: list[list[int]]
    labels: dict[str, list[str]]
    seen: Counter[int]
    rows: list[dict[int, int]]
    numbers: dict[str, dict[str, int]]

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> "Vocabulary":
        """Collect features and classes; rare ones stay unknown."""
        counts = _features(sentences)
        classes = _classes(sentences)
        known = [
            sorted(key for key, n in count.items() if n >= least)
            for count, least in zip(counts, _LEAST_SEEN, strict=True)
        ]
        rows = [{key: row + 1 for row, key in enumerate(of_kind)} for of_kind in known]
        numbers = {task: {name: i for i, name in enumerate(names)} for task, names in classes.items()}
        return cls(known, classes, counts[0], rows, numbers)


def _features(sentences: Sequence[Sentence]) -> list[Counter[int]]:
    """Count each kind's keys; invented names give their letters but no words."""
    rng = random.Random(1)  # noqa: S311 - a seed to repeat the run, no secret
    counts: list[Counter[int]] = [Counter() for _ in KINDS]
    for form in _forms(sentences):
        for count, key in zip(counts, keys_of(form), strict=True):
            count[key] += 1
    listed = Phrases().listed()
    names = [w.form for p in phrases(_PHRASES, rng) for w in p.words if _is_invented(w, listed, counts[0])]
    names += [invented(rng, rng.randint(3, 9)) for _ in range(_NAMES)]
    for name in names:
        for count, key in list(zip(counts, keys_of(name), strict=True))[1:]:
            count[key] += 1
    return counts


def _is_invented(word: Word, listed: frozenset[str], words: Counter[int]) -> bool:
    """Say whether the word of a phrase is a made-up name; count it among the words if not."""
    made = word.upos == "PROPN" and word.form not in listed
    if not made:
        words[keys_of(word.form)[0]] += 1
    return made


def _forms(sentences: Iterable[Sentence]) -> Iterator[str]:
    return (word.form for sentence in sentences for word in sentence.words)


def _classes(sentences: Iterable[Sentence]) -> dict[str, list[str]]:
    counts: dict[str, Counter[str]] = {task: Counter() for task in TASKS}
    for sentence in sentences:
        for word in sentence.words:
            counts["upos"][word.upos] += 1
            counts["feats"][word.feats] += 1
            counts["deprels"][word.deprel] += 1
            counts["rules"].update((rule_of(word.form, word.lemma), rule_of(word.form.upper(), word.lemma)))
    return {
        task: sorted(c for c, n in count.items() if n >= _LEAST_OF_A_CLASS) for task, count in counts.items()
    }
