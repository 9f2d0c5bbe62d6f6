"""Turns the register's YAML into the JSON that is loaded: `python -m warmonitor.reference.actors.compile`."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from warmonitor.reference.actors import rows
from warmonitor.reference.actors.check import check
from warmonitor.reference.actors.register import CONSONANTS_LEAST
from warmonitor.reference.actors.words import consonants, fold_name, skeleton

DATA = Path(__file__).parent.parent / "data" / "actors"
COMPILED = DATA / "register.json"
_SHORT = 5
_LISTS = (
    "forces", "state_forces", "government", "government_words", "pro_government", "loyalists", "unnamed",
    "speakers", "reporters", "papers", "channels", "units", "speech", "stops", "determiners",
    "civilians", "humans",
)  # fmt: skip


def folded(words: Iterable[str]) -> list[str]:
    """Return the words as they are compared: folded, single spaces, sorted."""
    return sorted({" ".join(fold_name(word)) or word for word in words})


def _read(name: str) -> Any:
    return yaml.safe_load((DATA / name).read_text(encoding="utf-8"))


def _lexicon() -> dict[str, Any]:
    raw = _read("lexicon.yml")
    made: dict[str, Any] = {name: folded(raw[name]) for name in _LISTS}
    made["generics"] = {
        word: [name, row["side"], row["kind"]]
        for name, row in raw["generic"].items()
        for word in folded(row["words"])
    }
    made["groups"] = {w: row["kinds"] for row in raw["groups"].values() for w in folded(row["words"])}
    made["pronouns"] = {word: name for name, words in raw["pronouns"].items() for word in words}
    names = _read("names.yml")
    made["titles"] = folded(names["titles"])
    made["peoples"] = folded(names["peoples"])
    made["organisation_words"] = folded(names["organisation_words"])
    made["name_kinds"] = {w: kind for kind, words in names["name_kinds"].items() for w in folded(words)}
    return made


def _all(pattern: str) -> list[Any]:
    return [row for path in sorted(DATA.glob(pattern)) for row in _read(path.name)]


def _index(rows: Iterable[Mapping[str, Any]], metonyms: Mapping[str, str]) -> dict[str, dict[str, int]]:
    """Return folded name → key → 1 where the name only counts in capitals ("IS")."""
    index: dict[str, dict[str, int]] = {}
    named = [(alias, row["key"]) for row in rows for alias in _names(row)]
    for alias, key in [*named, *metonyms.items()]:
        known = index.setdefault(" ".join(fold_name(alias)), {})
        capitals = int(len(alias) <= _SHORT and alias.isupper())
        known[key] = min(capitals, known.get(key, 1))
    return index


def _names(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield all that an actor is called: now, at another time, in other languages."""
    yield from (row["name"], *row["aliases"])
    yield from (value for value, _, _ in row.get("called", ()))
    yield from (name for names in row.get("names", {}).values() for name in names)


def _sounds(index: Mapping[str, Mapping[str, int]]) -> dict[str, list[str]]:
    """Return skeleton → keys, for names of several words that have enough consonants."""
    sounds: dict[str, set[str]] = {}
    for name, keys in index.items():
        bones = skeleton(tuple(name.split()))
        if " " in name and name.isascii() and consonants(bones) >= CONSONANTS_LEAST:
            sounds.setdefault(bones, set()).update(keys)
    return {bones: sorted(keys) for bones, keys in sounds.items()}


def _states(countries: Mapping[str, list[Any]]) -> dict[str, list[str]]:
    """Return folded name → (code, what it is); a country's name goes before another's adjective."""
    states: dict[str, list[str]] = {}
    for how, names in (("capital", 2), ("adjective", 1), ("country", 3)):
        for code, row in countries.items():
            for word in [*row[names], *([row[0]] if how == "country" else [])]:
                folded_word = " ".join(fold_name(word))
                if folded_word not in states or how == "country":
                    states[folded_word] = [code, how]
    return states


def compile_register(
    groups: Iterable[Mapping[str, Any]] | None = None, offices: Iterable[list[Any]] | None = None
) -> dict[str, Any]:
    """Read all YAML of the register and return it in the form of `register.json`.

    Rows of `groups` and `offices`, where given, stand in the place of those of the files.

    Raises:
        RegisterError: when a row cannot be right.
    """
    entries = [rows.group(row) for row in (_all("groups-*.yml") if groups is None else groups)]
    holders = rows.holders(_all("offices*.yml") if offices is None else offices)
    countries, institutions = _read("countries.yml"), _read("institutions.yml")
    states = {f"state:{code}" for code in countries}
    keys = states | {f"{state}/{part}" for state in states for part in institutions}
    check(entries, holders, (keys | {row["key"] for row in entries}).__contains__)
    index = _index([*entries, *holders], _read("metonyms.yml"))
    return {
        "entries": sorted(entries, key=lambda row: row["key"]),
        "holders": sorted(holders, key=lambda row: row["key"]),
        "countries": countries,
        "institutions": {
            key: row | {"words": folded(row["words"]), "offices": folded(row["offices"])}
            for key, row in institutions.items()
        },
        "lexicon": _lexicon(),
        "aliases": index,
        "sounds": _sounds(index),
        "states": _states(countries),
    }


def main() -> None:
    """Write `register.json` beside the YAML."""
    text = json.dumps(compile_register(), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    COMPILED.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
