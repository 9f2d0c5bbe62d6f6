"""Towns with two names of which the gazetteer that comes with the program lacks one."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from warmonitor.reference.gazetteer.spelling import norm


@dataclass(frozen=True, slots=True)
class Rename:
    """A town's two names: `known` is the one that the gazetteer has.

    `country` is ISO 3166-1 alpha-2; `since` is the year from which `other` is the name, `until` the year up
    to which it was, both None where two peoples call the town otherwise.
    """

    country: str
    known: str
    other: str
    since: int | None = None
    until: int | None = None

    @property
    def because(self) -> str:
        """Return in words how the two names are one town."""
        if self.until is not None:
            return f"“{self.other}” was the name of {self.known} until {self.until}"
        if self.since is not None:
            return f"“{self.other}” is the name of {self.known} since {self.since}"
        return f"“{self.other}” is another name of {self.known}"


@lru_cache(maxsize=1)
def load_renames() -> Mapping[str, tuple[Rename, ...]]:
    """Return the renamed towns by the key of the name that the gazetteer lacks, read once."""
    text = (files("warmonitor.reference.data") / "renames.yml").read_text(encoding="utf-8")
    found: dict[str, tuple[Rename, ...]] = {}
    for row in yaml.load(text, Loader=yaml.CSafeLoader):
        for other in row.pop("other"):
            one = Rename(other=other, **row)
            found[norm(other)] = (*found.get(norm(other), ()), one)
    return found
