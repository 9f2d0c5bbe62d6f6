"""What the gazetteer holds and what it answers."""

from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
    """What a place is: `town` any settlement, `section` a part of one, `site` a spot or building.

    `district` is a division of the second order or below.
    """

    TOWN = "town"
    SECTION = "section"
    SITE = "site"
    DISTRICT = "district"
    PROVINCE = "province"
    REGION = "region"
    WATER = "water"
    COUNTRY = "country"


class MatchKind(StrEnum):
    """How a name was found, from firm to weak."""

    EXACT = "exact"
    NORMALISED = "normalised"
    VARIANT = "variant"
    FUZZY = "fuzzy"
    SCRIPT = "script"
    SKELETON = "skeleton"


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """A place that the gazetteer knows.

    `ref` is "geonames:ID", "iso:CODE", "region:NAME", "pcode:CODE" or "own:ID"; `also` are its further refs;
    `latitude` and `longitude` in decimal degrees; `countries` are ISO 3166-1 alpha-2 codes, several for a
    region that lies in several; `province` is the name of the first-order division, "" where none is known;
    `radius_km` is None for a town; `bare` says that the name alone means the region even where a town is
    called the same.
    """

    ref: str
    name: str
    latitude: float
    longitude: float
    countries: tuple[str, ...]
    kind: PlaceKind
    ascii_name: str = ""
    province: str = ""
    population: int = 0
    radius_km: float | None = None
    bare: bool = False
    capital: bool = False
    also: tuple[str, ...] = ()

    @property
    def country(self) -> str | None:
        """Return the one country that it lies in, None where there are several or none."""
        return self.countries[0] if len(self.countries) == 1 else None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may stand for.

    `score` runs from 0 to 1, `reason` is one clause, `edits` the letters apart in a fuzzy match.
    """

    entry: GazetteerEntry
    match: MatchKind
    score: float
    reason: str
    edits: int = 0


@dataclass(frozen=True, slots=True)
class Country:
    """A country: names in English news, its people and adjectives, and capitals that stand for it."""

    iso: str
    iso3: str
    names: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    neighbours: tuple[str, ...]

    @property
    def name(self) -> str:
        """Return the usual English name."""
        return self.names[0]
