"""What a site's robots.txt allows (RFC 9309)."""

from dataclasses import dataclass
from functools import lru_cache

from protego import Protego

MOST_BYTES = 500_000  # RFC 9309, 2.5: what comes after is not read
_LONGEST_DELAY = 60.0


@dataclass(frozen=True, slots=True)
class Robots:
    """Whether an address may be fetched, and the seconds to wait between two requests."""

    allowed: bool
    delay: float


def robots(content: bytes, agent: str, address: str) -> Robots:
    """Return what a robots.txt says of an address to an agent."""
    rules = _rules(content[:MOST_BYTES])
    delay = rules.crawl_delay(agent) or 0.0
    return Robots(bool(rules.can_fetch(address, agent)), min(max(0.0, float(delay)), _LONGEST_DELAY))


@lru_cache(maxsize=64)
def _rules(content: bytes) -> Protego:
    return Protego.parse(content.decode("utf-8-sig", "replace"))
