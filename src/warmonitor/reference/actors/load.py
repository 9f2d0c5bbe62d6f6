"""Loads the register from its compiled file."""

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

from warmonitor.model import ActorKind
from warmonitor.reference.actors.records import (
    Country,
    Entry,
    Generic,
    Holder,
    Institution,
    Lexicon,
    Spell,
    Tables,
    Term,
)
from warmonitor.reference.actors.register import ActorRegister

_SETS = (
    "forces", "state_forces", "government", "government_words", "pro_government", "loyalists", "unnamed",
    "speakers", "reporters", "papers", "channels", "units", "speech", "stops", "determiners", "titles",
    "organisation_words", "peoples", "civilians", "humans",
)  # fmt: skip
_SPELLS = ("called", "kinds", "sides", "parents", "sponsors", "split_from", "merged_into")
_COMMON = (
    "generics", "groups", "unnamed", "stops", "determiners", "titles", "forces", "government", "speakers",
    "pronouns", "peoples", "units",
)  # fmt: skip


@lru_cache(maxsize=1)
def load_actors() -> ActorRegister:
    """Return the register that ships with the program, read once."""
    path = files("warmonitor.reference") / "data" / "actors" / "register.json"
    return make_register(json.loads(path.read_text(encoding="utf-8")))


def make_register(raw: dict[str, Any]) -> ActorRegister:
    """Build a register from the compiled form."""
    tables = Tables(
        {row["key"]: _entry(row) for row in raw["entries"]},
        {row["key"]: _holder(row) for row in raw["holders"]},
        {code: _country(code, row) for code, row in raw["countries"].items()},
        {key: _institution(key, row) for key, row in raw["institutions"].items()},
        _lexicon(raw["lexicon"]),
        raw["aliases"],
        raw["sounds"],
        {name: (code, how) for name, (code, how) in raw["states"].items()},
    )
    return ActorRegister(tables)


def _entry(row: dict[str, Any]) -> Entry:
    fields: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    fields["kind"] = ActorKind(row["kind"])
    fields["names"] = tuple((language, tuple(names)) for language, names in sorted(row["names"].items()))
    fields |= {name: tuple(Spell(*spell) for spell in row[name]) for name in _SPELLS}
    return Entry(**fields)


def _holder(row: dict[str, Any]) -> Holder:
    terms = tuple(Term(*term) for term in row["terms"])
    return Holder(**{**row, "aliases": tuple(row["aliases"]), "terms": terms})


def _country(code: str, row: list[Any]) -> Country:
    return Country(code, row[0], tuple(row[1]), tuple(row[2]), tuple(row[3]))


def _institution(key: str, row: dict[str, Any]) -> Institution:
    return Institution(key, row["name"], ActorKind(row["kind"]), tuple(row["words"]), tuple(row["offices"]))


def _lexicon(raw: dict[str, Any]) -> Lexicon:
    sets = {name: frozenset(raw[name]) for name in _SETS}
    return Lexicon(
        **sets,
        generics={
            w: Generic(name, side, ActorKind(kind)) for w, (name, side, kind) in raw["generics"].items()
        },
        groups={w: tuple(ActorKind(k) for k in kinds) for w, kinds in raw["groups"].items()},
        pronouns=raw["pronouns"],
        name_kinds={w: ActorKind(kind) for w, kind in raw["name_kinds"].items()},
        bounds=sets["stops"] | sets["determiners"],
        not_names=sets["titles"] | sets["stops"] | sets["determiners"] | raw["pronouns"].keys(),
        common=frozenset(word for name in _COMMON for word in raw[name]),
    )
