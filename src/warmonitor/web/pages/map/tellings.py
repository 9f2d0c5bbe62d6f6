"""What reports tell of single roads, shut or open: the words, where, on which days."""

from collections.abc import Iterator, Sequence
from datetime import date

from warmonitor.model import RoadState, fold
from warmonitor.store.database import Database
from warmonitor.store.filters import Filters
from warmonitor.store.mapped import OPEN, day_number
from warmonitor.store.reader import Reader, Record
from warmonitor.store.window import spots
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.links import page_of

MOST = 500  # claims of each sort, the latest
ROADS = 1_000  # stretches of road whose names are looked for
_DENIED = "denied"


class Spot(Part):
    """A place named with a road; its coordinates are null where it is not known exactly."""

    name: str
    latitude: float | None
    longitude: float | None


class Telling(Part):
    """A claim that a road is open, or shut: its words, the roads of the map named in them, places, days.

    Days are counted from 1970-01-01, with a million for an open end and minus that for an open start.
    """

    id: str
    href: str
    open: bool
    stance: str
    words: str
    roads: list[str]
    places: list[Spot]
    first: int
    last: int
    days: str


def tellings(
    reader: Reader, database: Database, since: date, until: date, place: str | None
) -> list[Telling]:
    """Return what is told of roads on some days and not denied, by days and id."""
    claims = [
        one
        for state in RoadState
        for one in reader.from_newest(
            "claims", Filters(place, type=state, since=since, until=until), limit=MOST
        ).records
        if one["stance"] != _DENIED and one["modality"] == "actual"
    ]
    if not claims:
        return []
    names = {one["name"]: fold(one["name"]) for one in reader.page("roads", limit=ROADS).records}
    places = {where["place"] for one in claims for where in one["where"] if where["place"]}
    lies = database.read(lambda connection: spots(connection, places))
    known = {
        key: (north, east)
        for key, north, east, how in zip(
            *(lies[name] for name in ("id", "latitude", "longitude", "precision")), strict=True
        )
        if how == "exact"
    }
    told = [_telling(one, names, known) for one in claims]
    return sorted(told, key=lambda one: (one.first, one.last, one.id))


def _telling(claim: Record, names: dict[str, str], known: dict[str, tuple[float, float]]) -> Telling:
    said = f" {fold(claim['quote']['text'])} "
    return Telling(
        id=claim["id"],
        href=page_of("claims", claim["id"]),
        open=claim["road"] == RoadState.OPEN,
        stance=claim["stance"],
        words=claim["quote"]["text"],
        roads=[name for name, folded in names.items() if folded and f" {folded} " in said],
        places=list(_spots(claim["where"], known)),
        first=day_number(claim["when"]["earliest"], -OPEN),
        last=day_number(claim["when"]["latest"], OPEN),
        days=words.when(claim["when"]),
    )


def _spots(where: Sequence[Record], known: dict[str, tuple[float, float]]) -> Iterator[Spot]:
    for one in where:
        north, east = known.get(one["place"] or "", (None, None))
        yield Spot(name=one["name"] or one["said"], latitude=north, longitude=east)
