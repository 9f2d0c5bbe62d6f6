"""Countries by ISO 3166-1 code: their number, name, region and number in the list of Gleditsch and Ward."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Country:
    """A country; `region` is as ACLED groups countries, `gw` the number that UCDP uses."""

    name: str
    iso: int | None
    region: str
    gw: int | None


def country_of(code: str | None) -> Country | None:
    """Return a country by its ISO 3166-1 alpha-2 code."""
    return _countries().get(code) if code else None


# UCDP's regions by numbers of Gleditsch and Ward, after its codebooks.
_UCDP = ((2, "Americas"), (200, "Europe"), (400, "Africa"), (630, "Middle East"), (700, "Asia"))


def ucdp_region(gw: int | None) -> str | None:
    """Return UCDP's region of a country by its number."""
    reached = [name for first, name in _UCDP if gw is not None and gw >= first]
    return reached[-1] if reached else None


@lru_cache(maxsize=1)
def _countries() -> dict[str, Country]:
    text = files("warmonitor.exports").joinpath("data", "countries.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines()[1:], delimiter="\t")
    return {
        row["alpha2"]: Country(row["name"], _number(row["iso"]), row["region"], _number(row["gw"]))
        for row in rows
    }


def _number(text: str) -> int | None:
    return int(text) if text else None
