"""Circles on the globe, as the corners of a polygon."""

import math
from collections.abc import Iterator

CORNERS = 48
KM_A_DEGREE = 111.195


def ring(longitude: float, latitude: float, radius_km: float) -> Iterator[list[float]]:
    """Yield the corners of a circle, longitude first, counter-clockwise, closed, cut at the date line."""
    reach, lat = math.radians(radius_km / KM_A_DEGREE), math.radians(latitude)
    for step in range(CORNERS + 1):
        turn = -2 * math.pi * (step % CORNERS) / CORNERS
        up = math.asin(math.sin(lat) * math.cos(reach) + math.cos(lat) * math.sin(reach) * math.cos(turn))
        east = math.atan2(
            math.sin(turn) * math.sin(reach) * math.cos(lat),
            math.cos(reach) - math.sin(lat) * math.sin(up),
        )
        x = max(-180.0, min(180.0, longitude + math.degrees(east)))
        yield [round(x, 5), round(math.degrees(up), 5)]
