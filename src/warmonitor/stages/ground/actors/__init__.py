"""Actor grounding: names, pronouns and descriptions of a claim become actors."""

from warmonitor.stages.ground.actors.ground import ground_actors
from warmonitor.stages.ground.actors.join import actor_id
from warmonitor.stages.ground.actors.over import one_actor
from warmonitor.stages.ground.actors.stand import entry_key

__all__ = ["actor_id", "entry_key", "ground_actors", "one_actor"]
