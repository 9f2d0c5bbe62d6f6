"""What was fetched: the custody record of one address, with its bytes."""

from dataclasses import dataclass
from enum import StrEnum

Headers = tuple[tuple[str, str], ...]


class Outcome(StrEnum):
    """What came of a fetch."""

    NEW = "new"  # the first bytes of this address
    CHANGED = "changed"  # a further version
    SAME = "same"  # the server said so, or the bytes are the same
    SAME_TEXT = "same-text"  # other bytes, but the article says the same; they are not kept
    GONE = "gone"  # there is no such page any more
    BLOCKED = "blocked"  # the server answers, but does not serve it
    FAILED = "failed"  # no answer, or one beyond a limit
    DENIED = "denied"  # not asked for: robots.txt or the guard is against it

    @property
    def served(self) -> bool:
        """Say whether the page was there."""
        return self in {Outcome.NEW, Outcome.CHANGED, Outcome.SAME, Outcome.SAME_TEXT}


@dataclass(frozen=True, slots=True)
class Hop:
    """One request and the head of its answer; `peer` is the IP address that was dialled."""

    address: str
    peer: str
    status: int
    reason: str
    request: Headers
    response: Headers

    def header(self, name: str) -> str:
        """Return the first header of the answer with a name in lower case, "" where there is none."""
        return next((value for key, value in self.response if key.lower() == name), "")


@dataclass(frozen=True, slots=True)
class Fetch:
    """One address at one time, for good: `at` and `due` are seconds since 1970, UTC.

    `hops` are the requests, redirects first; `wire` is the body as sent, `body` the same with its content
    codings undone, `sha256` the hex digest of `body`. `version` is the digest of the last version kept,
    `failures` and `quiet` count failures and unchanged answers in a row up to this one, `due` is when to
    look again. `code` and `said` tell what went wrong; where that was on the way, `partial` says that
    `wire`, `body`, `sha256` and `size` are those of the part that came, its codings not undone.
    """

    address: str
    source: str
    kind: str
    at: float
    tool: str
    outcome: Outcome
    hops: tuple[Hop, ...] = ()
    sha256: str = ""
    size: int = 0
    version: str = ""
    etag: str = ""
    modified: str = ""
    failures: int = 0
    quiet: int = 0
    due: float = 0.0
    code: str = ""
    said: str = ""
    partial: bool = False
    wire: bytes = b""
    body: bytes = b""

    @property
    def final(self) -> str:
        """Return the address after redirects."""
        return self.hops[-1].address if self.hops else self.address

    @property
    def status(self) -> int:
        """Return the last status, 0 where no answer came."""
        return self.hops[-1].status if self.hops else 0
