"""The tree of blocks: under which nodes a report stands by country and day, and which of them are blocks.

A block is a node of at most MOST reports whose parent has more; a last node may have more itself. Days are
last nodes, and so are the smallest parts of what has no day.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import date

MOST = 64  # reports in a block
ALL = "all"
NOWHERE = "none"
UNDATED = "undated"
PARTS = 4  # hexadecimal digits, one a level, by which reports without a day are cut
_DEKADS = (1, 11, 21)  # days on which a third of a month begins
_LAST = re.compile(rf".*/(\d{{4}}-\d\d-\d\d|{UNDATED}/[0-9a-f]{{{PARTS}}})")


def leaf_of(theatre: str, day: date | None, first: str) -> str:
    """Return the last node for a country and a day; without a day, by the id of the family's first report."""
    if day is not None:
        return f"{theatre or NOWHERE}/{day.isoformat()}"
    digits = hashlib.sha256(first.encode("utf-8", "surrogatepass")).hexdigest()[:PARTS]
    return f"{theatre or NOWHERE}/{UNDATED}/{digits}"


def path_of(leaf: str) -> tuple[str, ...]:
    """Return the nodes from that of all reports down to a last one."""
    theatre, what, *parts = leaf.split("/")
    if what == UNDATED:
        below = [f"{theatre}/{UNDATED}"]
        below += [f"{theatre}/{UNDATED}/{parts[0][:digits]}" for digits in range(1, PARTS + 1)]
    else:
        year, month, day = what.split("-")
        dekad = sum(int(day) >= first for first in _DEKADS)
        below = [f"{theatre}/{year}", f"{theatre}/{year}-{month}", f"{theatre}/{year}-{month}/{dekad}", leaf]
    return (ALL, theatre, *below)


def parent_of(node: str) -> str | None:
    """Return the node above another, None for that of all reports."""
    if node == ALL:
        return None
    if is_last(node):
        return path_of(node)[-2]
    theatre, _, what = node.partition("/")
    if what.startswith(UNDATED) and what != UNDATED:
        return node[:-1].rstrip("/")
    month, _, dekad = what.partition("/")
    above = month if dekad else month.rpartition("-")[0]
    return f"{theatre}/{above}" if above else theatre if what else ALL


def is_last(node: str) -> bool:
    """Say whether a node has none below it."""
    return _LAST.fullmatch(node) is not None


def bounds(node: str) -> tuple[str, str]:
    """Return the least and the greatest text that a last node under this one can be, both included."""
    if node == ALL:
        return "", "~"
    theatre, _, what = node.partition("/")
    if not what:
        return f"{theatre}/", f"{theatre}/~"
    if is_last(node):
        return node, node
    if what.startswith(UNDATED):
        return node, f"{node}~"
    month, _, dekad = node.partition("/")[2].partition("/")
    if not dekad:
        return f"{node}-", f"{node}-~"
    first = _DEKADS[int(dekad) - 1]
    return f"{theatre}/{month}-{first:02}", f"{theatre}/{month}-{31 if first == _DEKADS[-1] else first + 9}"


def block_on(path: Sequence[str], counts: Mapping[str, int], most: int = MOST) -> str:
    """Return the block on a path from the top to a last node, by how many reports each node has."""
    return next((node for node in path if counts.get(node, 0) <= most), path[-1])
