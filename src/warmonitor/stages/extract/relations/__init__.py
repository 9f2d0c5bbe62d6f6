"""Who fights whom, and who is in charge of what, as the sentences of a report say it."""

from warmonitor.stages.extract.relations.find import find_relations
from warmonitor.stages.extract.relations.read import Relations, read_relations
from warmonitor.stages.extract.relations.records import Relation, RelationKind

__all__ = ["Relation", "RelationKind", "Relations", "find_relations", "read_relations"]
