"""Rows of the register's YAML to the form that is compiled: periods, names, offices and their holders."""

from collections.abc import Iterable, Mapping
from typing import Any

from warmonitor.reference.actors.words import fold_name

_PERIODS = {"kinds": "kind", "sides": "side", "parents": "parent", "sponsors": "backers"}
_TIMED = ("called", "split_from", "merged_into")


def group(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return one row of a groups file; what has no period holds for ever."""
    periods = {name: _spells(row.get(key)) for name, key in _PERIODS.items()}
    return {
        "key": row["key"], "name": row["name"], "countries": row.get("in", []),
        "aliases": row.get("also", []), "wikidata": row.get("wikidata"),
        "names": {language: _several(names) for language, names in row.get("names", {}).items()},
        "kind": _last(periods["kinds"]), "side": _last(periods["sides"]), "parent": _last(periods["parents"]),
        "backers": [value for value, _, until in periods["sponsors"] if until is None],
        "since": text(row.get("since")), "until": text(row.get("until")),
        **periods, **{key: _spells(row.get(key)) for key in _TIMED},
    }  # fmt: skip


def _spells(given: object) -> list[list[str | None]]:
    """Return [value, since, until] for each value; one value, or a list of some, may stand without."""
    if given is None:
        return []
    if not isinstance(given, list):
        return [[str(given), None, None]]
    return [_spell(one) if isinstance(one, list) else [str(one), None, None] for one in given]


def _spell(given: list[Any]) -> list[str | None]:
    value, since, until = [*given, None, None][:3]
    return [str(value), text(since), text(until)]


def _last(spells: list[list[str | None]]) -> str | None:
    return spells[-1][0] if spells else None


def _several(names: object) -> list[str]:
    return [str(name) for name in names] if isinstance(names, list) else [str(names)]


def text(value: object) -> str | None:
    """Return a year, month or day as ISO text."""
    return None if value is None else str(value)


def holders(rows: Iterable[list[Any]]) -> list[dict[str, Any]]:
    """Return the persons of offices.yml, each once with all terms; the last one given is the latest."""
    persons: dict[str, dict[str, Any]] = {}
    for name, office, of, since, until, *aliases in rows:
        key = "person:" + " ".join(fold_name(name))
        person = persons.setdefault(key, {"key": key, "name": name, "aliases": [], "terms": []})
        person["aliases"] += [alias for alias in aliases if alias not in person["aliases"]]
        person["terms"].append([office, of, text(since), text(until)])
    for person in persons.values():
        person["terms"].sort(key=lambda term: term[2] or "")
        office, of, since, until = person["terms"][-1]
        person |= {"office": office, "of": of, "since": since, "until": until, "country": _country(of)}
    return list(persons.values())


def _country(of: str) -> str | None:
    return of.removeprefix("state:").partition("/")[0] if of.startswith("state:") else None
