"""Which column of a table, or property of a feature, holds what: by headers as they are really written."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from warmonitor.reference.gazetteer.adding.features import kind_of_word
from warmonitor.reference.gazetteer.adding.rows import FormerName, PlaceRow, RowRefused, knowledge
from warmonitor.reference.gazetteer.entry import PlaceKind

# The level of what is no division.
PLACE = 9
_KINDS = {0: PlaceKind.COUNTRY, 1: PlaceKind.PROVINCE, PLACE: PlaceKind.TOWN}
# What several names in one cell are parted by.
_PARTED = re.compile(r"\s*[;|]\s*")
_ENGLISH = ("en", "eng")
_LEVELLED = ("code", "name", "former")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: `role` as in data/columns.yml, `level` 0 to 4 or PLACE, `language` or ""."""

    role: str
    level: int = PLACE
    language: str = ""


@dataclass(slots=True)
class Columns:
    """The columns of a table, each by its key: a number or a property."""

    by_key: dict[int | str, Column] = field(default_factory=dict)

    def of(self, role: str) -> list[tuple[int | str, Column]]:
        """Return the columns with a role, in the order of the table."""
        return [(key, one) for key, one in self.by_key.items() if one.role == role]

    def located(self) -> bool:
        """Say whether the table has names and coordinates."""
        roles = {one.role for one in self.by_key.values()}
        return {"name", "latitude", "longitude"} <= roles

    def values(self, role: str, cells: Mapping[int | str, str]) -> list[tuple[Column, str]]:
        """Return what stands in the columns with a role, empty cells aside."""
        found = ((one, cells.get(key, "").strip()) for key, one in self.of(role))
        return [(one, value) for one, value in found if value]

    def first(self, role: str, cells: Mapping[int | str, str]) -> str:
        """Return the first value in the columns with a role, "" where there is none."""
        return next((value for _, value in self.values(role, cells)), "")


def columns_of(headers: Sequence[str]) -> Columns:
    """Return the columns of a header row or of a row of HXL tags, by number."""
    found = ((place, column_of(header)) for place, header in enumerate(headers))
    return Columns({place: one for place, one in found if one is not None})


@lru_cache(maxsize=4096)
def column_of(header: str) -> Column | None:
    """Return what a header, a property or an HXL tag stands for, None for what is not used."""
    said = header.strip().casefold()
    table = "tags" if said.startswith("#") else "headers"
    plain = re.sub(r"\s+", "", said) if table == "tags" else re.sub(r"[\W_]+", "", said)
    for role, pattern in _patterns(table):
        match = pattern.fullmatch(plain)
        if match:
            return None if role == "skip" else _column(role, match.groupdict())
    return None


def _column(role: str, groups: Mapping[str, str | None]) -> Column:
    level = int(groups.get("level") or PLACE)
    return Column(role, level, groups.get("language") or groups.get("language2") or "")


@lru_cache(maxsize=2)
def _patterns(table: str) -> list[tuple[str, re.Pattern[str]]]:
    data = knowledge("columns.yml")
    roles = data["tags"] if table == "tags" else {key: one for key, one in data.items() if key != "tags"}
    return [(role, re.compile(pattern)) for role, listed in roles.items() for pattern in listed]


def row_of(
    line: int, columns: Columns, cells: Mapping[int | str, str], spot: tuple[float, float], id_: str = ""
) -> PlaceRow:
    """Return the place that a row tells of: the narrowest level that has a name.

    Raises:
        RowRefused: when it has no name.
    """
    names = columns.values("name", cells)
    level = max((one.level for one, _ in names), default=None)
    if level is None:
        raise RowRefused("row-no-name")
    own = sorted((pair for pair in names if pair[0].level == level), key=_usual)
    listed = [part for _, value in own for part in _PARTED.split(value) if part]
    if not listed:
        raise RowRefused("row-no-name")
    codes = {one.level: value for one, value in columns.values("code", cells)}
    kind = kind_of_word(columns.first("kind", cells)) or _KINDS.get(level, PlaceKind.DISTRICT)
    old = [part for _, value in columns.values("former", cells) for part in _PARTED.split(value) if part]
    code = codes.get(level) or (codes.get(PLACE, "") if id_ or len(codes) == 1 else "")
    population = columns.first("population", cells).replace(",", "").split(".")[0]
    return PlaceRow(
        line,
        f"pcode:{code}" if code else (f"own:{id_}" if id_ else ""),
        list(dict.fromkeys(listed)),
        *spot,
        _country(columns, cells, codes),
        kind,
        province=min((pair for pair in names if pair[0].level == 1), key=_usual, default=(None, ""))[1],
        population=int(population) if population.isdecimal() else 0,
        former=tuple(FormerName(one) for one in dict.fromkeys(old)),
    )


def _usual(pair: tuple[Column, str]) -> int:
    """Order names: English first, then those of no stated language, then the others."""
    return 0 if pair[0].language in _ENGLISH else 2 if pair[0].language else 1


def _country(columns: Columns, cells: Mapping[int | str, str], codes: Mapping[int, str]) -> str:
    """Return what a row says of its country: a code or a name, else the letters that its p-codes begin by."""
    said = columns.first("country", cells) or codes.get(0, "")
    begins = (re.match(r"([A-Za-z]{2,3})-?\d", one) for _, one in sorted(codes.items()))
    return said or next((found.group(1) for found in begins if found), "")
