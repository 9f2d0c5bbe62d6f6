"""Sentences that update an earlier toll: the text with the lower figure in its place is the earlier state."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

import yaml

from warmonitor.stages.compare.judge import Pair
from warmonitor.stages.compare.tolls import count_at
from warmonitor.stages.compare.wording import Wording

ALIKE = 0.5  # share of the longer words of the shorter sentence that makes two tell the same
LONG = 4  # letters of a longer word

Part = tuple[int, int]


@lru_cache(maxsize=1)
def _cues() -> frozenset[tuple[str, ...]]:
    raw = yaml.safe_load(files(__package__).joinpath("data/news.yml").read_text("utf-8"))
    return frozenset(tuple(phrase.split()) for phrase in raw["updates"])


def find_updates(wordings: Sequence[Wording], pairs: Sequence[Pair]) -> Iterator[tuple[int, int]]:
    """Yield the places of two reports, of which the first updates a toll that the second still gives."""
    updating: dict[int, list[Part]] = {}
    for pair in pairs:
        for place, other in ((pair.first, pair.second), (pair.second, pair.first)):
            if place not in updating:
                updating[place] = _updating(wordings[place])
            if any(_is_overtaken(wordings[place], part, wordings[other]) for part in updating[place]):
                yield place, other


def _updating(wording: Wording) -> list[Part]:
    """Return the sentences that say that they update a toll."""
    lengths = sorted({len(cue) for cue in _cues()})
    at = [
        start
        for start in range(len(wording.words))
        if any(wording.words[start : start + length] in _cues() for length in lengths)
    ]
    return (
        [part for part in wording.sentences() if any(part[0] <= start < part[1] for start in at)]
        if at
        else []
    )


def _is_overtaken(mine: Wording, part: Part, other: Wording) -> bool:
    """Say whether the sentence of the other text that is most like this one has a lower first count."""
    count = _first_count(mine, part)
    here = _longer_words(mine, part)
    alike = [(_likeness(here, _longer_words(other, there)), there) for there in other.sentences()]
    share, there = max(alike, default=(0.0, (0, 0)))
    lower = _first_count(other, there)
    return share >= ALIKE and count is not None and lower is not None and lower < count


def _first_count(wording: Wording, part: Part) -> int | None:
    counts = (count_at(wording.words, at) for at in range(*part))
    return next((count for count in counts if count is not None), None)


def _longer_words(wording: Wording, part: Part) -> frozenset[str]:
    return frozenset(word for word in wording.words[slice(*part)] if len(word) >= LONG)


def _likeness(here: frozenset[str], there: frozenset[str]) -> float:
    return len(here & there) / max(1, min(len(here), len(there)))
