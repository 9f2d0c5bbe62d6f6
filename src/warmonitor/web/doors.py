"""Keys that let a member in once without a password, for whoever starts the program on their own machine."""

import hashlib
import secrets
from datetime import datetime, timedelta

_GOOD_FOR = timedelta(minutes=10)


class Doors:
    """Keys in the memory of this process; only their hashes are kept."""

    def __init__(self) -> None:
        self._keys: dict[str, tuple[str, datetime]] = {}

    def key(self, member: str, now: datetime) -> str:
        """Return a new key for a member by id."""
        made = secrets.token_urlsafe(32)
        self._keys[_hash(made)] = member, now + _GOOD_FOR
        return made

    def entered(self, key: str, now: datetime) -> str | None:
        """Return whose key this is, which it is no longer; None where it is nobody's or too old."""
        member, until = self._keys.pop(_hash(key), ("", now))
        return member if now < until else None


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
