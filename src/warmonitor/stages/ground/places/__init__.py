"""Words of place to places, with reasons; unsure stays unsure."""

from warmonitor.stages.ground.places.ground import ground_places, ground_places_noting
from warmonitor.stages.ground.places.locate import locate
from warmonitor.stages.ground.places.mentions import Mention, find_place_names
from warmonitor.stages.ground.places.over import one_place
from warmonitor.stages.ground.places.theatre import own_country

__all__ = [
    "Mention", "find_place_names", "ground_places", "ground_places_noting", "locate", "one_place",
    "own_country",
]  # fmt: skip
