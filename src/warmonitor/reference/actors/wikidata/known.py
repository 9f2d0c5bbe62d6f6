"""What a dump says of classes, countries and offices: read first, so that the rest can be read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from warmonitor.reference.actors.wikidata import fields
from warmonitor.reference.actors.wikidata.dump import Entity

_CODE, _SUBCLASS = "P297", "P279"


@dataclass(slots=True)
class Known:
    """Ids of classes with the kind of their instances, of countries with their codes, of offices."""

    table: Mapping[str, Any]
    classes: dict[str, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)
    offices: dict[str, tuple[str, str]] = field(default_factory=dict)

    def wanted(self, line: bytes) -> bool:
        """Say whether a line may be one of them: a class, a country or an office."""
        return b'"P279"' in line or b'"P297"' in line or b" of " in line

    def learn(self, entity: Entity) -> None:
        """Keep an entity where it is a class, a country or an office."""
        name = (fields.label(entity) or "").lower()
        if name in self.table["classes"] and fields.items(entity, _SUBCLASS):
            self.classes[entity["id"]] = name
        if code := fields.text(entity, _CODE):
            self.countries[entity["id"]] = code
        office, _, state = name.partition(" of ")
        while state and office not in self.table["offices"]:
            further, _, state = state.partition(" of ")
            office = f"{office} of {further}"
        if state and office in self.table["offices"]:
            self.offices[entity["id"]] = (self.table["offices"][office], state.removeprefix("the "))

    def kind(self, ids: list[str]) -> str | None:
        """Return the kind of an instance of some classes, the first of the table that fits."""
        names = {self.classes[one] for one in ids if one in self.classes}
        return next((kind for name, kind in self.table["classes"].items() if name in names), None)
