"""Who stood on which side of an event: by the roles that its claims give, never by the order of names."""

from collections.abc import Iterator
from dataclasses import dataclass

from warmonitor.exports.book import Book
from warmonitor.exports.countries import country_of
from warmonitor.exports.deaths import REBELS as FIGHTERS
from warmonitor.exports.deaths import STATE as FIGHTERS_OF_STATE
from warmonitor.exports.deaths import side_of
from warmonitor.exports.source import Row

STATE = frozenset({"government", "state forces", "external forces"})
ARMED = frozenset({"rebel group", "political militia", "identity militia"})
CIVILIANS_CODE = 7
UNARMED = frozenset({"civilians", "protesters"})
_VAGUE = frozenset({"unknown", "unnamed source"})
# What an actor does to a place, as its own doing or another's.
_GIVES = frozenset({"lost"})


@dataclass(frozen=True, slots=True)
class Side:
    """One actor as an event names it; `code` is ACLED's number of its kind, `gw` that of its state."""

    name: str
    kind: str = "unknown"
    code: int | None = None
    gw: int | None = None


@dataclass(frozen=True, slots=True)
class Sides:
    """Actors of an event: who acted, whom it was done to, and those of whom no claim says which."""

    acting: tuple[Side, ...]
    other: tuple[Side, ...]
    civilians_hit: bool = False

    @property
    def first(self) -> Side | None:
        """Return who acted, None where nobody says."""
        return self.acting[0] if self.acting else None

    @property
    def second(self) -> Side | None:
        """Return whom it was done to."""
        return self.other[0] if self.other else None


def sides_of(event: Row, claims: list[Row], place: Row | None, book: Book) -> Sides:
    """Return the sides of an event; a role that is only denied gives none.

    People who do not fight stand as the second side where they were hit and nobody else was named, as
    ACLED codes "Civilians (Country)".
    """
    known = {ref["id"]: ref["name"] for ref in event["actors"] if not _no_actor(book.actor(ref["id"]))}
    acting = dict.fromkeys(who for who, _ in _roles(claims) if who in known)
    other = dict.fromkeys(who for _, who in _roles(claims) if who in known and who not in acting)
    rest = [who for who in known if who not in acting and who not in other]
    second = [_side(who, known[who], book) for who in (*other, *(rest if acting or other else ()))]
    first = [_side(who, known[who], book) for who in (*acting, *(() if acting or other else rest))]
    if not acting and not other and len(first) > 1:
        first.sort(key=lambda side: side.kind in UNARMED)
        first, second = first[:1], first[1:]
    hit = _civilians_hit(event, claims, second)
    if hit and not second:
        second = [Side(_civilians(place), "civilians", CIVILIANS_CODE)]
    return Sides(tuple(first), tuple(second), hit)


def _roles(claims: list[Row]) -> Iterator[tuple[str | None, str | None]]:
    for claim in claims:
        if claim["stance"] == "denied":
            continue
        doer, done = _id(claim.get("perpetrator")), _id(claim.get("target"))
        if claim["kind"] == "control":
            doer, done = _id(claim.get("party")), _id(claim.get("counterparty"))
            if claim.get("change") in _GIVES:
                doer, done = done, doer
        yield doer, done


def _no_actor(row: Row | None) -> bool:
    """Say whether words were taken for an actor of which nothing is known, such as a thing that was hit."""
    return row is not None and row["kind"] in _VAGUE and row["status"] == "described"


def _civilians_hit(event: Row, claims: list[Row], second: list[Side]) -> bool:
    if (
        event["type"] == "Violence against civilians"
        or event["sub_type"] == "Excessive force against protesters"
    ):
        return True
    if second:
        return all(side.kind in UNARMED for side in second)
    dead = {side_of(claim.get("of")) for claim in claims if claim.get("measure") == "killed"}
    return event.get("harm") is not None and not dead & {FIGHTERS_OF_STATE, FIGHTERS}


def _side(id_: str, name: str, book: Book) -> Side:
    row = book.actor(id_)
    if row is None:
        return Side(name)
    country = country_of(row.get("country"))
    state = country.gw if country and row["kind"] in STATE else None
    return Side(row["name"], row["kind"], row.get("inter"), state)


def _civilians(place: Row | None) -> str:
    country = country_of(place.get("country")) if place else None
    return f"Civilians ({country.name})" if country else "Civilians"


def _id(who: Row | None) -> str | None:
    return who.get("actor") if who else None
