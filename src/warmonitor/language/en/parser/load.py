"""Read the weights that come with the package, or others of the same form."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from warmonitor.language.en.parser.net import Matrix, Net
from warmonitor.language.en.parser.parser import Labels, Parser


@lru_cache(maxsize=2)
def load_parser(path: Path | None = None) -> Parser:
    """Return the parser with the packaged weights, or with those of an .npz file made by training/."""
    content = (
        path.read_bytes()
        if path
        else files("warmonitor.language.en.parser").joinpath("model.npz").read_bytes()
    )
    with np.load(BytesIO(content)) as stored:
        arrays = {name: stored[name] for name in stored.files}
    labels = json.loads(arrays.pop("labels").tobytes())
    known = [
        arrays.pop(f"keys.{kind}").tolist() for kind in range(sum(n.startswith("keys.") for n in arrays))
    ]
    return parser_from(_floats(arrays), labels, known)


def parser_from(
    weights: dict[str, Matrix], labels: Mapping[str, Sequence[str]], known: Sequence[Sequence[int]]
) -> Parser:
    """Return a parser of weights, classes and the known feature keys of each kind (row = place + 1)."""
    names = Labels(**{task: tuple(classes) for task, classes in labels.items()})
    return Parser(Net(weights), names, [{key: row + 1 for row, key in enumerate(keys)} for keys in known])


def _floats(arrays: dict[str, NDArray[np.generic]]) -> dict[str, Matrix]:
    weights: dict[str, Matrix] = {}
    for name, array in arrays.items():
        if name.endswith(".int8"):
            table = name.removesuffix(".int8")
            weights[table] = array.astype(np.float32) * arrays[f"{table}.scale"].astype(np.float32)[:, None]
        elif not name.endswith(".scale"):
            weights[name] = array.astype(np.float32)
    return weights
