"""GeoNames' dumps: places in 19 columns parted by tabs, and their further names in alternateNamesV2."""

from collections.abc import Iterable, Iterator

from warmonitor.reference.gazetteer.adding.coordinates import point
from warmonitor.reference.gazetteer.adding.features import kind_of_feature, no_names
from warmonitor.reference.gazetteer.adding.rows import FormerName, PlaceRow, RowRefused, Tally

COLUMNS = 19
# alternateNamesV2: number, geonameid, language, name, preferred, short, colloquial, historic, from, to.
_NAME_COLUMNS = (8, 10)
# What alternate names in the dump itself are parted by.
_PARTED = ","


def geonames_rows(lines: Iterable[tuple[int, bytes]], tally: Tally) -> Iterator[PlaceRow]:
    """Yield the places of a dump; rows that cannot be read are counted, and cost no other."""
    for number, line in lines:
        try:
            row = _row(number, _decoded(line).split("\t"))
        except RowRefused as refused:
            tally.refuse(refused.code, number)
        else:
            if row is not None:
                yield row


def _row(number: int, cells: list[str]) -> PlaceRow | None:
    if len(cells) != COLUMNS:
        raise RowRefused("row-columns")
    key, name, ascii_name, others, lat, lon, feature_class, code, country = cells[:9]
    kind = kind_of_feature(feature_class, code)
    if not key.isdecimal():
        raise RowRefused("row-no-id")
    latitude, longitude = point(lat, lon)
    names = [one.strip() for one in (name, ascii_name, *others.split(_PARTED)) if one.strip()]
    if not names:
        raise RowRefused("row-no-name")
    if kind is None:
        return None
    return PlaceRow(
        number,
        f"geonames:{key}",
        list(dict.fromkeys(names)),
        latitude,
        longitude,
        country.strip().upper(),
        kind,
        admin1=cells[10],
        admin2=cells[11],
        population=int(cells[14]) if cells[14].isdecimal() else 0,
        capital=code == "PPLC",
    )


def alternate_names(
    lines: Iterable[tuple[int, bytes]], tally: Tally
) -> Iterator[tuple[str, str, FormerName | None]]:
    """Yield ref, name and, for a name out of use, since when and until when it was used."""
    for number, line in lines:
        try:
            cells = _name_cells(line)
        except RowRefused as refused:
            tally.refuse(refused.code, number)
            continue
        _, key, language, name, _, _, _, historic, *years = cells
        if name.strip() and language not in no_names():
            since, until = [year.strip() for year in years] if years else ("", "")
            former = FormerName(name.strip(), since, until) if historic == "1" or until else None
            yield f"geonames:{key}", name.strip(), former


def _name_cells(line: bytes) -> list[str]:
    cells = _decoded(line).split("\t")
    if len(cells) not in _NAME_COLUMNS or not cells[1].isdecimal():
        raise RowRefused("row-columns")
    return cells


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        raise RowRefused("row-encoding") from None
