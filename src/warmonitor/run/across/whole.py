"""The account of all blocks in memory: what stays within them, and the records of every unit over them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from warmonitor import __version__
from warmonitor.model import Account, HappeningPart, Maker
from warmonitor.run.across.gather import Record, gathered
from warmonitor.run.across.happenings import taken_in
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
    records: list[Record] = []
    events: dict[str, str] = {}
    for unit in sorted(given):
        made = joined(unit, given[unit], look_ups)
        events |= taken_in([one for one in given[unit] if isinstance(one, HappeningPart)], made)
        records += made
    first = parts[min(parts)] if parts else Account(Maker(__version__, look_ups.options, look_ups.kept))
    account = gathered(first, [with_events(part, events) for part in kept], records)
    return with_ways_out(account, look_ups.roads) if len(parts) > 1 and look_ups.roads.pieces else account


def with_events(part: Account, taken: Mapping[str, str]) -> Account:
    """Return what stays within a block, its coverage naming events by the ids that they have now."""
    if not taken:
        return part
    return replace(part, coverage=tuple(
        replace(one, events=tuple(sorted({taken.get(key, key) for key in one.events})))
        for one in part.coverage
    ))  # fmt: skip
