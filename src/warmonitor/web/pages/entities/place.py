"""A place: its names, where it lies and how surely, and all that is told of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from warmonitor.store.filters import Filters
from warmonitor.store.reader import Reader, Record
from warmonitor.web.pages.entities.around import Near, near
from warmonitor.web.pages.entities.judged import Bearing, bearings
from warmonitor.web.pages.entities.lines import (
    AccessLine,
    AgreementLine,
    DisputeLine,
    EventLine,
    FigureLine,
    Named,
    PostLine,
    access_line,
    agreement_line,
    dispute_line,
    event_line,
    figure_line,
    post_line,
)
from warmonitor.web.pages.entities.naming import LOOKED_AT, NameSeen, names_seen
from warmonitor.web.pages.entities.spells import Strips, strips
from warmonitor.web.pages.entities.ways import Way, review_of, ways
from warmonitor.web.pages.frame.more import More, tallied
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.wording.evidence import Sentence, told
from warmonitor.web.pages.wording.links import listed
from warmonitor.web.pages.wording.prose import Piece, pieces
from warmonitor.web.records import record_of

SHOWN = 20
_SPELLS, _AREAS, _ACCESS = 60, 50, 100
_KINDS = ("claims", "events", "figures", "control", "access", "posts", "agreements", "places")


class Instead(Part):
    """Another place that the name could have stood for, and why it was not chosen."""

    name: str
    gazetteer: str | None
    where: str
    because: str


class PlacePage(Page):
    """A place, with parts of the lists that have it; `more` says of each how much is shown."""

    id: str
    latitude: float | None
    longitude: float | None
    radius_km: float | None
    precision: str
    where_prec: int | None
    geo_precision: int | None
    gazetteer: str | None
    country: str | None
    inside: str | None
    of: Named | None
    because: list[Piece]
    runner_up: Instead | None
    names: list[NameSeen]
    judgements: list[Bearing]
    review: str | None
    ways: list[Way]
    areas: list[Named]
    near: list[Near]
    control: Strips
    access: list[AccessLine]
    closes: list[Named]
    posts: list[PostLine]
    events: list[EventLine]
    figures: list[FigureLine]
    agreements: list[AgreementLine]
    disputes: list[DisputeLine]
    claims: list[Sentence]
    more: dict[str, More]


def place_page(reader: Reader, record: str) -> PlacePage:
    """Return the page of a place.

    Raises:
        Trouble: 404 when it is not there.
    """
    place = record_of(reader, "places", record, "place")
    here = Filters(place=record)
    claims = reader.newest("claims", here, LOOKED_AT)
    parts = _parts(reader, here, claims)
    counts = tallied(reader, "place", record, _KINDS)
    return PlacePage(
        title=place["name"],
        **_lies(reader, place),
        because=pieces(place["because"]),
        names=names_seen(reader, "places", place, claims),
        judgements=bearings(place),
        review=review_of("places", record),
        ways=ways("places", id=record),
        near=near(reader, place),
        areas=_areas(reader, here, record),
        **parts,
        more={kind: _more(kind, record, len(_shown(parts, kind)), count) for kind, count in counts.items()},
    )


def _lies(reader: Reader, place: Record) -> dict[str, Any]:
    """Return where a place lies and how surely."""
    of, instead = reader.get("places", place["of"]) if place["of"] else None, place["runner_up"]
    alike = ("id", "latitude", "longitude", "radius_km", "precision", "where_prec", "geo_precision",
             "gazetteer", "country", "inside")  # fmt: skip
    return {
        **{name: place[name] for name in alike},
        "of": of and Named(id=of["id"], name=of["name"]),
        "runner_up": instead and _instead(instead),
    }


def _instead(other: Record) -> Instead:
    where = ", ".join(other[name] for name in ("province", "country") if other[name])
    return Instead(name=other["name"], gazetteer=other["gazetteer"], where=where, because=other["because"])


def _parts(reader: Reader, here: Filters, claims: Sequence[Record]) -> dict[str, Any]:
    """Return the parts of lists that have a place, those of the last days first where days matter."""
    ids = [one["id"] for one in claims]
    return {
        "control": strips(reader.page("control", here, limit=_SPELLS).records),
        **_access(reader, here),
        "posts": list(map(post_line, reader.newest("posts", here, SHOWN))),
        "events": list(map(event_line, reader.newest("events", here, SHOWN))),
        "figures": list(map(figure_line, reader.newest("figures", here, SHOWN))),
        "agreements": list(map(agreement_line, reader.newest("agreements", here, SHOWN))),
        "disputes": list(map(dispute_line, reader.naming("disputes", "claim", ids, SHOWN))),
        "claims": list(told(reader, claims[:SHOWN])),
    }


def _access(reader: Reader, here: Filters) -> dict[str, Any]:
    """Return the access of a place itself, and the places whose way out is told to be closed at it."""
    found = reader.newest("access", here, _ACCESS)
    own = [one for one in found if one["place"]["id"] == here.place]
    others = {one["place"]["id"]: one["place"]["name"] for one in found if one["place"]["id"] != here.place}
    closes = [Named(id=place, name=name) for place, name in sorted(others.items(), key=lambda one: one[1])]
    return {"access": list(map(access_line, own[:SHOWN])), "closes": closes}


def _areas(reader: Reader, here: Filters, record: str) -> list[Named]:
    """Return the areas that are told by this place."""
    found = reader.page("places", here, limit=_AREAS).records
    return [Named(id=one["id"], name=one["name"]) for one in found if one["id"] != record]


def _shown(parts: Mapping[str, Any], kind: str) -> Sequence[Any]:
    if kind == "control":
        return list(parts["control"].spells)
    return list(parts.get(kind, ()))


def _more(kind: str, record: str, shown: int, total: int) -> More:
    return More(shown=shown, total=total, href=listed(f"/{kind}", place=record))
