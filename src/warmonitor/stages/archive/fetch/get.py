"""One request and its answer, within limits of time and size."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from ssl import SSLContext

import httpcore2

from warmonitor.model import FetchError, Hop
from warmonitor.model.fetch import Headers
from warmonitor.stages.archive.fetch.address import Address
from warmonitor.stages.archive.fetch.decode import codings, decoded
from warmonitor.stages.archive.fetch.dial import Connect, Deadline, Dialler, connect
from warmonitor.stages.archive.fetch.guard import Guard

_ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, application/feed+json;q=0.9, */*;q=0.5"
_HEAD_BYTES = 64_000
_IDLE_SECONDS = 15.0  # that a server may stay silent


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one fetch: seconds in all, bytes as sent and as unpacked, and redirects followed."""

    seconds: float = 30.0
    bytes: int = 19_000_000
    hops: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its head, its body as sent and with content codings undone, or why there is no body.

    Beside an error `wire` is what came before it, up to the limit of bytes.
    """

    hop: Hop
    wire: bytes = b""
    body: bytes = b""
    error: FetchError | None = None


@dataclass(frozen=True, slots=True)
class Getter:
    """Makes requests: `agent` is how it names itself; no proxy is used, whatever the environment says."""

    guard: Guard
    agent: str
    limits: Limits = Limits()
    connect: Connect = connect

    def get(self, address: Address, asked: Headers = (), deadline: Deadline | None = None) -> Answer:
        """Fetch one address, following nothing.

        Raises:
            FetchError: when it is denied, out of reach, too slow or no HTTP. What goes wrong after the head
                of the answer stands in the answer.
        """
        deadline = deadline or Deadline(self.limits.seconds)
        dialler = Dialler(self.guard, deadline, self.connect)
        headers = (*self._headers(address), *asked)
        with told_in_our_words(deadline):
            return self._answer(address, headers, dialler, deadline)

    def _headers(self, address: Address) -> Headers:
        return (
            ("Host", address.authority),
            ("User-Agent", self.agent),
            ("Accept", _ACCEPT),
            ("Accept-Encoding", "gzip"),
            ("Connection", "close"),
        )

    def _answer(self, address: Address, headers: Headers, dialler: Dialler, deadline: Deadline) -> Answer:
        pool = httpcore2.ConnectionPool(ssl_context=trusted(), max_connections=1, network_backend=dialler)
        with pool:
            request = httpcore2.Request(
                "GET", url_of(address), headers=list(headers), extensions={"timeout": {"read": _IDLE_SECONDS}}
            )
            response = pool.handle_request(request)
            with closing(response):
                hop = _hop(address, headers, dialler.peer, response)
                return self._whole(hop, response, deadline)

    def _whole(self, hop: Hop, response: httpcore2.Response, deadline: Deadline) -> Answer:
        parts = bytearray()
        try:
            with told_in_our_words(deadline):
                self._receive(hop, response, parts)
            wire = bytes(parts)
            return Answer(hop, wire, decoded(wire, hop.header("content-encoding"), self.limits.bytes))
        except FetchError as error:
            return Answer(hop, bytes(parts[: self.limits.bytes]), error=error)

    def _receive(self, hop: Hop, response: httpcore2.Response, parts: bytearray) -> None:
        codings(hop.header("content-encoding"))
        length = hop.header("content-length")
        if length.isdecimal() and len(length) < 30 and int(length) > self.limits.bytes:
            raise _too_large(self.limits.bytes)
        for chunk in _stream(response):
            parts += chunk
            if len(parts) > self.limits.bytes:
                raise _too_large(self.limits.bytes)


@contextmanager
def told_in_our_words(deadline: Deadline) -> Iterator[None]:
    """Tell what the client raises in our words."""
    try:
        yield
    except (httpcore2.ProtocolError, httpcore2.UnsupportedProtocol) as error:
        raise _damaged(error) from None
    except (httpcore2.NetworkError, httpcore2.TimeoutException, OSError):
        deadline.left()
        raise FetchError("connection-lost", "The connection broke off.") from None


@lru_cache(maxsize=1)
def trusted() -> SSLContext:
    """Return whose certificates are believed."""
    return httpcore2.default_ssl_context()


def url_of(address: Address) -> httpcore2.URL:
    """Return an address as the client takes it."""
    return httpcore2.URL(
        scheme=address.scheme.encode(),
        host=address.host.encode(),
        port=address.port,
        target=address.target.encode(),
    )


def _stream(response: httpcore2.Response) -> Iterator[bytes]:
    yield from response.iter_stream()


def _hop(address: Address, headers: Headers, peer: str, response: httpcore2.Response) -> Hop:
    if sum(len(name) + len(value) for name, value in response.headers) > _HEAD_BYTES:
        raise FetchError("head-too-large", f"The head of the answer is longer than {_HEAD_BYTES} bytes.")
    told = tuple((_text(name), _text(value)) for name, value in response.headers)
    reason = _text(response.extensions.get("reason_phrase", b""))
    return Hop(str(address), peer, response.status, reason, headers, told)


def _text(raw: bytes) -> str:
    return raw.decode("latin-1")


def _too_large(limit: int) -> FetchError:
    return FetchError("too-large", f"The page is longer than {limit} bytes.")


def _damaged(error: Exception) -> FetchError:
    if "without sending complete" in str(error):
        return FetchError("cut-short", "The connection ended before the whole page was sent.")
    return FetchError("answer-damaged", "What the server sent is no answer in HTTP.")
