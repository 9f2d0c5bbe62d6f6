"""How many records of the account are new, changed or gone lately, by list; each count leads to them."""

from warmonitor.store.database import Database, Transaction
from warmonitor.store.since import What
from warmonitor.store.turned import untold
from warmonitor.store.turns import MOST, Kept, counts, kept_since
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.situation.came import Counted, many
from warmonitor.web.pages.situation.periods import Lately

LISTS = {
    "events": "Events",
    "figures": "Figures",
    "control": "Spells of control",
    "access": "Ways out of places",
    "disputes": "Disputes",
    "agreements": "Agreements",
    "posts": "Posts",
    "statements": "Statements",
    "actors": "Actors",
    "places": "Places",
}
SAID = {What.NEW: "new", What.CHANGED: "changed", What.GONE: "gone", What.DETAILS: "details"}
FIRST = (What.NEW, What.CHANGED, What.GONE)  # what is told without being asked for


class TurnedRow(Part):
    """A list of the account, and for each of the days how many of its records are new, changed, gone."""

    kind: str
    said: str
    counts: list[list[Counted]]


class Turned(Part):
    """What turned lately; `made` is the day on which the account was first made, where it is one of these.

    `kept` is the day from which on it is kept what turned, where it is one of these; `all` are lists of all.
    """

    rows: list[TurnedRow]
    all: list[Counted]
    made: str | None
    kept: str | None


def turned(database: Database, lately: list[Lately]) -> Turned:
    """Return what turned within each of some days."""
    return database.read(lambda connection: _turned(connection, lately))


def telling(database: Database) -> bool:
    """Say whether what turned is still to be told in part."""
    return database.read(untold)


def first_days(kept: Kept, since: str) -> tuple[str | None, str | None]:
    """Return the day on which the account was made, and that from which it is kept, if not before a day."""
    made, begun = (day.isoformat() if day else None for day in (kept.made, kept.since))
    if made:
        return (made if made >= since else None), None
    return None, (begun if begun and begun >= since else None)


def _turned(connection: Transaction, lately: list[Lately]) -> Turned:
    found = [counts(connection, one.since, one.until, FIRST) for one in lately]
    made, kept = first_days(kept_since(connection), min(one.since for one in lately).isoformat())
    rows = [
        TurnedRow(
            kind=kind,
            said=said,
            counts=[_counts(kind, one, told) for one, told in zip(lately, found, strict=True)],
        )
        for kind, said in LISTS.items()
        if any(key[0] == kind for told in found for key in told)
    ]
    every = [
        Counted(said=one.said, href=one.listed("/news"))
        for one, told in zip(lately, found, strict=True)
        if told
    ]
    return Turned(rows=rows, all=every, made=made, kept=kept)


def _counts(kind: str, days: Lately, found: dict[tuple[str, What], int]) -> list[Counted]:
    return [
        Counted(
            said=f"{many(found[kind, what], MOST)} {SAID[what]}",
            href=days.listed("/news", list=kind, what=SAID[what]),
        )
        for what in FIRST
        if (kind, what) in found
    ]
