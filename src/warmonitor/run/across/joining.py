"""The records that the slices of a unit make; the same for any order of the slices."""

from collections.abc import Sequence

from warmonitor.model import ActorPart, DealsPart, GroundPart, HappeningPart, PlacePart, RoadsPart, Source
from warmonitor.reference.outlets import load_outlets
from warmonitor.run.across.deals import deals_records
from warmonitor.run.across.gather import Record
from warmonitor.run.across.ground import ground_records
from warmonitor.run.across.happenings import happening_records
from warmonitor.run.across.roads import roads_records
from warmonitor.run.across.slices import Content
from warmonitor.run.references import LookUps
from warmonitor.stages.ground.actors import one_actor
from warmonitor.stages.ground.places import one_place
from warmonitor.stages.reconcile.grading import one_source


def joined(unit: str, contents: Sequence[Content], look_ups: LookUps) -> tuple[Record, ...]:
    """Return the records of a unit from the slices of all blocks that have a part in it.

    The slice of one block alone gives that block's own records.
    """
    match unit.partition(":")[0]:
        case "place":
            return (one_place([one for one in contents if isinstance(one, PlacePart)]),)
        case "actor":
            return (one_actor([one for one in contents if isinstance(one, ActorPart)]),)
        case "source":
            return (one_source([one for one in contents if isinstance(one, Source)]),)
        case "ground":
            parts = [one for one in contents if isinstance(one, GroundPart)]
            return ground_records(parts, load_outlets())
        case "event" | "figure":
            told = [one for one in contents if isinstance(one, HappeningPart)]
            return happening_records(told, load_outlets())
        case "deals":
            return deals_records([one for one in contents if isinstance(one, DealsPart)])
        case "roads":
            return roads_records([one for one in contents if isinstance(one, RoadsPart)], look_ups.roads)
    msg = f"no unit over blocks is called {unit}"
    raise ValueError(msg)
