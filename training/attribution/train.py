"""Learn the reader of attributions: python -m training.attribution.train DATA WORDNET OUT.npz.

DATA is the folder with polnear/train; WORDNET holds WordNet 3.0's database files. The parser's weights stay
as they are. One thread, fixed seed: the same weights on the same machine with the same versions.
"""

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.attribution.examples import Example, examples
from training.attribution.net import TorchReader
from training.attribution.senses import table
from training.export import named
from warmonitor.language.en.attribution.senses import Senses
from warmonitor.language.en.parser import load_parser

SEED = 20170404
WORDS = 800
RATE = 1e-3
WARM_UP = 100
NEAR = 6  # words of length by which sentences of one batch are shuffled


def batches(data: Sequence[Example], rng: random.Random) -> list[list[Example]]:
    """Return the sentences of one epoch in batches of like length, in a new order."""
    order = sorted(data, key=lambda one: len(one.carriers) + rng.random() * NEAR)
    found: list[list[Example]] = [[]]
    size = 0
    for one in order:
        found[-1].append(one)
        size += len(one.carriers)
        if size > WORDS:
            found.append([])
            size = 0
    found = [batch for batch in found if batch]
    rng.shuffle(found)
    return found


def learn(net: TorchReader, data: Sequence[Example], epochs: int) -> None:
    """Train with Adam; the rate rises over the first updates, then falls to nearly nothing."""
    rng = random.Random(SEED)  # noqa: S311 - no secret
    optimiser = torch.optim.Adam(net.parameters(), lr=RATE)
    updates = epochs * len(batches(data, random.Random(SEED)))  # noqa: S311 - no secret
    update = 0
    for epoch in range(epochs):
        total = 0.0
        for batch in batches(data, rng):
            update += 1
            optimiser.param_groups[0]["lr"] = RATE * min(1, update / WARM_UP, max(0.02, 1 - update / updates))
            optimiser.zero_grad()
            loss = net.loss(batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimiser.step()
            total += loss.item() * len(batch)
        print("epoch", epoch + 1, "loss", round(total / len(data), 4), flush=True)


def write(path: Path, net: TorchReader, senses: dict[str, NDArray[np.generic]], relations: list[str]) -> None:
    """Write the weights as fp16 with the table of senses and the names of the relations."""
    arrays: dict[str, NDArray[np.generic]] = {
        **{name: array.astype(np.float16) for name, array in named(net.state_dict()).items()},
        **{f"senses.{name}": array for name, array in senses.items()},
        "relations": np.frombuffer(json.dumps(relations).encode(), np.uint8),
    }
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


def main() -> None:
    """Read the texts, train, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=10)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    senses = table(options.wordnet)
    tree_parser = load_parser()
    relations = list(tree_parser.relations)
    data = list(examples(options.data / "polnear" / "train", tree_parser, Senses(senses), relations))
    net = TorchReader(data[0].inputs.shape[1], len(relations))
    print(len(data), "sentences", sum(p.numel() for p in net.parameters()), "weights", flush=True)
    learn(net, data, options.epochs)
    write(options.out, net, senses, relations)


if __name__ == "__main__":
    main()
