"""What is looked for on the shelf for each part of a situation report, in bounded looks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from warmonitor.exports.wanted import shown
from warmonitor.store.database import Transaction
from warmonitor.store.period import Period, Weighed, linked_to, weightiest
from warmonitor.web.sitrep.scope import Scope

IMPACT = ("killed", "injured", "missing", "detained", "abducted", "displaced", "remaining", "population")
_BY_CLAIMS = 60  # claims through which agreements, posts and roads are found


@dataclass(frozen=True, slots=True)
class Look:
    """A list of the account, what its records must be linked to, how many are told; days as of `Period`.

    `last` looks at the last day alone.
    """

    kind: str
    most: int
    links: tuple[tuple[str, str], ...] = ()
    last: bool = False
    steady: bool = False
    begins: bool = False

    def period(self, scope: Scope) -> Period:
        """Return which records of the list are meant."""
        since = scope.until if self.last else scope.since
        return Period(since, scope.until, scope.places, self.links, self.steady, self.begins)


@dataclass(frozen=True, slots=True)
class Through:
    """A list of the account of which records are found by the claims of a type that they rest on."""

    kind: str
    most: int
    type: str


_TOLD = 10
LOOKS = {
    "events": Look("events", 24),
    **{one: Look("figures", 16 if one == "killed" else 8, (("measure", one),)) for one in IMPACT},
    "changes": Look("control", 16, begins=True),
    "held": Look("control", 24, last=True, steady=True),
    "surrounded": Look("control", _TOLD, (("status", "surrounded"),), steady=True),
    "cut off": Look("access", _TOLD, (("status", "cut off"),), last=True, steady=True),
    "movement": Look("claims", _TOLD, (("type", "movement"),)),
    "access": Look("claims", _TOLD, (("type", "access"),)),
}
THROUGH = {
    "deals": Through("agreements", 8, "agreement"),
    "posts": Through("posts", 8, "post"),
    "roads": Through("access", _TOLD, "access"),
}
DISPUTES = 10


def look(
    connection: Transaction, scope: Scope, name: str, start: int = 0, most: int | None = None
) -> Weighed:
    """Return what is told of in a part, from a place on."""
    if name in THROUGH:
        return _through(connection, scope, THROUGH[name], start, most)
    one = LOOKS[name]
    found = weightiest(connection, one.kind, one.period(scope), one.most if most is None else most, start)
    return visible(found)


def _through(connection: Transaction, scope: Scope, one: Through, start: int, most: int | None) -> Weighed:
    claims = Look("claims", _BY_CLAIMS, (("type", one.type),))
    found = visible(weightiest(connection, "claims", claims.period(scope), _BY_CLAIMS))
    keys = [claim["id"] for claim in found.records]
    most = one.most if most is None else most
    return visible(linked_to(connection, one.kind, "claim", keys, most, start))


def every(connection: Transaction, scope: Scope) -> Iterator[tuple[str, Weighed]]:
    """Yield what is told of in each part, by its name."""
    yield from ((name, look(connection, scope, name)) for name in (*LOOKS, *THROUGH))


def disputed(connection: Transaction, claims: Iterable[str], start: int = 0, most: int = DISPUTES) -> Weighed:
    """Return the disputes in which some claims stand."""
    return visible(linked_to(connection, "disputes", "claim", claims, most, start))


def visible(found: Weighed) -> Weighed:
    """Return what was found without what reviewers rejected or marked sensitive."""
    return replace(found, records=tuple(one for one in found.records if shown(one)))
