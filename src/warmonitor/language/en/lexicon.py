"""The English lexicons, kept as YAML beside this file."""

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


@lru_cache
def load_lexicon(name: str) -> dict[str, Any]:
    """Return the lexicon `data/<name>.yml` as it stands: mappings of lists and words.

    Raises:
        FileNotFoundError: when there is no lexicon of that name.
    """
    text = files("warmonitor.language.en").joinpath("data", f"{name}.yml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=yaml.CSafeLoader)
    return dict(loaded)
