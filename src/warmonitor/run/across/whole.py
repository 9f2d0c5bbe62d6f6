"""The account of all blocks in memory: what stays within them, and the records of every unit over them."""

from collections import defaultdict
from collections.abc import Mapping

from warmonitor import __version__
from warmonitor.model import Account, Maker
from warmonitor.run.across.gather import gathered
from warmonitor.run.across.joining import joined
from warmonitor.run.across.roads import with_ways_out
from warmonitor.run.across.slices import Content, divided
from warmonitor.run.references import LookUps


def whole(parts: Mapping[str, Account], look_ups: LookUps) -> Account:
    """Return one account of the accounts of blocks, by block; that of one block alone is the block's own."""
    kept: list[Account] = []
    given: dict[str, list[Content]] = defaultdict(list)
    for block in sorted(parts):
        own, slices = divided(parts[block])
        kept.append(own)
        for one in slices:
            given[one.unit].append(one.content)
    records = [record for unit in sorted(given) for record in joined(unit, given[unit], look_ups)]
    first = parts[min(parts)] if parts else Account(Maker(__version__, look_ups.options, look_ups.kept))
    made = gathered(first, kept, records)
    return with_ways_out(made, look_ups.roads) if len(parts) > 1 and look_ups.roads.pieces else made
