"""Which lines of a map are roads that a lorry can take, and which points are crossings or places."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from warmonitor.reference.roads.records import Mark, Road, SpotKind

Tags = Mapping[str, str]


@dataclass(frozen=True)
class Kinds:
    """The table of data/roads.yml."""

    table: dict[str, Any]

    def marks(self, tags: Tags) -> Mark | None:
        """Return what piece of road the tags make, None where no lorry can or may drive."""
        if self._shut(tags):
            return None
        if tags.get("route") in self.table["ferries"] or tags.get("highway") in self.table["ferries"]:
            return Mark.FERRY
        kind = tags.get("highway", "")
        track = kind in self.table["tracks"] and tags.get("tracktype") in self.table["track_grades"]
        if not (track or kind in self.table["main"] or kind in self.table["other"]):
            return None
        found = Mark.MAIN if kind in self.table["main"] else Mark.NONE
        found |= Mark.BRIDGE if tags.get("bridge", "no") != "no" else Mark.NONE
        return found | (Mark.TUNNEL if tags.get("tunnel", "no") != "no" else Mark.NONE)

    def _shut(self, tags: Tags) -> bool:
        closed = any(tags.get(key) in values for key, values in self.closed.items())
        return closed or any(tags.get(key, "no") != "no" for key in self.table["not_built"])

    @property
    def closed(self) -> dict[str, list[str]]:
        """Return the values, by key, of roads that nobody may drive."""
        return {key: [_word(one) for one in values] for key, values in self.table["closed"].items()}

    def spot(self, tags: Tags) -> SpotKind | None:
        """Return what point of note the tags make, None for any other."""
        for kind, key in ((SpotKind.CROSSING, "crossings"), (SpotKind.PLACE, "places")):
            if any(tags.get(tag) in values for tag, values in self.table[key].items()):
                return kind
        return None

    def road(self, tags: Tags) -> Road:
        """Return the number and the names of a road."""
        numbers = (tags[key] for key in self.table["numbers"] if tags.get(key))
        return Road(next(numbers, "").split(";")[0].strip(), self.names(tags))

    def names(self, tags: Tags) -> tuple[str, ...]:
        """Return the names of a road or place in every language, each once, best first."""
        best = [tags[key] for key in self.table["names"] if tags.get(key)]
        others = [tags[key] for key in sorted(tags) if key.startswith("name:") and tags[key]]
        parts = [part.strip() for name in (*best, *others) for part in name.split(";")]
        return tuple(dict.fromkeys(part for part in parts if part))


def _word(value: object) -> str:
    """Return a YAML value as the tag has it: a bare `no` is read as false."""
    return "no" if value is False else str(value)


@lru_cache(maxsize=1)
def load_kinds() -> Kinds:
    """Return the table that comes with the program."""
    text = files("warmonitor.reference").joinpath("data/roads.yml").read_text("utf-8")
    return Kinds(yaml.safe_load(text))
