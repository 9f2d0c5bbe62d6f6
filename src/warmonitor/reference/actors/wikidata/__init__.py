"""From a Wikidata dump to rows for the register of actors, for a person to judge."""

from warmonitor.reference.actors.wikidata.candidates import Candidates, make_candidates
from warmonitor.reference.actors.wikidata.dump import DumpError, read_dump

__all__ = ["Candidates", "DumpError", "make_candidates", "read_dump"]
