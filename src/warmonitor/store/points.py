"""Named points of what is written, so that tests can stop the program at each of them."""

from collections.abc import Callable

# Of keeping a document.
POINTS = (
    "raw-opened",
    "raw-written",
    "raw-renamed",
    "raw-settled",
    "begun",
    "given-appended",
    "made-put",
    "placed",
    "chain-moved",
    "committed",
    "migrating",
    "changed",
    "migrated",
    "archived",
    "logged",
)
# Of bringing the account up to date: what judgements touch is noted; of a block its own account is kept, what
# it gives to units across blocks joined, its rows put on the shelf, and the block is stale no more.
REFRESHING = ("marked", "block-kept", "joined", "shelved", "settled")
FURTHER = ("judged", "asked", "backed-up", "restored")

_watchers: list[Callable[[str], None]] = []


def reach(point: str) -> None:
    """Tell whoever watches that the point is reached."""
    for watcher in _watchers:
        watcher(point)


def watch(watcher: Callable[[str], None]) -> None:
    """Have every point told from now on."""
    _watchers.append(watcher)
