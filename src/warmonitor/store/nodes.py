"""How many reports each node of the tree has, which nodes are blocks, and which blocks are stale."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, update

from warmonitor.store.placed import FAMILIES, NODES, PLACINGS, STALE
from warmonitor.store.tree import ALL, MOST, block_on, is_last, parent_of, path_of


@dataclass(frozen=True, slots=True)
class Stale:
    """Why a block is stale: the last report that touched it; `number` grows with each touch of any block."""

    report: str
    number: int


def shift(
    connection: Connection, before: Mapping[str, int], after: Mapping[str, int], most: int = MOST
) -> set[str]:
    """Count reports that leave some last nodes and come to others; return every block that this touches.

    `before` and `after` have how many of the reports that move, or stand beside those that do, each has.
    Blocks that are no more are among them.
    """
    paths = [path_of(leaf) for leaf in {*before, *after}]
    old = _counts(connection, {node for path in paths for node in path})
    new = dict(old)
    for leaf in {*before, *after}:
        for node in path_of(leaf):
            new[node] = new.get(node, 0) + after.get(leaf, 0) - before.get(leaf, 0)
    pairs = [(block_on(path, old, most), block_on(path, new, most)) for path in paths]
    tops = {min(pair, key=path.index) for pair, path in zip(pairs, paths, strict=True) if len({*pair}) > 1}
    touched = {block for pair in pairs for block in pair} | _below(connection, tops, most)
    _count(connection, old, new)
    touched |= _below(connection, tops, most)
    return {block for block in touched if old.get(block, 1) or new.get(block, 1)}


def blocks(connection: Connection, most: int = MOST) -> dict[str, int]:
    """Return how many reports each block has, by the names of blocks, sorted."""
    above = NODES.alias()
    query = (
        select(NODES.c.name, NODES.c.reports)
        .outerjoin(above, above.c.name == NODES.c.parent)
        .where(or_(above.c.name.is_(None), above.c.reports > most))
    )
    found = {name: count for name, count in connection.execute(query) if count <= most or is_last(name)}
    return dict(sorted(found.items()))


def block_now(connection: Connection, leaf: str, most: int = MOST) -> str:
    """Return the block that a last node lies in."""
    path = path_of(leaf)
    return block_on(path, _counts(connection, path), most)


def miscounted(connection: Connection) -> list[str]:
    """Return the nodes whose count is not that of the families under them, or that hang elsewhere, sorted."""
    rows = connection.execute(select(NODES)).all()
    told = {row.name: row.reports if row.parent == _named(row.name)[1] else -1 for row in rows}
    found = Counter[str]()
    query = select(FAMILIES.c.leaf, func.count()).join(PLACINGS, PLACINGS.c.family == FAMILIES.c.number)
    for leaf, reports in connection.execute(query.group_by(FAMILIES.c.leaf)):
        found.update(dict.fromkeys(_named(leaf)[0], reports))
    return sorted(node for node in {*told, *found} if told.get(node, 0) != found[node])


def _named(node: str) -> tuple[tuple[str, ...], str | None]:
    """Return the path to a last node, and what is above a node; nothing where its name is none."""
    try:
        return path_of(node) if is_last(node) else (), parent_of(node)
    except (ValueError, IndexError):
        return (), ""


def sizes(connection: Connection, names: Collection[str], most: int = MOST) -> dict[str, int]:
    """Return how many reports those of some nodes hold that are blocks now."""
    counts = _counts(connection, names)
    return {name: count for name, count in counts.items() if is_block(connection, name, most)}


def all_reports(connection: Connection) -> int:
    """Return how many reports are placed."""
    return _counts(connection, [ALL]).get(ALL, 0)


def is_block(connection: Connection, name: str, most: int = MOST) -> bool:
    """Say whether a node of the tree is a block now: one that was split, joined or emptied is none."""
    above = parent_of(name)
    counts = _counts(connection, [name, above] if above else [name])
    if name not in counts or (above and counts.get(above, 0) <= most):
        return False
    return counts[name] <= most or is_last(name)


def note(connection: Connection, touched: Iterable[str], report: str) -> None:
    """Keep that a report touched some blocks."""
    rows = [{"block": block, "report": report} for block in sorted(touched)]
    if rows:
        connection.execute(delete(STALE).where(STALE.c.block.in_([row["block"] for row in rows])))
        connection.execute(insert(STALE), rows)


def stale(connection: Connection) -> dict[str, Stale]:
    """Return why each stale block is so, by the names of blocks, sorted; some may be no more."""
    found = {row.block: Stale(row.report, row.number) for row in connection.execute(select(STALE))}
    return dict(sorted(found.items()))


def settled(connection: Connection, block: str, number: int | None = None) -> None:
    """Take a block off what is stale, unless it was touched again after the `number` that `stale` gave."""
    query = delete(STALE).where(STALE.c.block == block)
    connection.execute(query if number is None else query.where(STALE.c.number <= number))


def _counts(connection: Connection, nodes: Collection[str]) -> dict[str, int]:
    query = select(NODES.c.name, NODES.c.reports).where(NODES.c.name.in_(sorted(nodes)))
    return {name: count for name, count in connection.execute(query)}  # noqa: C416


def _count(connection: Connection, old: Mapping[str, int], new: Mapping[str, int]) -> None:
    """Write the counts that are others now; nodes without reports are no more."""
    gone = sorted(node for node in old if not new[node])
    fresh = sorted(node for node in new if node not in old and new[node])
    other = sorted(node for node in old if new[node] and new[node] != old[node])
    if gone:
        connection.execute(delete(NODES).where(NODES.c.name.in_(gone)))
    if other:
        told = update(NODES).where(NODES.c.name == bindparam("node")).values(reports=bindparam("count"))
        connection.execute(told, [{"node": node, "count": new[node]} for node in other])
    if fresh:
        rows = [{"name": node, "parent": parent_of(node), "reports": new[node]} for node in fresh]
        connection.execute(insert(NODES), rows)


def _below(connection: Connection, tops: Collection[str], most: int) -> set[str]:
    """Return the blocks at or under some nodes, as they are counted now."""
    found: set[str] = set()
    asked = NODES.c.name.in_(sorted(tops)) if tops else None
    while asked is not None:
        rows = connection.execute(select(NODES.c.name, NODES.c.reports).where(asked)).all()
        found |= {name for name, count in rows if count <= most or is_last(name)}
        wide = sorted({name for name, _ in rows} - found)
        asked = NODES.c.parent.in_(wide) if wide else None
    return found
