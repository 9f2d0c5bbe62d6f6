"""A campaign made from a seed: its land, its war, its reports and its truth, written into a folder."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from eval.campaign.land import Land, make_land, places_geojson, roads_geojson
from eval.campaign.names import Names
from eval.campaign.outlets import Cast, make_cast
from eval.campaign.reports import Written, published, write_reports
from eval.campaign.truth import truth
from eval.campaign.war import War, wage

FIRST = date(2024, 2, 5)


@dataclass(frozen=True)
class Campaign:
    """Everything that one seed gives."""

    seed: int
    begun: date
    land: Land
    cast: Cast
    war: War
    reports: list[Written]

    def truth(self) -> dict[str, Any]:
        """Return the truth as JSON."""
        return truth(self.war, self.reports, self.begun, self.cast)


def make_campaign(seed: int) -> Campaign:
    """Return the campaign of a seed, the same on every machine."""
    chance = Random(seed)  # noqa: S311 - a made war, no secret
    names = Names(chance)
    land = make_land(chance, names)
    cast = make_cast(land, names)
    begun = FIRST + timedelta(days=seed % 97)
    war = wage(land, chance)
    return Campaign(seed, begun, land, cast, war, write_reports(war, cast, begun, chance))


def write_campaign(campaign: Campaign, out: Path) -> Path:
    """Write reports.jsonl, truth.json, roads.geojson and places.geojson into a folder; return the first."""
    out.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(_record(campaign, number, one)) for number, one in enumerate(campaign.reports)]
    (out / "reports.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name, content in (
        ("truth.json", campaign.truth()),
        ("roads.geojson", roads_geojson(campaign.land)),
        ("places.geojson", places_geojson(campaign.land)),
    ):
        (out / name).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    return out / "reports.jsonl"


def _record(campaign: Campaign, number: int, one: Written) -> dict[str, str]:
    on = published(campaign.begun, one)
    site = "".join(letter for letter in one.outlet.lower() if letter.isalnum())
    kept = {
        "url": f"https://{site}.example/{number}",
        "outlet": one.outlet,
        "title": one.title,
        "text": one.text,
    }
    return kept | ({"published": on.isoformat()} if on else {})
