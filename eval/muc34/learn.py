"""Learn the weights of relevance.py on dev and tst1: a logistic regression, damped, from a cold start.

    python -m eval.muc34.learn DATA

DATA holds `muc34`. Prints F1 of a fivefold check on the same messages; the same data give the same weights.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.muc34.accounts import read
from eval.muc34.keys import read_keys
from eval.muc34.messages import read_messages
from eval.muc34.relevance import features

PARTS = ("dev", "tst1")
SEEN, DAMP, STEPS, RATE = 10, 150.0, 300, 0.05
LEAST = 0.32  # within the plateau of F1 of the fivefold check, 0.30 to 0.38
FOLDS = 5
Rows = NDArray[np.float64]


def fitted(rows: Rows, right: Rows) -> tuple[Rows, float]:
    """Return weights and bias that tell the right rows from the others (Adam on all rows at once)."""
    middle, spread = rows.mean(0), rows.std(0) + 1e-6
    scaled = (rows - middle) / spread
    theta = np.zeros(rows.shape[1] + 1)
    first, second = np.zeros_like(theta), np.zeros_like(theta)
    for step in range(1, STEPS + 1):
        guess = 1 / (1 + np.exp(-(scaled @ theta[:-1] + theta[-1])))
        slope = np.r_[scaled.T @ (guess - right) + DAMP * theta[:-1], (guess - right).sum()] / len(rows)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        theta -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    flat = theta[:-1] / spread
    return flat, float(theta[-1] - flat @ middle)


def table(found: Sequence[dict[str, float]], names: Sequence[str]) -> Rows:
    """Return one row of values a message."""
    return np.array([[one.get(name, 0.0) for name in names] for one in found])


def f1(guess: Rows, right: Rows) -> float:
    """Return F1 of the messages taken for relevant."""
    taken = guess >= LEAST
    hits = float((taken * right).sum())
    return 2 * hits / float(taken.sum() + right.sum())


def checked(rows: Rows, right: Rows) -> float:
    """Return F1 where each fifth of the messages is judged by weights learned on the others."""
    guess = np.zeros(len(rows))
    for fold in range(FOLDS):
        kept = np.arange(len(rows)) % FOLDS != fold
        weights, bias = fitted(rows[kept], right[kept])
        guess[~kept] = 1 / (1 + np.exp(-(rows[~kept] @ weights + bias)))
    return f1(guess, right)


def main(data: Path) -> None:
    """Learn, print the check, and write the weights beside this module."""
    folder = data / "muc34"
    messages = read_messages(sorted(p for part in PARTS for p in (folder / part).glob("*-muc[34]*")))
    keys = read_keys(sorted(p for part in PARTS for p in (folder / part).glob("key*")))
    learn(
        [features(read(messages[i])) for i in sorted(messages)],
        [float(bool(keys[i])) for i in sorted(messages)],
    )


def learn(found: Sequence[dict[str, float]], right: Sequence[float]) -> None:
    """Learn from features and what the key says, and write the weights."""
    seen = Counter(name for one in found for name in one)
    names = sorted(name for name, count in seen.items() if count >= SEEN)
    rows, goal = table(found, names), np.array(right)
    print(f"{len(rows)} messages, {len(names)} features, F1 of the fivefold check {checked(rows, goal):.3f}")
    weights, bias = fitted(rows, goal)
    learned = {name: round(float(w), 4) for name, w in zip(names, weights, strict=True)}
    text = json.dumps({"bias": round(bias, 4), "least": LEAST, **learned}, indent=0, sort_keys=True)
    Path(__file__).with_name("weights.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
