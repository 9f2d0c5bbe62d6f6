"""Events in the columns of ACLED's files: shaped like them, none of their data.

After the ACLED codebook (2023 columns, codes 1 to 8 for actors). Fatalities follow its rule: the lowest count
told, 0 where no report counts any; the notes give the range, and say which of the two a 0 is.
"""

from collections.abc import Iterator, Sequence

from warmonitor.exports.book import Book
from warmonitor.exports.countries import country_of
from warmonitor.exports.days import Days
from warmonitor.exports.deaths import Deaths, deaths_of
from warmonitor.exports.output import LONGEST, File, csv_file
from warmonitor.exports.places import located_at, near, province
from warmonitor.exports.sides import Side, Sides, sides_of
from warmonitor.exports.source import Row
from warmonitor.exports.sources import outlet, quotes, reports_of
from warmonitor.model.acled import disorder_of
from warmonitor.model.cells import Cell, joined

COLUMNS = tuple(
    """
    event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1
    inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3
    location latitude longitude geo_precision source source_scale notes fatalities tags timestamp
    """.split()
)
# Quotes beyond this many letters are left to the account: spreadsheets cut a cell.
QUOTED = LONGEST - 2_000


def files(book: Book) -> list[File]:
    """Return the one table, a row for each event of which a claim is shown."""
    return [csv_file("acled.csv", COLUMNS, _rows(book))]


def _rows(book: Book) -> Iterator[Sequence[Cell]]:
    for event in book.each("events"):
        yield _row(event, book.claims(event["claims"]), book)


def _row(event: Row, claims: list[Row], book: Book) -> Sequence[Cell]:
    days, place = Days.of(event["when"]), book.place(event["place"])
    sides, deaths = sides_of(event, claims, place, book), deaths_of(event, claims)
    day = days.acled_day()
    return [
        event["id"], day, day.year if day else None, days.acled_precision(),
        disorder_of(event["type"], event["sub_type"]), event["type"], event["sub_type"],
        *_actor(sides.acting), *_actor(sides.other), _interaction(sides),
        "Civilian targeting" if sides.civilians_hit else None,
        *_where(place, claims, book), joined(outlet(one) for one in reports_of(claims, book)), None,
        _notes(event, claims, deaths, book), deaths.low if deaths else 0, _tags(event, deaths), None,
    ]  # fmt: skip


def _actor(sides: Sequence[Side]) -> tuple[Cell, Cell, Cell]:
    """Return an actor, those with it, and its code."""
    if not sides:
        return None, None, None
    return sides[0].name, joined(side.name for side in sides[1:]) or None, sides[0].code


def _interaction(sides: Sides) -> int | None:
    """Return the codes of both sides, the lower first, 0 for a side that is not there."""
    codes = [side.code for side in (sides.first, sides.second) if side]
    known = sorted(code for code in codes if code is not None)
    if not known or len(known) < len(codes):
        return None
    return known[0] * 10 + (known[1] if len(known) > 1 else 0)


def _where(place: Row | None, claims: list[Row], book: Book) -> tuple[Cell, ...]:
    """Return iso, region, country, admin1 to admin3, location, latitude, longitude, geo_precision."""
    if place is None:
        return (None,) * 10
    country = country_of(place["country"])
    code = place["geo_precision"]
    return (
        country.iso if country else None, country.region if country else None,
        country.name if country else None, province(place, book), None, None, located_at(place, book),
        place["latitude"], place["longitude"], 2 if code == 1 and near(place, claims) else code,
    )  # fmt: skip


def _notes(event: Row, claims: list[Row], deaths: Deaths | None, book: Book) -> str:
    """Return the words that the row rests on, then how deaths were told, and the days where they are open."""
    said: list[str] = []
    length = 0
    for quote in quotes(claims, book):
        length += len(quote) + 2
        if length > QUOTED:
            said.append("further words stand in the account")
            break
        said.append(quote)
    return " ".join((f"{'; '.join(said)}.", _deaths_words(deaths), *_days_words(event)))


def _deaths_words(deaths: Deaths | None) -> str:
    if deaths is None:
        return "No report counts deaths."
    if deaths.low == deaths.high and deaths.bounded:
        return f"Deaths told: {deaths.low}."
    upper = f"at most {deaths.high}" if deaths.bounded else "no upper bound"
    return f"Deaths told: at least {deaths.low}, {upper}; the lowest is coded."


def _days_words(event: Row) -> Iterator[str]:
    days = Days.of(event["when"])
    if days.count != 1 and (days.first or days.last):
        yield f"Between {days.first or 'an unknown day'} and {days.last or 'an unknown day'}."


def _tags(event: Row, deaths: Deaths | None) -> str:
    tags = [f"warmonitor origins={len(event['origins'])}", f"claims={len(event['claims'])}"]
    if deaths:
        tags.append(f"fatalities={deaths.low}-{deaths.high if deaths.bounded else ''}")
    return "; ".join(tags)
