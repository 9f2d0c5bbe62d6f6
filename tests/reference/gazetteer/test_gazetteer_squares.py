"""Squares and boxes round a point: none that lies near enough is left out, however the numbers are made."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.model import haversine_km
from warmonitor.reference.gazetteer.squares import bounds_around, square_of, squares_around, squares_of

latitudes = st.floats(-85, 85)
longitudes = st.floats(-180, 180)
steps = st.floats(-0.08, 0.08)


@given(st.lists(st.tuples(latitudes, longitudes), min_size=1, max_size=9))
def test_squares_of_many_points_are_those_of_each(points: list[tuple[float, float]]) -> None:
    made = squares_of(np.array([lat for lat, _ in points]), np.array([lon for _, lon in points]))
    assert made.tolist() == [square_of(*point) for point in points]


@given(latitudes, longitudes, steps, steps)
def test_what_lies_within_the_kilometres_is_in_squares_and_box(
    latitude: float, longitude: float, north: float, east: float
) -> None:
    other = (latitude + north, longitude + east)
    if abs(other[1]) < 180 and haversine_km((latitude, longitude), other) <= 5.0:
        assert square_of(*other) in squares_around(latitude, longitude, 5.0)
        south, top, west, right = bounds_around(latitude, longitude, 5.0)
        assert south <= other[0] <= top
        assert west <= other[1] <= right
