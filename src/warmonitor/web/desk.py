"""What the routes of the API work with, put together once."""

from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.requests import HTTPConnection

from warmonitor.store.members import Clock, Members
from warmonitor.store.sessions import Sessions, Tokens
from warmonitor.store.store import Store
from warmonitor.web.doors import Doors
from warmonitor.web.rates import Rates
from warmonitor.web.settings import Settings


@dataclass(frozen=True)
class Desk:
    """A store, who may use it, and how; `refresh` brings the account up to date after judgements."""

    store: Store
    secret: bytes
    settings: Settings
    now: Clock
    refresh: Callable[[], None] = lambda: None
    rates: Rates = field(default_factory=Rates)
    doors: Doors = field(default_factory=Doors)

    @property
    def members(self) -> Members:
        """Who may use the API."""
        return Members(self.store.database, self.now)

    @property
    def sessions(self) -> Sessions:
        """Sessions of members."""
        return Sessions(self.store.database, self.secret, self.now)

    @property
    def tokens(self) -> Tokens:
        """Tokens of members."""
        return Tokens(self.store.database, self.secret, self.now)


def desk_of(connection: HTTPConnection) -> Desk:
    """Return the desk that a request is answered from."""
    desk: Desk = connection.app.state.desk
    return desk
