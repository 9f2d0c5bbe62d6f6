"""Who is cut off, computed from the true course of a campaign and its roads: no report is read."""

import tempfile
from datetime import timedelta
from pathlib import Path

from eval.campaign.make import Campaign, make_campaign, write_campaign
from eval.campaign.score import Json, Sheet, score_access
from eval.campaign.truth import spans
from eval.campaign.war import DAYS, SIDES
from warmonitor.model import (
    Actor,
    ActorIndex,
    ActorKind,
    ControlSpell,
    ControlStatus,
    Place,
    PlaceIndex,
    PlacePrecision,
    When,
    make_id,
)
from warmonitor.reference.roads import read_roads
from warmonitor.stages.reconcile.access import access

FOUGHT = "contested"


def ask_given(seed: int) -> Sheet:
    """Return right and asked: `cut off, true control` for every place and day."""
    campaign, sheet = make_campaign(seed), Sheet()
    truth = campaign.truth()
    places = [_place(spot.name, *spot.degrees()) for spot in campaign.land.spots]
    actors = [Actor(side, side, (side,), ActorKind.REBEL_GROUP, side=side) for side in SIDES]
    with tempfile.TemporaryDirectory() as folder:
        write_campaign(campaign, Path(folder))
        network, _ = read_roads(Path(folder) / "roads.geojson")
    found = access(_spells(campaign), [], [], PlaceIndex.of(places), ActorIndex.of(actors), network)
    told: list[Json] = [
        {"place": one.place, "earliest": _day(one.when.earliest), "latest": _day(one.when.latest),
         "computed": one.computed.value}
        for one in found
    ]  # fmt: skip
    everywhere = {place.id: range(DAYS) for place in places}
    score_access({"access": told}, truth, everywhere, "cut off, true control", sheet)
    return sheet


def _day(day: object) -> str | None:
    return str(day) if day else None


def _place(name: str, longitude: float, latitude: float) -> Place:
    return Place(name, name, (name,), latitude, longitude, precision=PlacePrecision.EXACT, radius_km=2.0)


def _spells(campaign: Campaign) -> list[ControlSpell]:
    found = []
    for spot in campaign.land.spots:
        for part in spans(campaign.war, spot.name):
            first, last = (campaign.begun + timedelta(days=one) for one in (part.first, part.last))
            fought = part.told == FOUGHT
            status = ControlStatus.CONTESTED if fought else ControlStatus.HELD
            key = make_id("spell", spot.name, part.first)
            found.append(
                ControlSpell(key, spot.name, None if fought else part.told, status, When(first, last))
            )
    return found
