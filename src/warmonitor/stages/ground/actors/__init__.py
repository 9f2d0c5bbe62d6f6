"""Actor grounding: names, pronouns and descriptions of a claim become actors."""

from warmonitor.stages.ground.actors.ground import ground_actors

__all__ = ["ground_actors"]
