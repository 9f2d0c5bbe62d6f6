"""How the sides of the account are drawn, made once while the account stands as it is."""

from collections.abc import Mapping
from functools import lru_cache

from warmonitor.model.sides import SideSign, signs_of
from warmonitor.store.database import Database
from warmonitor.store.reader import Reader
from warmonitor.store.window import holders


def side_signs(database: Database) -> Mapping[str, SideSign]:
    """Return the signs of the sides that have one of their own, whatever a page shows of them."""
    return _signs(database, str(Reader(database).head()))


@lru_cache(maxsize=4)
def _signs(database: Database, stand: str) -> Mapping[str, SideSign]:  # noqa: ARG001 - what it changes with
    return signs_of(database.read(holders))
