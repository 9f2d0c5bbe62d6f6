"""Annotated texts to examples: what is seen of each word, and what it is to each cue of its sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.polnear import KINDS, Annotated, annotated
from warmonitor.language.en.attribution.features import in_quotation, inputs, seen_from
from warmonitor.language.en.attribution.senses import Senses
from warmonitor.language.en.parser import Parse, Parser
from warmonitor.model import Report, Span
from warmonitor.stages.extract.reading import read
from warmonitor.stages.extract.sentence import Sentence

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Attribution:
    """An attribution in a sentence: features seen from its cue (n, 4), marks (n, 3), its weight."""

    carrier: int
    seen: NDArray[np.int64]
    marks: Floats
    weight: float


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence: inputs (n, d), share of annotators who have each word carry a cue."""

    inputs: Floats
    carriers: Floats
    attributions: tuple[Attribution, ...]


def examples(folder: Path, parser: Parser, senses: Senses, relations: Sequence[str]) -> Iterator[Example]:
    """Yield an example for every sentence of a part."""
    numbers = {name: k for k, name in enumerate(relations)}
    for _, group in groupby(annotated(folder), key=lambda one: one.name):
        readers = list(group)
        reading = read(Report("report-1", "", "", readers[0].text), parser, whole=True)
        for sentence in reading.sentences:
            if sentence.tokens:
                yield _example(sentence, readers, senses, numbers)


def _example(
    sentence: Sentence, readers: Sequence[Annotated], senses: Senses, numbers: dict[str, int]
) -> Example:
    quoted = in_quotation(sentence.tokens, sentence.span, sentence.quotations)
    carriers = np.zeros(len(sentence), np.float32)
    found = []
    for reader in readers:
        mine = set()
        for one in reader.attributions:
            marks = np.stack([_inside(sentence, one[kind]) for kind in KINDS], axis=1)
            if marks[:, 1].any():
                carrier = _carrier(sentence.parse, marks[:, 1])
                mine.add(carrier)
                seen = seen_from(sentence.parse, carrier, quoted, numbers)
                found.append(Attribution(carrier, seen, marks, 1 / len(readers)))
        carriers[sorted(mine)] += 1 / len(readers)
    return Example(inputs(sentence.parse, quoted, senses), carriers, tuple(found))


def _inside(sentence: Sentence, spans: Sequence[Span]) -> Floats:
    inside = [any(s.start < t.end and t.start < s.end for s in spans) for t in sentence.tokens]
    return np.array(inside, np.float32)


def _carrier(parse: Parse, cue: Floats) -> int:
    """Return the word that carries a cue: one whose own head lies outside it, verbs before nouns."""
    own = np.flatnonzero(cue).tolist()
    tops = [i for i in own if parse.heads[i] < 0 or not cue[parse.heads[i]]]
    order = {"VERB": 0, "AUX": 0, "NOUN": 1, "ADJ": 1}
    return min(tops, key=lambda i: (order.get(parse.upos[i], 2), i))
