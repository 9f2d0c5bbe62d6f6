"""The robots.txt of each site, fetched once a day and asked before every page."""

from collections.abc import Callable
from threading import Lock

from warmonitor.model import Fetch, FetchError, Outcome
from warmonitor.run.children import Children
from warmonitor.stages.archive.fetch.address import Address
from warmonitor.stages.archive.fetch.follow import Followed, follow
from warmonitor.stages.archive.fetch.get import Getter
from warmonitor.stages.archive.fetch.pace import DAY, MINUTE
from warmonitor.stages.archive.fetch.robots import MOST_BYTES

AGENT = "warmonitor"  # the name by which robots files address us
_AGAIN = 10 * MINUTE  # after a robots.txt could not be had
_SITES = 1_000  # whose rules are remembered
_PASSED_ON = {"address-denied", "address-refused"}

Kept = Callable[[Followed, str], Fetch]


class Rules:
    """What sites allow; threads may ask at the same time."""

    def __init__(self, getter: Getter, children: Children, clock: Callable[[], float], kept: Kept) -> None:
        self._getter, self._children, self._clock, self._kept = getter, children, clock, kept
        self._lock, self._locks = Lock(), dict[str, Lock]()
        self._known: dict[str, tuple[bytes | FetchError, float]] = {}

    def check(self, address: Address, fetches: list[Fetch]) -> float:
        """Return the seconds that the site asks to wait between two requests; note fetches made for that.

        Raises:
            FetchError: when the site does not allow the address, or cannot be asked.
        """
        with self._lock:
            lock = self._locks.setdefault(address.origin, Lock())
        with lock:
            rules, until = self._known.get(address.origin, (b"", 0.0))
            if until <= self._clock():
                rules, until = self._asked(address.origin, fetches)
                self._learn(address.origin, rules, until)
        if isinstance(rules, FetchError):
            raise rules
        if not rules:
            return 0.0
        told = self._children.ask("allowed", rules, agent=AGENT, address=str(address))
        if not told["allowed"]:
            raise FetchError("robots-denied", "The site's robots.txt does not allow this address.")
        return float(told["delay"])

    def _learn(self, origin: str, rules: bytes | FetchError, until: float) -> None:
        with self._lock:
            self._known.pop(origin, None)
            self._known[origin] = (rules, until)
            if len(self._known) > _SITES:
                del self._known[next(iter(self._known))]

    def _asked(self, origin: str, fetches: list[Fetch]) -> tuple[bytes | FetchError, float]:
        """Ask for a robots.txt (RFC 9309): none allows all, a site that fails allows nothing for a while."""
        address = f"{origin}/robots.txt"
        found = follow(self._getter, address, (), lambda _: None)
        fetches.append(self._kept(found, address))
        now = self._clock()
        if found.last is not None and found.error is None and found.last.hop.status < 500:
            served = 200 <= found.last.hop.status < 300
            return (found.last.body[:MOST_BYTES] if served else b""), now + DAY
        if found.error is not None and found.error.code in _PASSED_ON:
            return found.error, now + _AGAIN
        said = "The site's robots.txt cannot be had, so that nothing is fetched from it for now."
        return FetchError("robots-unknown", said), now + _AGAIN


def robots_outcome(found: Followed) -> Outcome:
    """Return what came of asking for a robots.txt."""
    if found.error is not None or found.last is None:
        return Outcome.DENIED if found.error and found.error.code in _PASSED_ON else Outcome.FAILED
    status = found.last.hop.status
    if 200 <= status < 300:
        return Outcome.NEW
    return Outcome.GONE if status in {404, 410} else Outcome.BLOCKED
