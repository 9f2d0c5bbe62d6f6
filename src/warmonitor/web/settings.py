"""How the API is set: who may ask from where and how often, and whether anything may be changed."""

from dataclasses import dataclass
from pathlib import Path

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits are requests a minute and bytes; `hosts` are the names that the API answers to."""

    hosts: tuple[str, ...] = LOOPBACK
    https: bool = False  # TLS ends before it: cookies are for TLS alone
    read_only: bool = False
    public_document: bool = False  # whether the OpenAPI document is for everybody
    tiles: Path | None = None  # a PMTiles file for the map
    body: int = 4_000_000
    anonymous: int = 30  # for one address
    member: int = 1_200
    logins: int = 5  # for one account from one address
    logins_address: int = 10
    logins_account: int = 60  # from everywhere; it keeps no one out for longer than a minute

    @property
    def cookie(self) -> str:
        """The name of the cookie: browsers hold one with this prefix to TLS, one host and every path."""
        return "__Host-warmonitor" if self.https else "warmonitor"

    @property
    def scheme(self) -> str:
        """What addresses of the API begin with."""
        return "https" if self.https else "http"
