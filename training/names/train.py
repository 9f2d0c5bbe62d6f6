"""Learn the tagger of mentions: python -m training.names.train DATA WORDNET OUT.npz.

DATA is the folder with learn/; WORDNET that with data.noun and index.sense of WordNet 3.1. One thread and a
fixed seed: the same machine and versions give the same weights.
"""

import argparse
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.names.examples import Examples, examples
from training.names.marks import Marked, gum, tagged
from training.names.nouns import TOP, Nouns
from warmonitor.language.en.mentions.features import BUCKETS, WIDTH
from warmonitor.language.en.mentions.tagger import CLASSES, Tagger, Weights
from warmonitor.language.en.parser import load_parser

SEED = 20170404
HIDDEN = 64
EPOCHS = 10
BATCH = 128
RATE = 1.5e-3
DROP = 0.3
DECAY = 1e-4


class Head(nn.Module):
    """The tagger as it is learned."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = nn.Linear(WIDTH, HIDDEN)
        self.out = nn.Linear(HIDDEN, len(CLASSES))
        self.words = nn.EmbeddingBag(BUCKETS, len(CLASSES), mode="sum")
        self.drop = nn.Dropout(DROP)
        nn.init.zeros_(self.words.weight)

    def forward(self, x: Tensor, buckets: Tensor) -> Tensor:
        """Return logits (n, classes)."""
        low = self.drop(torch.relu(self.hidden(self.drop(x))))
        logits: Tensor = self.out(low) + self.words(buckets)
        return logits


def learning(data: Path) -> Iterator[Marked]:
    """Yield the sentences learned from."""
    ner = data / "learn" / "ner"
    yield from gum(data / "learn" / "gum_open" / "train.conllu")
    yield from tagged(ner / "uner_ewt_dev.iob2", 1, 2)
    yield from tagged(ner / "wikigold.conll.txt", 0, 1)
    yield from chain(*(tagged(ner / f"crossner_politics_{part}.txt", 0, 1) for part in ("train", "dev")))


def testing(data: Path) -> Iterator[tuple[str, Iterator[Marked]]]:
    """Yield the sets that are only looked at: GUM dev chose the settings, the others tell how good it is."""
    ner = data / "learn" / "ner"
    yield "gum dev", gum(data / "learn" / "gum_open" / "dev.conllu")
    yield "gum test", gum(data / "learn" / "gum_open" / "test.conllu")
    yield "uner pud", tagged(ner / "uner_pud_test.iob2", 1, 2)
    yield "crossner politics test", tagged(ner / "crossner_politics_test.txt", 0, 1)


def learn(given: Examples) -> Head:
    """Return the head after EPOCHS rounds of Adam with a falling rate."""
    head, rng = Head(), np.random.default_rng(SEED)
    x, buckets, classes = map(torch.tensor, (given.dense, given.buckets, given.classes))
    optimiser = torch.optim.Adam(head.parameters(), lr=RATE)
    steps, step = EPOCHS * -(-len(classes) // BATCH), 0
    for _ in range(EPOCHS):
        for part in torch.tensor(rng.permutation(len(classes))).split(BATCH):
            optimiser.param_groups[0]["lr"] = RATE * (1 - step / steps)
            optimiser.zero_grad()
            loss = nn.functional.cross_entropy(head(x[part], buckets[part]), classes[part])
            (loss + DECAY * (head.words.weight[buckets[part]] ** 2).sum(-1).mean()).backward()
            optimiser.step()
            step += 1
    head.eval()
    return head


def f1(head: Head, given: Examples, kinds: tuple[int, ...]) -> float:
    """Return F1 over the words that head a mention of these classes."""
    with torch.no_grad():
        said = head(torch.tensor(given.dense), torch.tensor(given.buckets)).argmax(1).numpy()
    got, gold = np.isin(said, kinds), np.isin(given.classes, kinds)
    return float(2 * (got & gold).sum() / max(1, got.sum() + gold.sum()))


def write(out: Path, head: Head, nouns: dict[str, tuple[int, ...]]) -> None:
    """Write the weights: words' weights as int8 with a scale a bucket, the layers as fp16, nouns as text."""
    words = head.words.weight.detach().numpy()
    scale = np.maximum(np.abs(words).max(axis=1, keepdims=True), 1e-8) / 127
    np.savez_compressed(
        out,
        **{name: t.detach().numpy().astype(np.float16) for name, t in _layers(head)},
        **{"words.int8": np.rint(words / scale).astype(np.int8), "words.scale": scale.astype(np.float16)},
        nouns=np.frombuffer("\n".join(nouns).encode("ascii"), np.uint8),
        shares=np.array(list(nouns.values()), np.uint8),
    )


def _layers(head: Head) -> Iterator[tuple[str, Tensor]]:
    for name, layer in (("hidden", head.hidden), ("out", head.out)):
        yield name, layer.weight
        yield f"{name}_bias", layer.bias


def main() -> None:
    """Read, learn, print how good it is, write."""
    options = _options()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    nouns = Nouns(options.wordnet).shares()
    shares = {noun: np.array(share, np.float32) / np.float32(TOP) for noun, share in nouns.items()}
    blank = np.zeros((1, 1), np.float32)
    tagger, parser = Tagger(Weights(blank, blank, blank, blank, blank), shares), load_parser()
    head = learn(examples(learning(options.data), parser, tagger.shares))
    for name, sentences in testing(options.data):
        given = examples(sentences, parser, tagger.shares)
        print(name, f"actors {f1(head, given, (1, 2)):.3f} places {f1(head, given, (3,)):.3f}", flush=True)
    write(options.out, head, nouns)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("out", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
