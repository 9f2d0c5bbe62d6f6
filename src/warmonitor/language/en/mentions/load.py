"""Read the tagger that comes with the package."""

from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import numpy as np

from warmonitor.language.en.mentions.tagger import Tagger, Weights

_TOP = np.float32(9)


@lru_cache(maxsize=2)
def load_tagger(path: Path | None = None) -> Tagger:
    """Return the tagger with the packaged weights, or with those of an .npz file made by training/names."""
    packaged = files("warmonitor.language.en.mentions").joinpath("model.npz")
    content = path.read_bytes() if path else packaged.read_bytes()
    with np.load(BytesIO(content)) as stored:
        arrays = {name: stored[name] for name in stored.files}
    words = arrays["words.int8"].astype(np.float32) * arrays["words.scale"].astype(np.float32)
    weights = Weights(
        hidden=arrays["hidden"].astype(np.float32),
        hidden_bias=arrays["hidden_bias"].astype(np.float32),
        out=arrays["out"].astype(np.float32),
        out_bias=arrays["out_bias"].astype(np.float32),
        words=words,
    )
    nouns = bytes(arrays["nouns"]).decode("ascii").split("\n")
    shares = arrays["shares"].astype(np.float32) / _TOP
    return Tagger(weights, dict(zip(nouns, shares, strict=True)))
