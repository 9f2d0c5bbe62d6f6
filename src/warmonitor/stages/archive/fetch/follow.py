"""Redirects followed hop by hop, each address taken apart and asked about before it is fetched."""

from collections.abc import Callable
from dataclasses import dataclass

from warmonitor.model import FetchError, Hop
from warmonitor.model.fetch import Headers
from warmonitor.stages.archive.fetch.address import Address, joined, parse
from warmonitor.stages.archive.fetch.dial import Deadline
from warmonitor.stages.archive.fetch.get import Answer, Getter

_REDIRECTS = {301, 302, 303, 307, 308}
Check = Callable[[Address], None]


@dataclass(frozen=True, slots=True)
class Followed:
    """The answers on the way to an address, and what went wrong on it; `last` is None where none came."""

    hops: tuple[Hop, ...]
    last: Answer | None = None
    error: FetchError | None = None


def follow(getter: Getter, text: str, asked: Headers, check: Check) -> Followed:
    """Fetch an address and those that it redirects to; `check` raises FetchError for one not to be asked."""
    hops: list[Hop] = []
    try:
        deadline, address = Deadline(getter.limits.seconds), parse(text)
        for _ in range(getter.limits.hops + 1):
            check(address)
            answer = getter.get(address, asked, deadline)
            hops.append(answer.hop)
            if not _leads_on(answer.hop):
                return Followed(tuple(hops), answer, answer.error)
            address = _next(address, answer.hop.header("location"))
    except FetchError as error:
        return Followed(tuple(hops), error=error)
    said = f"More than {getter.limits.hops} redirects were met."
    return Followed(tuple(hops), error=FetchError("too-many-redirects", said))


def _leads_on(hop: Hop) -> bool:
    return hop.status in _REDIRECTS and bool(hop.header("location"))


def _next(address: Address, location: str) -> Address:
    target = parse(joined(str(address), location.partition("#")[0]))
    if address.scheme == "https" and target.scheme == "http":
        raise FetchError("redirect-unsafe", "A secure address redirects to one that is not.")
    return target
