"""Rows for the register out of a dump: what known actors lack, new actors, holders of offices."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from warmonitor.reference.actors.records import Entry
from warmonitor.reference.actors.register import ActorRegister
from warmonitor.reference.actors.wikidata import fields
from warmonitor.reference.actors.wikidata.dump import Entity
from warmonitor.reference.actors.wikidata.known import Known
from warmonitor.reference.actors.words import fold_name

_CLASS, _OFFICE, _START, _END = "P31", "P39", "P580", "P582"
_COUNTRY, _SINCE, _UNTIL = ("P17", "P2541"), "P571", "P576"
_TIES = {
    "backers": ("P859",), "parent": ("P361", "P127"), "split_from": ("P155", "P1365"),
    "merged_into": ("P156", "P1366"),
}  # fmt: skip
Row = dict[str, Any]


@dataclass(slots=True)
class Candidates:
    """What a person is to judge: by id of Wikidata, so that the same dump gives the same."""

    known: dict[str, Row] = field(default_factory=dict)
    new: dict[str, Row] = field(default_factory=dict)
    unsure: dict[str, Row] = field(default_factory=dict)
    holders: dict[str, list[list[str | None]]] = field(default_factory=dict)

    def tree(self) -> Row:
        """Return them as the YAML that is written, each list by id."""
        rows = {"known": self.known, "new": self.new, "unsure": self.unsure}
        lists: Row = {
            name: [found[key] for key in sorted(found, key=_number)] for name, found in rows.items()
        }
        offices = [row for key in sorted(self.holders, key=_number) for row in self.holders[key]]
        return {**lists, "offices": offices}


def make_candidates(entities: Iterable[Entity], known: Known, register: ActorRegister) -> Candidates:
    """Return candidates for the entities that are armed bodies or hold an office of a state.

    Fields that a row of the register has are never given again.
    """
    found, by_id = Candidates(), {e.wikidata: e for e in register.entries.values() if e.wikidata}
    for entity in entities:
        kind = known.kind(fields.items(entity, _CLASS))
        if kind is not None and fields.label(entity):
            _judge(found, _row(entity, kind, known), register, by_id)
        if rows := _terms(entity, known, register):
            found.holders[entity["id"]] = rows
    return found


def _judge(found: Candidates, row: Row, register: ActorRegister, by_id: dict[str, Entry]) -> None:
    """Put a row where it belongs: a known actor's, one of several known ones', or a new one's."""
    key = row["wikidata"]
    same = [by_id[key]] if key in by_id else _namesakes(row, register)
    ties = {
        part: [by_id[one].key if one in by_id else one for one in ids]
        for part, ids in row.pop("ties").items()
    }
    row |= {"ties": ties} if ties else {}
    if len(same) == 1:
        lacking = _lacking(row, same[0])
        if lacking:
            found.known[key] = {"key": same[0].key, "add": lacking}
    elif same:
        found.unsure[key] = {"keys": sorted(e.key for e in same), **row}
    else:
        found.new[key] = row


def _namesakes(row: Row, register: ActorRegister) -> list[Entry]:
    """Return the actors with one of the names and one of the countries; without countries, with the name."""
    keys = {key for name in (row["name"], *row.get("also", ())) for key in register.named(name)}
    entries = [register.entries[key] for key in sorted(keys) if key in register.entries]
    there = set(row.get("in", ()))
    near = [e for e in entries if there.intersection(e.countries) or not there or not e.countries]
    return [e for e in near if e.wikidata in {None, row["wikidata"]}]


def _row(entity: Entity, kind: str, known: Known) -> Row:
    name = fields.label(entity) or ""
    codes = [known.countries[one] for one in fields.items(entity, *_COUNTRY) if one in known.countries]
    names = {
        language: [one for one in (fields.label(entity, language), *fields.aliases(entity, language)) if one]
        for language in known.table["languages"]
    }
    row: Row = {"key": "-".join(fold_name(name)), "name": name, "kind": kind, "in": codes}
    row |= {"also": fields.aliases(entity), "names": {code: own for code, own in names.items() if own}}
    row |= {
        "since": fields.day(entity, _SINCE),
        "until": fields.day(entity, _UNTIL),
        "wikidata": entity["id"],
    }
    ties = {part: ids for part, of in _TIES.items() if (ids := fields.items(entity, *of))}
    return {part: value for part, value in row.items() if value} | {"ties": ties}


def _lacking(row: Row, entry: Entry) -> Row:
    """Return what the dump has of an actor and its row has not."""
    called = {fold_name(name) for name in (entry.name, *entry.aliases, *(s.value for s in entry.called))}
    also = [name for name in (row["name"], *row.get("also", ())) if fold_name(name) not in called]
    have = {language for language, _ in entry.names}
    names = {language: own for language, own in row.get("names", {}).items() if language not in have}
    lacking: Row = {"also": also, "names": names}
    lacking |= {part: row.get(part) for part in ("since", "until", "wikidata") if not getattr(entry, part)}
    lacking |= {"ties": {k: v for k, v in row.get("ties", {}).items() if not getattr(entry, k)}}
    return {part: value for part, value in lacking.items() if value}


def _terms(entity: Entity, known: Known, register: ActorRegister) -> list[list[str | None]]:
    """Return rows of offices that a person held and that the register lacks."""
    rows: list[list[str | None]] = []
    name = fields.label(entity)
    for statement in fields.statements(entity, _OFFICE):
        office, country = known.offices.get(fields.item_of(statement) or "", ("", ""))
        state = register.state(country) if country else None
        if name is None or state is None:
            continue
        part = known.table["parts"].get(office)
        of = f"state:{state[0]}" + (f"/{part}" if part else "")
        if not _held(register, name, office, of):
            rows.append(
                [name, office, of, fields.qualified(statement, _START), fields.qualified(statement, _END)]
            )
    return rows


def _held(register: ActorRegister, name: str, office: str, of: str) -> bool:
    holders = [register.holders[key] for key in register.named(name) if key in register.holders]
    return any((term.office, term.of) == (office, of) for holder in holders for term in holder.terms)


def _number(key: str) -> tuple[int, str]:
    digits = re.sub(r"\D", "", key)
    return int(digits or 0), key
