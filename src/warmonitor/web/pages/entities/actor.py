"""An actor: its names and ties, what it says and denies, what is said of it, and ground it held."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from warmonitor.store.filters import Filters
from warmonitor.store.reader import Reader, Record
from warmonitor.web.pages.entities.judged import Bearing, bearings
from warmonitor.web.pages.entities.lines import (
    AgreementLine,
    DisputeLine,
    EventLine,
    Named,
    PostLine,
    agreement_line,
    dispute_line,
    event_line,
    post_line,
)
from warmonitor.web.pages.entities.naming import LOOKED_AT, NameSeen, names_seen
from warmonitor.web.pages.entities.spells import Strips, strips
from warmonitor.web.pages.entities.statement import StatementLine, statement_lines
from warmonitor.web.pages.entities.ways import Way, review_of, ways
from warmonitor.web.pages.frame.more import More, tallied
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.evidence import Sentence, told
from warmonitor.web.pages.wording.links import listed
from warmonitor.web.pages.wording.prose import Piece, pieces
from warmonitor.web.records import record_of

SHOWN = 20
_DENIED, _BONDS, _SPELLS, _MEMBERS = 100, 50, 40, 50
_KINDS = ("claims", "events", "posts", "agreements", "statements", "actors")
_BY_NAME = ("control", "access")


class AsOrigin(Part):
    """The actor as an origin: its Admiralty mark from these reports, and why."""

    mark: str
    because: str
    claims: int
    href: str


class Bond(Part):
    """What one actor is said to be to another, on which days; `ended` where it is said to be over."""

    party: Named | None
    bond: str | None
    counterparty: Named | None
    means: str | None
    ended: bool
    when: str
    sentence: Sentence


class ActorPage(Page):
    """An actor, with parts of the lists that have it; `more` says of each how much is shown.

    `says` are claims it makes, `about` those in which others name it, `denies` those it denies; all three are
    looked for among the newest `looked_at` claims that name it.
    """

    id: str
    kind: str
    inter: int | None
    side: str | None
    status: str
    country: str | None
    wikidata: str | None
    part_of: Named | None
    backers: list[Named]
    members: list[Named]
    origin: AsOrigin | None
    because: list[Piece]
    names: list[NameSeen]
    judgements: list[Bearing]
    review: str | None
    ways: list[Way]
    bonds: list[Bond]
    looked_at: int
    says: list[Sentence]
    denies: list[Sentence]
    about: list[Sentence]
    control: Strips
    events: list[EventLine]
    statements: list[StatementLine]
    agreements: list[AgreementLine]
    posts: list[PostLine]
    disputes: list[DisputeLine]
    more: dict[str, More]


def actor_page(reader: Reader, record: str) -> ActorPage:
    """Return the page of an actor.

    Raises:
        Trouble: 404 when it is not there.
    """
    actor = record_of(reader, "actors", record, "actor")
    claims = reader.newest("claims", Filters(actor=record), LOOKED_AT)
    return ActorPage(
        title=actor["name"],
        **{name: actor[name] for name in ("id", "kind", "inter", "side", "status", "country", "wikidata")},
        **_ties(reader, actor),
        origin=_origin(reader, actor["name"]),
        because=pieces(actor["because"]),
        names=names_seen(reader, "actors", actor, claims),
        judgements=bearings(actor),
        review=review_of("actors", record),
        ways=ways("actors", id=record),
        looked_at=len(claims),
        **_claims(reader, record, claims),
        **_lists(reader, actor, claims),
        more=_more(reader, actor),
    )


def speaks(claim: Record, actor: str) -> bool:
    """Say whether a claim is said by an actor."""
    return any(one["actor"] == actor for one in claim["attribution"])


def _ties(reader: Reader, actor: Record) -> dict[str, Any]:
    """Return what an actor is part of, who backs it, and who is part of it or backed by it."""
    asked = [*filter(None, [actor["part_of"]]), *actor["backers"]]
    known = {one["id"]: one["name"] for one in reader.some("actors", asked)}
    linked = reader.page("actors", Filters(actor=actor["id"]), limit=_MEMBERS).records
    return {
        "part_of": _named(actor["part_of"], known) if actor["part_of"] else None,
        "backers": [_named(one, known) for one in actor["backers"]],
        "members": [Named(id=one["id"], name=one["name"]) for one in linked if one["id"] != actor["id"]],
    }


def _named(actor: str, known: Mapping[str, str]) -> Named:
    return Named(id=actor, name=known[actor]) if actor in known else Named(id=None, name=actor)


def _origin(reader: Reader, name: str) -> AsOrigin | None:
    found = [
        one for one in reader.page("origins", Filters(origin=name), limit=10).records if one["name"] == name
    ]
    if not found:
        return None
    one, href = found[0], listed("/origins", origin=name)
    return AsOrigin(mark=one["mark"], because=one["because"], claims=len(one["claims"]), href=href)


def _claims(reader: Reader, record: str, claims: Sequence[Record]) -> dict[str, Any]:
    """Return what an actor says and denies, what is said of it, and its bonds, as sentences."""
    denied = reader.newest("claims", Filters(actor=record, status="denied"), _DENIED)
    bonds = reader.newest("claims", Filters(actor=record, type="alliance"), _BONDS)
    own = [one for one in claims if speaks(one, record) and one["stance"] != "denied"]
    return {
        "says": _sentences(reader, own),
        "denies": _sentences(reader, [one for one in denied if speaks(one, record)]),
        "about": _sentences(reader, [one for one in claims if not speaks(one, record)]),
        "bonds": _bonds(reader, bonds),
    }


def _bonds(reader: Reader, claims: Sequence[Record]) -> list[Bond]:
    said = {one.claim: one for one in told(reader, claims)}
    return [
        Bond(
            party=_who(one["party"]),
            counterparty=_who(one["counterparty"]),
            **{name: one[name] for name in ("bond", "means", "ended")},
            when=words.when(one["when"]),
            sentence=said[one["id"]],
        )
        for one in claims
        if one["id"] in said
    ]


def _who(named: Record | None) -> Named | None:
    return Named(id=named["actor"], name=named["name"] or named["said"]) if named else None


def _sentences(reader: Reader, claims: Iterable[Record]) -> list[Sentence]:
    return list(told(reader, list(claims)[:SHOWN]))


def _lists(reader: Reader, actor: Record, claims: Sequence[Record]) -> dict[str, Any]:
    here, ids = Filters(actor=actor["id"]), [one["id"] for one in claims]
    return {
        "control": strips(reader.newest("control", Filters(actor=actor["name"]), _SPELLS)),
        "events": list(map(event_line, reader.newest("events", here, SHOWN))),
        "statements": statement_lines(reader, reader.newest("statements", here, SHOWN)),
        "agreements": list(map(agreement_line, reader.newest("agreements", here, SHOWN))),
        "posts": list(map(post_line, reader.newest("posts", here, SHOWN))),
        "disputes": list(map(dispute_line, reader.naming("disputes", "claim", ids, SHOWN))),
    }


def _more(reader: Reader, actor: Record) -> dict[str, More]:
    """Return how many records of each list have the actor; ground is told by its name, all else by its id."""
    counts = tallied(reader, "actor", actor["id"], _KINDS)
    found = {kind: _rest(kind, actor["id"], count) for kind, count in counts.items()}
    held = tallied(reader, "actor", actor["name"], _BY_NAME)
    return found | {kind: _rest(kind, actor["name"], count) for kind, count in held.items()}


def _rest(kind: str, actor: str, total: int) -> More:
    most = _SPELLS if kind == "control" else SHOWN
    return More(shown=min(total, most), total=total, href=listed(f"/{kind}", actor=actor))
