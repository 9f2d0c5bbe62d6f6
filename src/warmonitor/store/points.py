"""Named points of keeping a document, so that tests can stop the program at each of them."""

from collections.abc import Callable

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
    "migrated",
    "backed-up",
    "archived",
    "logged",
)

_watchers: list[Callable[[str], None]] = []


def reach(point: str) -> None:
    """Tell whoever watches that the point is reached."""
    for watcher in _watchers:
        watcher(point)


def watch(watcher: Callable[[str], None]) -> None:
    """Have every point told from now on."""
    _watchers.append(watcher)
