"""Events in the columns of UCDP's Georeferenced Event Dataset: shaped like it, none of its data.

After the UCDP GED codebook (49 columns of versions 17.1 and later). Only events with at least one death in
any estimate, as there. Best is the median of what independent origins count; low and high are the lowest and
highest count told.
"""

import math
from collections.abc import Iterator, Sequence

from warmonitor.exports.book import Book
from warmonitor.exports.countries import Country, country_of, ucdp_region
from warmonitor.exports.days import Days
from warmonitor.exports.deaths import Deaths, deaths_of
from warmonitor.exports.output import File, csv_file
from warmonitor.exports.places import located_at, near, province, words_for
from warmonitor.exports.sides import ARMED, STATE, UNARMED, Side, Sides, sides_of
from warmonitor.exports.source import Row
from warmonitor.exports.sources import day_of, origin_names, outlet, reports_of
from warmonitor.model.cells import Cell, joined

COLUMNS = tuple(
    """
    id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name
    dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b
    number_of_sources source_article source_office source_date source_headline source_original where_prec
    where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country
    country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians
    deaths_unknown best high low gwnoa gwnob
    """.split()
)
CIVILIANS = "Civilians"
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3


def files(book: Book) -> list[File]:
    """Return the one table, a row for each event in which somebody was killed."""
    return [csv_file("ucdp.csv", COLUMNS, _rows(book))]


def _rows(book: Book) -> Iterator[Sequence[Cell]]:
    for event in book.each("events"):
        claims = book.claims(event["claims"])
        deaths = deaths_of(event, claims)
        if deaths and deaths.high > 0:
            yield _row(event, claims, deaths, book)


def _row(event: Row, claims: list[Row], deaths: Deaths, book: Book) -> Sequence[Cell]:
    days, place = Days.of(event["when"]), book.place(event["place"])
    sides = sides_of(event, claims, place, book)
    kind = violence(sides)
    a, b = _dyad(sides, kind)
    year = days.first or days.last
    return [
        event["id"], None, year.year if year else None, None, None, kind, None, None, None,
        None, None, f"{a.name} - {b.name}" if a and b else None,
        None, None, a.name if a else None, None, None, b.name if b else None,
        *_reported(event, claims, book), *_where(place, claims, book),
        _clarity(days, place), days.ucdp_precision(), days.first, days.last,
        *_deaths(deaths, a, b), deaths.best, deaths.high, deaths.low,
        a.gw if a else None, b.gw if b else None,
    ]  # fmt: skip


def violence(sides: Sides) -> int | None:
    """Return UCDP's type of violence by the kinds of both sides, None where they do not tell."""
    first, second = sides.first, sides.second
    if second is None or first is None:
        return None
    kinds = {first.kind, second.kind}
    if kinds & UNARMED and kinds & (STATE | ARMED):
        return ONE_SIDED
    if kinds & STATE and kinds <= STATE | ARMED:
        return STATE_BASED
    return NON_STATE if kinds <= ARMED else None


def _dyad(sides: Sides, kind: int | None) -> tuple[Side | None, Side | None]:
    """Return sides a and b: the state first where one fights, civilians last and by UCDP's name."""
    first, second = sides.first, sides.second
    if first and second and (first.kind in UNARMED or (kind == STATE_BASED and first.kind not in STATE)):
        first, second = second, first
    if kind == ONE_SIDED:
        second = Side(CIVILIANS, "civilians")
    return first, second


def _reported(event: Row, claims: list[Row], book: Book) -> tuple[Cell, ...]:
    """Return number_of_sources, then source_article, _office, _date, _headline and _original."""
    reports = reports_of(claims, book)
    listed = [(outlet(one), day_of(one), one["title"] or "") for one in reports]
    articles = ";".join(f'"{",".join(_part(part) for part in row)}"' for row in listed)
    columns = (";".join(_part(part) for part in column) for column in zip(*listed, strict=True))
    return len(event["origins"]), articles, *columns, joined(origin_names(event, book)) or None


def _part(text: str) -> str:
    """Return a part of a list that is cut at semicolons, so that its columns stay side by side."""
    return " ".join(text.replace(";", ",").replace('"', "'").split())


def _where(place: Row | None, claims: list[Row], book: Book) -> tuple[Cell, ...]:
    """Return where_prec to priogrid_gid, then country, country_id and region."""
    if place is None:
        return (None,) * 12
    code = 2 if place["where_prec"] == 1 and near(place, claims) else place["where_prec"]
    said = joined(words_for(place, claims))
    country = country_of(place["country"])
    return (
        code, located_at(place, book), said or None, province(place, book), None, *_point(place),
        *(_country(country) if country else (None, None, None)),
    )  # fmt: skip


def _point(place: Row) -> tuple[Cell, ...]:
    x, y = place["longitude"], place["latitude"]
    if x is None or y is None:
        return None, None, None, None
    return y, x, f"POINT ({x} {y})", priogrid(x, y)


def priogrid(longitude: float, latitude: float) -> int:
    """Return the number of the PRIO-GRID cell, half a degree wide, counted from 180° W, 90° S."""
    row = min(359, math.floor((latitude + 90) * 2))
    column = min(719, math.floor((longitude + 180) * 2))
    return row * 720 + column + 1


def _country(country: Country) -> tuple[Cell, Cell, Cell]:
    return country.name, country.gw, ucdp_region(country.gw)


def _clarity(days: Days, place: Row | None) -> int:
    """Return 1 where day and place set one event apart, 2 where it is only known in sum."""
    placed = place is not None and place["where_prec"] is not None and place["where_prec"] <= 4
    return 1 if placed and days.ucdp_precision() in {1, 2} else 2


def _deaths(deaths: Deaths, a: Side | None, b: Side | None) -> tuple[int, int, int, int]:
    """Return deaths_a, deaths_b, deaths_civilians, deaths_unknown; their sum is the best estimate."""
    dead = [0, 0]
    lost = {"state": deaths.state, "rebels": deaths.rebels}
    for place, side in enumerate((a, b)):
        kind = "state" if side and side.kind in STATE else "rebels" if side and side.kind in ARMED else None
        dead[place] = lost.pop(kind, 0) if kind else 0
    return dead[0], dead[1], deaths.civilians, deaths.unknown + sum(lost.values())
