"""What an entity of Wikidata says: names by language, items and days of its statements."""

from collections.abc import Iterator
from typing import Any

from warmonitor.reference.actors.wikidata.dump import Entity

_PRECISION = {9: 4, 10: 7, 11: 10}  # year, month, day: how many characters of the ISO date are known


def label(entity: Entity, language: str = "en") -> str | None:
    """Return an entity's label in a language."""
    found = _mapping(_mapping(entity.get("labels")).get(language)).get("value")
    return found if isinstance(found, str) else None


def aliases(entity: Entity, language: str = "en") -> list[str]:
    """Return its aliases in a language, in alphabetical order."""
    rows = _mapping(entity.get("aliases")).get(language)
    found = (_mapping(row).get("value") for row in rows) if isinstance(rows, list) else ()
    return sorted({one for one in found if isinstance(one, str)})


def statements(entity: Entity, of: str) -> Iterator[dict[str, Any]]:
    """Yield the statements of a property that are not deprecated."""
    rows = _mapping(entity.get("claims")).get(of)
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict) and row.get("rank") != "deprecated":
            yield row


def items(entity: Entity, *properties: str) -> list[str]:
    """Return the ids of the items that its statements of some properties name, each once, in their order."""
    found = (_item(row.get("mainsnak")) for of in properties for row in statements(entity, of))
    return list(dict.fromkeys(one for one in found if one))


def item_of(statement: dict[str, Any]) -> str | None:
    """Return the id of the item that a statement names."""
    return _item(statement.get("mainsnak"))


def text(entity: Entity, of: str) -> str | None:
    """Return the first text that a property has."""
    found = (_value(row.get("mainsnak")) for row in statements(entity, of))
    return next((one for one in found if isinstance(one, str)), None)


def day(entity: Entity, of: str) -> str | None:
    """Return the first year, month or day of a property, as far as it is known."""
    return next((one for row in statements(entity, of) if (one := _day(row.get("mainsnak")))), None)


def qualified(statement: dict[str, Any], of: str) -> str | None:
    """Return the year, month or day of a qualifier of a statement."""
    rows = _mapping(statement.get("qualifiers")).get(of)
    return next((one for row in rows if (one := _day(row))), None) if isinstance(rows, list) else None


def _day(snak: object) -> str | None:
    value = _mapping(_value(snak))
    time, size = value.get("time"), _PRECISION.get(value.get("precision", 0))
    return time[1 : 1 + size] if isinstance(time, str) and size and time[:1] == "+" else None


def _item(snak: object) -> str | None:
    found = _mapping(_value(snak)).get("id")
    return found if isinstance(found, str) else None


def _value(snak: object) -> object:
    return _mapping(_mapping(snak).get("datavalue")).get("value")


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
