"""A fetch as a custody log has it: the way by which the bytes of a report came."""

from dataclasses import dataclass

from warmonitor.model.fetch import Fetch


@dataclass(frozen=True, slots=True)
class Capture:
    """A fetch without its bytes, where it stands in the log, and where its records stand in an archive.

    `number` counts the records of the log from 0, `chain` is the hash of the log up to this one; `start` and
    `end` are bytes of the archive `file`, `digest` the SHA-256 of what stands between them.
    """

    fetch: Fetch
    number: int
    chain: str
    file: str = ""
    start: int = 0
    end: int = 0
    digest: str = ""
