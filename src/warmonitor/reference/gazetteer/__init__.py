"""Places of the world by name, and countries by name, people and capital."""

from warmonitor.reference.gazetteer.countries import Countries
from warmonitor.reference.gazetteer.entry import Candidate, Country, GazetteerEntry, MatchKind, PlaceKind
from warmonitor.reference.gazetteer.gazetteer import Gazetteer, in_countries, load_gazetteer
from warmonitor.reference.gazetteer.pool import edits_allowed

__all__ = [
    "Candidate",
    "Countries",
    "Country",
    "Gazetteer",
    "GazetteerEntry",
    "MatchKind",
    "PlaceKind",
    "edits_allowed",
    "in_countries",
    "load_gazetteer",
]
