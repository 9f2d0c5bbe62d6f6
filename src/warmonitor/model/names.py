"""Places and actors, as the references know them or as the reports name them."""

from dataclasses import dataclass
from enum import StrEnum


class PlacePrecision(StrEnum):
    """How narrow a place is; the words map to UCDP where_prec 1 to 6 in `reference`."""

    EXACT = "exact"  # a named town, village or site: where_prec 1
    NEAR = "near"  # a limited area round a named place: 2
    DISTRICT = "district"  # second-order division: 3
    PROVINCE = "province"  # first-order division: 4
    REGION = "region"  # vague or larger than a province: 5
    COUNTRY = "country"  # 6
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """Another place that a name could have stood for, and why it was not chosen.

    `gazetteer` as in Place; `country` is ISO 3166-1 alpha-2, `province` the first-order division by name.
    """

    name: str
    gazetteer: str | None = None
    country: str | None = None
    province: str | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place; one that no gazetteer knows has neither coordinates nor `gazetteer`, and says so.

    `latitude` and `longitude` in decimal degrees (WGS 84); `gazetteer` is "geonames:ID", "iso:CODE"
    or None; `inside` is the place that it lies in, by name; `country` is ISO 3166-1 alpha-2;
    `radius_km` is the radius within which the true spot lies; `because` says why the names seen are one.
    `where_prec` is UCDP's code, 1 to 7, None where not located; `of` is the id of the place by which an area
    is told ("near X", "northern X"); `runner_up` is the next place that the name could have stood for.
    """

    id: str
    name: str
    names_seen: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    gazetteer: str | None = None
    precision: PlacePrecision = PlacePrecision.UNKNOWN
    inside: str | None = None
    country: str | None = None
    radius_km: float | None = None
    because: str = ""
    where_prec: int | None = None
    of: str | None = None
    runner_up: RunnerUp | None = None


class ActorKind(StrEnum):
    """ACLED's inter codes 1 to 8, in words, and the kinds that only speak."""

    STATE_FORCES = "state forces"
    REBEL_GROUP = "rebel group"
    POLITICAL_MILITIA = "political militia"
    IDENTITY_MILITIA = "identity militia"
    RIOTERS = "rioters"
    PROTESTERS = "protesters"
    CIVILIANS = "civilians"
    EXTERNAL = "external forces"
    GOVERNMENT = "government"
    OBSERVATORY = "observatory"
    AID = "aid organisation"
    INTERNATIONAL = "international organisation"
    AGENCY = "news agency"
    OUTLET = "outlet"
    PERSON = "person"
    UNNAMED = "unnamed source"
    UNKNOWN = "unknown"


class ActorStatus(StrEnum):
    """Whether an actor is one that the register knows.

    `new` is a name that no register has, waiting for a person's judgement; `described` is somebody without
    a name, known by words such as "rebels" or "residents".
    """

    KNOWN = "known"
    NEW = "new"
    DESCRIBED = "described"


STATE = frozenset({ActorKind.GOVERNMENT, ActorKind.STATE_FORCES, ActorKind.EXTERNAL})
SPEAKS_ONLY = frozenset({ActorKind.OBSERVATORY, ActorKind.AID, ActorKind.AGENCY, ActorKind.OUTLET})


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who fights, holds, suffers or speaks.

    `side` is a short word for the side of the war ("government", "opposition") where known;
    `part_of` is the id of the actor that it speaks or fights for; `backers` are the names of who is known
    to back it; side and backers are those of the day of the reports, the latest that names it;
    `status` says whether the register knows it; `because` says why the names are one.
    """

    id: str
    name: str
    names_seen: tuple[str, ...] = ()
    kind: ActorKind = ActorKind.UNKNOWN
    side: str | None = None
    wikidata: str | None = None
    country: str | None = None
    part_of: str | None = None
    because: str = ""
    status: ActorStatus = ActorStatus.KNOWN
    backers: tuple[str, ...] = ()
