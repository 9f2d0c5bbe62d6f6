"""One message sent to an address that somebody named, by the same guard as every fetch."""

from contextlib import closing

import httpcore2

from warmonitor.model.fetch import Headers
from warmonitor.stages.archive.fetch.address import Address
from warmonitor.stages.archive.fetch.dial import Deadline, Dialler
from warmonitor.stages.archive.fetch.get import Getter, told_in_our_words, trusted, url_of

_MOST = 64_000  # bytes of an answer that are waited for


def post(getter: Getter, address: Address, body: bytes, told: Headers) -> int:
    """Send a body and return the status of the answer; nothing is followed, and what it says is not read.

    Raises:
        FetchError: when the address is denied, out of reach, too slow or no HTTP.
    """
    deadline = Deadline(getter.limits.seconds)
    dialler = Dialler(getter.guard, deadline, getter.connect)
    headers = [
        ("Host", address.authority),
        ("User-Agent", getter.agent),
        ("Content-Length", str(len(body))),
        ("Connection", "close"),
        *told,
    ]
    with told_in_our_words(deadline):
        pool = httpcore2.ConnectionPool(ssl_context=trusted(), max_connections=1, network_backend=dialler)
        with pool:
            request = httpcore2.Request("POST", url_of(address), headers=headers, content=body)
            response = pool.handle_request(request)
            with closing(response):
                _read(response)
                return int(response.status)


def _read(response: httpcore2.Response) -> None:
    """Read what is answered, so that the other side can end in good order."""
    size = 0
    for chunk in response.iter_stream():
        size += len(chunk)
        if size > _MOST:
            return
