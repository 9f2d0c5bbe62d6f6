"""Read the weights that come with the package, or others of the same form."""

import json
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import numpy as np

from warmonitor.language.en.attribution.reader import AttributionReader
from warmonitor.language.en.attribution.senses import Senses


@lru_cache(maxsize=2)
def load_reader(path: Path | None = None) -> AttributionReader:
    """Return the reader with the packaged weights, or with those of an .npz file made by training/."""
    own = files("warmonitor.language.en.attribution").joinpath("model.npz")
    content = path.read_bytes() if path else own.read_bytes()
    with np.load(BytesIO(content)) as stored:
        arrays = {name: stored[name] for name in stored.files}
    relations = json.loads(arrays.pop("relations").tobytes())
    table = {name: arrays.pop(f"senses.{name}") for name in ("keys", "counts", "files", "shares")}
    weights = {name: array.astype(np.float32) for name, array in arrays.items()}
    return AttributionReader(weights, Senses(table), relations)
