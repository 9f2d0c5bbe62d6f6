"""Never a pin with a false precision: what every located place of an account must hold."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.model import Account, Place, PlacePrecision, haversine_km
from warmonitor.reference.gazetteer import PlaceKind, load_gazetteer
from warmonitor.run.account import make_account
from warmonitor.stages.ground.places.area import moved

ROOT = Path(__file__).resolve().parents[4]
SETS = ("examples/khan-sheikhoun", "eval/cases/iraq-2016/reports", "eval/cases/invented-2027/reports")
WHERE_PREC = {"exact": {1}, "near": {2}, "district": {3}, "province": {4}, "region": {5, 7}, "country": {6}}


@pytest.fixture(scope="module", params=SETS)
def account(request: pytest.FixtureRequest) -> Account:
    return make_account([str(ROOT / request.param)])


def is_settlement(place: Place) -> bool:
    named = (one for name in (*place.names_seen, place.name) for one in load_gazetteer().firm(name))
    entries = [one.entry for one in named if one.entry.ref == place.gazetteer]
    return all(entry.kind is PlaceKind.TOWN for entry in entries)


def test_only_a_settlement_of_the_gazetteer_is_exact(account: Account) -> None:
    exact = [one for one in account.places if one.precision is PlacePrecision.EXACT]
    assert exact or all(one.latitude is None for one in account.places)
    assert all(one.gazetteer and one.of is None and is_settlement(one) for one in exact)


def test_every_located_place_has_a_radius_and_a_code(account: Account) -> None:
    for one in account.places:
        located = one.latitude is not None
        assert located == (one.longitude is not None) == (one.precision is not PlacePrecision.UNKNOWN)
        assert located == ((one.radius_km or 0.0) > 0.0)
        assert (one.where_prec in WHERE_PREC[one.precision]) if located else one.where_prec is None


def test_an_area_is_no_pin_of_the_place_that_it_is_told_by(account: Account) -> None:
    by_id = {one.id: one for one in account.places}
    for area in (one for one in account.places if one.of is not None):
        of = by_id[area.of or ""]
        assert area.gazetteer is None
        assert area.name != of.name
        assert area.precision is not PlacePrecision.EXACT
        if area.precision is PlacePrecision.NEAR and of.precision is PlacePrecision.EXACT:
            assert (area.radius_km or 0.0) > (of.radius_km or 0.0)


def test_claims_name_no_narrower_ground_than_the_place_has(account: Account) -> None:
    by_id = {one.id: one for one in account.places}
    order = list(PlacePrecision)
    for claim in account.claims:
        for named in claim.where:
            place = by_id.get(named.id or "")
            if place is not None and place.precision is not PlacePrecision.UNKNOWN:
                assert order.index(PlacePrecision(named.precision or "")) >= order.index(place.precision)


@given(
    st.floats(-80, 80, allow_nan=False),
    st.floats(-179, 179, allow_nan=False),
    st.floats(0.1, 900),
    st.floats(0, 360),
)
def test_a_moved_point_is_that_far_away(lat: float, lon: float, km: float, degrees: float) -> None:
    there = moved((lat, lon), km, degrees)
    assert haversine_km((lat, lon), there) == pytest.approx(km, rel=0.01, abs=0.01)
