"""Loads the register from its compiled file."""

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

from warmonitor.model import ActorKind
from warmonitor.reference.actors.records import Country, Entry, Generic, Holder, Institution, Lexicon
from warmonitor.reference.actors.register import ActorRegister

_SETS = (
    "forces", "state_forces", "government", "government_words", "pro_government", "loyalists", "unnamed", "speakers",
    "reporters", "papers", "units", "speech", "stops", "determiners", "titles", "organisation_words",
    "peoples",
    "civilians",
)  # fmt: skip


@lru_cache(maxsize=1)
def load_actors() -> ActorRegister:
    """Return the register that ships with the program, read once."""
    path = files("warmonitor.reference") / "data" / "actors" / "register.json"
    return make_register(json.loads(path.read_text(encoding="utf-8")))


def make_register(raw: dict[str, Any]) -> ActorRegister:
    """Build a register from the compiled form."""
    return ActorRegister(
        [_entry(row) for row in raw["entries"]],
        _holders(raw["holders"]),
        [
            Country(code, row[0], tuple(row[1]), tuple(row[2]), tuple(row[3]))
            for code, row in raw["countries"].items()
        ],
        [_institution(key, row) for key, row in sorted(raw["institutions"].items())],
        _lexicon(raw["lexicon"]),
        raw["metonyms"],
    )


def _entry(row: dict[str, Any]) -> Entry:
    fields = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    return Entry(**{**fields, "kind": ActorKind(row["kind"])})


def _holders(rows: list[dict[str, Any]]) -> list[Holder]:
    """Make holders; one who held several offices keeps the last one's key and gets numbered keys before it."""
    made: dict[str, Holder] = {}
    for row in rows:
        holder = Holder(**{**row, "aliases": tuple(row["aliases"])})
        made[holder.key] = holder
    return list(made.values())


def _institution(key: str, row: dict[str, Any]) -> Institution:
    return Institution(key, row["name"], ActorKind(row["kind"]), tuple(row["words"]), tuple(row["offices"]))


def _lexicon(raw: dict[str, Any]) -> Lexicon:
    return Lexicon(
        **{name: frozenset(raw[name]) for name in _SETS},
        generics={
            w: Generic(name, side, ActorKind(kind)) for w, (name, side, kind) in raw["generics"].items()
        },
        groups={w: tuple(ActorKind(k) for k in kinds) for w, kinds in raw["groups"].items()},
        pronouns=raw["pronouns"],
        name_kinds={w: ActorKind(kind) for w, kind in raw["name_kinds"].items()},
    )
