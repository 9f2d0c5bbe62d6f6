"""Turns the register's YAML into the one JSON file that is loaded: `python -m warmonitor.reference.actors.compile`."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from warmonitor.reference.actors.words import fold_name

DATA = Path(__file__).parent.parent / "data" / "actors"
COMPILED = DATA / "register.json"
_LISTS = (
    "forces", "state_forces", "government", "government_words", "pro_government", "loyalists", "unnamed",
    "speakers", "reporters", "papers", "units", "speech", "stops", "determiners",
    "civilians",
)  # fmt: skip


def folded(words: Iterable[str]) -> list[str]:
    """Return the words as they are compared: folded, single spaces, sorted."""
    return sorted({" ".join(fold_name(word)) or word for word in words})


def _read(name: str) -> Any:
    return yaml.safe_load((DATA / name).read_text(encoding="utf-8"))


def _group(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "key": row["key"], "name": row["name"], "kind": row["kind"], "side": row.get("side"),
        "countries": row.get("in", []), "aliases": row.get("also", []), "wikidata": row.get("wikidata"),
        "parent": row.get("parent"), "backers": row.get("backers", []),
        "since": _text(row.get("since")), "until": _text(row.get("until")),
    }  # fmt: skip


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _holder(row: list[Any]) -> dict[str, Any]:
    name, office, of, since, until, *aliases = row
    return {
        "key": "person:" + " ".join(fold_name(name)), "name": name, "office": office, "of": of,
        "since": _text(since), "until": _text(until), "aliases": aliases,
        "country": of.removeprefix("state:").partition("/")[0] if of.startswith("state:") else None,
    }  # fmt: skip


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


def compile_register() -> dict[str, Any]:
    """Read all YAML of the register and return it in the form of `register.json`."""
    groups = [_group(row) for path in sorted(DATA.glob("groups-*.yml")) for row in _read(f"{path.name}")]
    return {
        "entries": sorted(groups, key=lambda row: row["key"]),
        "holders": sorted(
            (_holder(row) for row in _read("offices.yml")), key=lambda r: (r["key"], r["since"] or "")
        ),
        "countries": _read("countries.yml"),
        "institutions": {
            key: row | {"words": folded(row["words"]), "offices": folded(row["offices"])}
            for key, row in _read("institutions.yml").items()
        },
        "metonyms": _read("metonyms.yml"),
        "lexicon": _lexicon(),
    }


def main() -> None:
    """Write `register.json` beside the YAML."""
    text = json.dumps(
        compile_register(), ensure_ascii=False, indent=None, separators=(",", ":"), sort_keys=True
    )
    COMPILED.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
