"""How often one may ask: so many requests a minute for an address, a member, an account."""

import ipaddress
import math
import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import HTTPConnection

from warmonitor.web.trouble import Trouble

_NETWORK = 64  # bits of an IPv6 address that belong to one customer


class Rates:
    """Counts requests in the last minute, in the memory of this process."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def take(self, most: int, *who: str) -> None:
        """Count a request of somebody.

        Raises:
            Trouble: 429 when there were too many in the last minute; it says when there is room again.
        """
        item = RateLimitItemPerMinute(most)
        if self._limiter.hit(item, *who):
            return
        wait = max(1, math.ceil(self._limiter.get_window_stats(item, *who).reset_time - time.time()))
        said = f"Too many requests; try again in {wait} seconds."
        raise Trouble(429, "too-many-requests", said, headers={"Retry-After": str(wait)})


def address_of(connection: HTTPConnection) -> str:
    """Return whose address a request comes from: of IPv6 the network, as one customer has one of those."""
    host = connection.client.host if connection.client else ""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if address.version == 6 and address.ipv4_mapped is None:
        return str(ipaddress.ip_network((address, _NETWORK), strict=False))
    return str(address)
