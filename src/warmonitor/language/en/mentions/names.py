"""What the occurrences of one name in a text say together: a name is of one kind wherever it stands."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np

from warmonitor.language.en.mentions.features import Floats

_ARTICLE = re.compile(r"(?:the|al|el)[ -]|['’]s?$", re.IGNORECASE)


def name_key(name: str) -> str:
    """Return what two spellings of a name share: no article, no genitive, no capitals."""
    return _ARTICLE.sub("", name).lower()


def joint(occurrences: Iterable[tuple[str, Floats]]) -> Mapping[str, Floats]:
    """Return the chances of each name: the mean over its occurrences and over longer names that hold it."""
    seen: dict[str, list[Floats]] = defaultdict(list)
    for name, chances in occurrences:
        seen[name_key(name)].append(chances)
    holders: dict[str, set[str]] = defaultdict(set)
    for key in seen:
        parts = key.split(" ")
        if len(parts) > 1:
            for part in (parts[0], parts[-1]):
                holders[part].add(key)
    return {key: _mean(own, [seen[h] for h in sorted(holders[key])]) for key, own in seen.items()}


def _mean(own: list[Floats], longer: list[list[Floats]]) -> Floats:
    told: Floats = np.mean([*own, *(c for one in longer for c in one)], axis=0)
    return told
