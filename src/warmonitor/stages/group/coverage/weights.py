"""How surely two reports tell of one happening: a logistic model over their evidence, its weights shipped."""

import math
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

import yaml

KEPT = 0.02  # a pair less sure than this counts as not alike


@lru_cache(maxsize=1)
def load_weights() -> tuple[float, float, dict[str, float]]:
    """Return the likeness from which reports are brought together, the constant, and the weights by name."""
    raw = yaml.safe_load(files(__package__).joinpath("data/weights.yml").read_text("utf-8"))
    return float(raw["join"]), float(raw["constant"]), {k: float(v) for k, v in raw["weights"].items()}


def sureness(evidence: Mapping[str, float]) -> float:
    """Return the chance (0 to 1, six digits) that two reports tell of one happening."""
    _, constant, weights = load_weights()
    odds = constant + math.fsum(weights[name] * evidence[name] for name in weights)
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 6)
