"""Learn the English parser: python -m training.train_parser DATA OUT.npz [--updates N | --minutes N].

DATA is the folder with ud_english_ewt/ and learn/gum_open/. Bounded by --updates, a run on the same
machine with the same versions gives the same weights; --minutes fits the run into a time instead.
"""

import argparse
import copy
import random
import time
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import Tensor

from training.batches import Batcher
from training.export import named, write
from training.net import Sizes, TorchNet
from training.scores import tree_scores
from training.treebank import read
from training.vocabulary import TASKS, Vocabulary
from training.words import Sentence
from warmonitor.language.en.parser.load import parser_from

WIDTHS = (100, 32, 24, 40, 32, 24)
EWT = "ud_english_ewt/en_ewt-ud-"
LEARN = (EWT + "train.rebuilt.conllu", "learn/gum_open/train.conllu", "learn/gum_open/test.conllu")
DEV = (EWT + "dev.conllu", "learn/gum_open/dev.conllu")
SEED = 20170404
WARM_UP = 200
AVERAGE = 0.99
AVERAGE_EVERY = 4


@dataclass
class Run:
    """One training run and how far it is."""

    net: TorchNet
    vocabulary: Vocabulary
    dev: list[Sentence]
    out: Path
    rate: float
    updates: int
    minutes: float | None
    checks: int
    start: float = field(default_factory=time.monotonic)
    update: int = 0
    best: float = 0.0

    def done(self) -> float:
        """Return the part of the run that is over, from 0 to 1."""
        if self.minutes:
            return (time.monotonic() - self.start) / 60 / self.minutes
        return self.update / self.updates

    def learn(self, batcher: Batcher, rng: random.Random) -> None:
        """Train, follow the average of the weights, keep what is best on dev."""
        optimiser = torch.optim.Adam(self.net.parameters(), lr=self.rate, betas=(0.9, 0.95), fused=True)
        average = copy.deepcopy(self.net.state_dict())
        checked = 0
        while self.done() < 1:
            for rows, lengths, gold in batcher.epoch(rng):
                self.update += 1
                done = self.done()
                if done >= 1:
                    break
                rate = self.rate * min(1.0, self.update / WARM_UP, 0.02 + 1.4 * (1 - done))
                optimiser.param_groups[0]["lr"] = rate
                optimiser.zero_grad()
                self.net.loss(rows, lengths, gold).backward()
                torch.nn.utils.clip_grad_norm_(self.net.parameters(), 5.0)
                optimiser.step()
                self._follow(average)
                if done * self.checks >= checked + 1:
                    checked += 1
                    self.check(average)
        self.check(average)

    def _follow(self, average: dict[str, Tensor]) -> None:
        if self.update % AVERAGE_EVERY == 0:
            keep = min(AVERAGE, self.update / (self.update + 80))
            for name, value in self.net.state_dict().items():
                average[name].lerp_(value, 1 - keep)

    def check(self, state: dict[str, Tensor]) -> None:
        """Score the weights on dev and write them if they are the best so far."""
        weights = named(state)
        scores = tree_scores(parser_from(weights, self.vocabulary.labels, self.vocabulary.keys), self.dev)
        print(self.update, "updates", {k: round(v, 2) for k, v in scores.items()}, flush=True)
        if scores["las"] > self.best:
            self.best = scores["las"]
            write(self.out, weights, self.vocabulary.labels, self.vocabulary.keys)


def learning(data: Path) -> list[Sentence]:
    """Return the training sentences, news twice."""
    sentences = [s for name in LEARN for s in read(data / name)]
    return [s for s in sentences for _ in range(2 if "_news_" in s.document else 1)]


def main() -> None:
    """Read the treebanks, train, write the weights."""
    options = _options()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    sentences = learning(options.data)
    vocabulary = Vocabulary.of(sentences)
    tables = tuple((len(k) + 1, w) for k, w in zip(vocabulary.keys, WIDTHS, strict=True))
    tags, feats, rules, relations = (len(vocabulary.labels[task]) for task in TASKS)
    run = Run(
        net=TorchNet(Sizes(tables, tags, feats, rules, relations, hidden=options.hidden)),
        vocabulary=vocabulary,
        dev=[s for name in DEV for s in read(options.data / name)],
        out=options.out,
        rate=options.rate,
        updates=options.updates,
        minutes=options.minutes,
        checks=options.checks,
    )
    print(sum(p.numel() for p in run.net.parameters()), "weights", flush=True)
    run.learn(Batcher(sentences, vocabulary, options.batch), random.Random(SEED))  # noqa: S311 - no secret


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--updates", type=int, default=6000)
    parser.add_argument("--minutes", type=float, default=None)
    parser.add_argument("--batch", type=int, default=600, help="words a batch")
    parser.add_argument("--hidden", type=int, default=160, help="width of each LSTM, each way")
    parser.add_argument("--rate", type=float, default=2e-3, help="highest learning rate")
    parser.add_argument("--checks", type=int, default=10, help="how often to score dev")
    return parser.parse_args()


if __name__ == "__main__":
    main()
