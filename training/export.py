"""From PyTorch weights to the file that the program reads."""

import json
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

Array = NDArray[np.float32]


def named(state: dict[str, torch.Tensor]) -> dict[str, Array]:
    """Return the weights under the names that the program's net uses."""
    weights: dict[str, Array] = {}
    for name, tensor in state.items():
        array = tensor.detach().numpy().astype(np.float32)
        part, _, rest = name.partition(".")
        if part == "tables":
            weights["table." + rest.split(".")[0]] = array
        elif part in {"low", "top"}:
            layer = "0" if part == "low" else "1"
            weights[rest.replace("_l0", f"_l{layer}")] = array
        else:
            weights[name] = array
    for name in [n for n in weights if "bias_ih" in n]:
        weights[name.replace("bias_ih", "bias")] = weights.pop(name) + weights.pop(
            name.replace("bias_ih", "bias_hh")
        )
    return weights


def write(path: Path, weights: dict[str, Array], labels: dict[str, list[str]], keys: list[list[int]]) -> None:
    """Write tables as int8 with a scale a row, all else as fp16, labels as JSON, keys as uint32."""
    arrays: dict[str, NDArray[np.generic]] = {
        "labels": np.frombuffer(json.dumps(labels, ensure_ascii=False).encode(), np.uint8)
    }
    for kind, known in enumerate(keys):
        arrays[f"keys.{kind}"] = np.array(known, np.uint32)
    for name, array in weights.items():
        if name.startswith("table."):
            scale = np.maximum(np.abs(array).max(axis=1), 1e-6) / 127
            arrays[f"{name}.int8"] = np.rint(array / scale[:, None]).astype(np.int8)
            arrays[f"{name}.scale"] = scale.astype(np.float32)
        else:
            arrays[name] = array.astype(np.float16)
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]
