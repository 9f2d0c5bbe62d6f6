"""Which families a report belongs to: those with a near copy of it, found by the bands of its sketch."""

import struct
from functools import cache

from sqlalchemy import BigInteger, Connection, Select, bindparam, func, select, union_all

from warmonitor.model import Placing
from warmonitor.store.placed import BANDS, FAMILIES, PLACINGS


def pack(bands: tuple[int, ...]) -> bytes:
    """Return bands as bytes."""
    return struct.pack(f">{len(bands)}q", *bands)


def unpack(packed: bytes) -> tuple[int, ...]:
    """Return the bands of some bytes."""
    return struct.unpack(f">{len(packed) // 8}q", packed)


def kin_of(connection: Connection, placing: Placing) -> list[int]:
    """Return the numbers of the families that have a near copy of a report, sorted.

    Of each family that shares a band one holder of each band is looked at first: where many hold it, they
    are near copies of each other, and the first will do.
    """
    if not placing.bands:
        return []
    near: set[int] = set()
    seen: dict[int, int] = {}
    larger: dict[int, int] = {}
    told = {f"band{at}": band for at, band in enumerate(placing.bands)}
    for row in connection.execute(_some(len(placing.bands)), told):
        seen[row.family] = seen.get(row.family, 0) + 1
        larger[row.family] = row.reports
        if row.family not in near and placing.near(Placing(bands=unpack(row.bands))):
            near.add(row.family)
    left = [family for family in sorted(seen) if family not in near and larger[family] > seen[family]]
    near |= {family for family in left if _any_near(connection, placing, family)}
    return sorted(near)


@cache  # making it takes longer than asking it
def _some(count: int) -> Select[tuple[int, int, bytes]]:
    """Ask for a holder of each of so many bands in each family, by steps through the index."""
    bands = (bindparam(f"band{at}", type_=BigInteger) for at in range(count))
    asked = union_all(*(select(band.label("band")) for band in bands)).cte("asked")
    least = select(func.min(BANDS.c.family)).where(BANDS.c.band == asked.c.band).scalar_subquery()
    met = select(asked.c.band, least.label("family")).cte("met", recursive=True)
    further = (
        select(func.min(BANDS.c.family))
        .where(BANDS.c.band == met.c.band, BANDS.c.family > met.c.family)
        .scalar_subquery()
    )
    met = met.union_all(select(met.c.band, further).where(met.c.family.is_not(None)))
    holder = (
        select(func.min(BANDS.c.placing))
        .where(BANDS.c.band == met.c.band, BANDS.c.family == met.c.family)
        .scalar_subquery()
    )
    some = (
        select(met.c.family, holder.label("placing")).where(met.c.family.is_not(None)).distinct().subquery()
    )
    return (
        select(some.c.family, FAMILIES.c.reports, PLACINGS.c.bands)
        .join(PLACINGS, PLACINGS.c.number == some.c.placing)
        .join(FAMILIES, FAMILIES.c.number == some.c.family)
    )


def _any_near(connection: Connection, placing: Placing, family: int) -> bool:
    holders = select(BANDS.c.placing).where(BANDS.c.band.in_(placing.bands), BANDS.c.family == family)
    found = connection.execute(select(PLACINGS.c.bands).where(PLACINGS.c.number.in_(holders)))
    return any(placing.near(Placing(bands=unpack(packed))) for (packed,) in found)
