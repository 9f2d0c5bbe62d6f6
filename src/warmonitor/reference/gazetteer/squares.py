"""Squares of a tenth of a degree, by which places near each other are found."""

import math

import numpy as np
import numpy.typing as npt

Degrees = npt.NDArray[np.float64]

_KM_A_DEGREE = 111.2
_WIDE = 4000
_SIDE = 10
# A little more than the kilometres asked for, so that no rounding loses a place.
_LOOSE = 1.01


def square_of(latitude: float, longitude: float) -> int:
    """Return the number of the square that a point lies in."""
    return int((latitude + 90) * _SIDE) * _WIDE + int((longitude + 180) * _SIDE) % (360 * _SIDE)


def squares_of(latitude: Degrees, longitude: Degrees) -> npt.NDArray[np.int64]:
    """Return the numbers of the squares that points lie in."""
    rows = ((latitude + 90) * _SIDE).astype(np.int64)
    return rows * _WIDE + ((longitude + 180) * _SIDE).astype(np.int64) % (360 * _SIDE)


def squares_around(latitude: float, longitude: float, km: float) -> tuple[int, ...]:
    """Return the numbers of the squares within so many kilometres of a point, in all directions."""
    high = km / _KM_A_DEGREE
    wide = min(180.0, high / max(0.01, math.cos(math.radians(min(89.0, abs(latitude) + high)))))
    rows = range(int((latitude - high + 90) * _SIDE), int((latitude + high + 90) * _SIDE) + 1)
    first, last = math.floor((longitude - wide + 180) * _SIDE), math.floor((longitude + wide + 180) * _SIDE)
    return tuple(row * _WIDE + column % (360 * _SIDE) for row in rows for column in range(first, last + 1))


# A place by its number, with decimal degrees and ref; bare tuples, as there are many.
Point = tuple[int, float, float, str]


def bounds_around(latitude: float, longitude: float, km: float) -> tuple[float, float, float, float]:
    """Return south, north, west and east of a box that holds all within so many kilometres of a point.

    West or east lies beyond 180 where the box meets that line; near a pole it holds all longitudes.
    """
    high = km / _KM_A_DEGREE * _LOOSE
    wide = high / max(0.001, math.cos(math.radians(min(89.9, abs(latitude) + high))))
    return latitude - high, latitude + high, longitude - wide, longitude + wide
