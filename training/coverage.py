"""Learn how surely two reports tell of one happening: logistic regression over the evidence of pairs.

python -m training.coverage DATA > src/warmonitor/stages/group/coverage/data/weights.yml

DATA is the folder of the measuring sets. Learned on the tuning part of Airwars Syria, with that of ECB+
beside it; the likeness from which reports are brought together is the one that serves both tuning parts
best.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval import airwars_syria, ecbplus
from eval.bcubed import bcubed
from eval.grouping import Reading, Text, read
from warmonitor.model import ActorIndex, PlaceIndex
from warmonitor.stages.group.coverage.evidence import Weighed, evidence, look_alikes, weigh
from warmonitor.stages.group.coverage.linkage import linked, pair_of
from warmonitor.stages.group.coverage.rarity import Rarity
from warmonitor.stages.group.coverage.signature import signature_of
from warmonitor.stages.group.coverage.weights import KEPT
from warmonitor.stages.group.facts import Scene

Floats = NDArray[np.float64]
BESIDE = 0.03  # how much the pairs of ECB+ weigh together, where those of Airwars Syria weigh 1
UNLIKE = 40.0  # what all unlike pairs of a set weigh against its like pairs
PENALTY = 5.0
STEPS = 40
TRIED = np.arange(0.4, 0.8, 0.04)
HEAD = """\
# How surely two reports tell of one happening (weights.py): a constant, and a weight for each evidence.
# Made by training/coverage.py from pairs of the tuning parts of Airwars Syria and ECB+; `join` is chosen
# on the same.
"""


@dataclass(frozen=True)
class Pairs:
    """Pairs of texts of one set: evidence by row, whether they tell of one happening, and their weights."""

    ids: list[tuple[str, str]]
    evidence: Floats
    alike: NDArray[np.bool_]
    weights: Floats


def weighed(texts: Sequence[Text], reading: Reading) -> dict[str, Weighed]:
    """Return each text that was read, as it is compared among all of `texts`."""
    scene = Scene(
        {one.id: one for one in reading.reports}, PlaceIndex.of(reading.places), ActorIndex.of(reading.actors)
    )
    claims: dict[str, list] = {one.id: [] for one in reading.reports}  # type: ignore[type-arg]
    for claim in reading.claims:
        claims[claim.report].append(claim)
    of_text = {t.id: reading.report_of[t.id] for t in texts if t.id in reading.report_of}
    made = {t: signature_of(scene.reports[r], claims[r], scene) for t, r in sorted(of_text.items())}
    rarity = Rarity()
    for one in made.values():
        rarity.add(one.words.counts)
    return {text: weigh(one, rarity) for text, one in made.items()}


def pairs(texts: Sequence[Text], compared: dict[str, Weighed], share: float) -> tuple[Pairs, list[str]]:
    """Return all pairs of the texts with their evidence, and its names; pairs of big groups weigh less."""
    told = {text.id: text.told for text in texts}
    ids = list(combinations(sorted(set(told) & set(compared)), 2))
    apart = [look_alikes(*(compared[text].signature for text in pair)) for pair in ids]
    ids = [
        pair for pair, told_apart in zip(ids, apart, strict=True) if not told_apart
    ]  # never brought together
    found = [evidence(compared[one], compared[other]) for one, other in ids]
    alike = np.array([bool(told[one] & told[other]) for one, other in ids])
    mates = {one: sum(bool(told[one] & told[other]) for other in told) - 1 for one in told}
    like = np.array([1 / np.sqrt(max(1, min(mates[one], mates[other]))) for one, other in ids])
    unlike = like[alike].sum() * UNLIKE / max(1, (~alike).sum())
    weights = np.where(alike, like, unlike)
    rows = np.array([list(one.values()) for one in found])
    return Pairs(ids, rows, alike, weights * share / like[alike].sum()), list(found[0])


def learn(sets: Iterable[Pairs]) -> tuple[float, Floats]:
    """Return constant and weights, by Newton's method with a penalty on the weights of scaled evidence."""
    several = list(sets)
    rows, alike = (np.concatenate([getattr(one, name) for one in several]) for name in ("evidence", "alike"))
    weights = np.concatenate([one.weights for one in several])
    weights *= 20_000 / weights.sum()
    mean, scale = rows.mean(0), np.maximum(rows.std(0), 1e-6)
    inputs = np.hstack([np.ones((len(rows), 1)), (rows - mean) / scale])
    penalty = np.diag([0.0] + [PENALTY] * rows.shape[1])
    found = np.zeros(inputs.shape[1])
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-np.clip(inputs @ found, -30, 30)))
        slope = inputs.T @ (weights * (alike - sure)) - penalty @ found
        bend = (inputs * (weights * sure * (1 - sure))[:, None]).T @ inputs + penalty
        found += np.linalg.solve(bend, slope)
    plain = found[1:] / scale
    return float(found[0] - (plain * mean).sum()), plain


def f1(texts: Sequence[Text], mine: Pairs, constant: float, weights: Floats, join: float) -> float:
    """Return B-cubed F1 on the tuning part, where all texts are grouped together with these weights."""
    sure = 1 / (1 + np.exp(-np.clip(constant + mine.evidence @ weights, -30, 30)))
    likeness = {pair_of(*ids): float(one) for ids, one in zip(mine.ids, sure, strict=True) if one >= KEPT}
    read_ = {one for ids in mine.ids for one in ids}
    group_of = {one: group[0] for group in linked(read_, likeness, join) for one in group}
    tune = [text for text in texts if text.tuned_on and text.id in read_]
    return bcubed([text.told for text in tune], [frozenset({group_of[text.id]}) for text in tune]).f1


def main(arguments: list[str]) -> None:
    """Print the weights as YAML."""
    sets: list[tuple[list[Text], Pairs]] = []
    learned: list[Pairs] = []
    names: list[str] = []
    for module, share in ((airwars_syria, 1.0), (ecbplus, BESIDE)):
        texts = module.read_texts(Path(arguments[0]))
        compared = weighed(texts, read(texts))
        tune, names = pairs([text for text in texts if text.tuned_on], compared, share)
        sets.append((texts, pairs(texts, compared, share)[0]))
        learned.append(tune)
    constant, weights = learn(learned)
    join = max(TRIED, key=lambda t: sum(f1(*one, constant, weights, t) for one in sets))
    print(f"{HEAD}join: {join:.2f}\nconstant: {constant:.4f}\nweights:")
    for name, one in zip(names, weights, strict=True):
        print(f"  {name}: {one:.4f}")


if __name__ == "__main__":
    main(sys.argv[1:])
