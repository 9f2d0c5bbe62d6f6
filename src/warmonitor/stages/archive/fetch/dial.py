"""Connections as the fetcher makes them: to checked IP addresses only, and never past the deadline."""

import socket
import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore2

from warmonitor.model import FetchError
from warmonitor.stages.archive.fetch.guard import Guard

Connect = Callable[[tuple[str, int], float], socket.socket]
_CONNECT_SECONDS = 10.0


class Deadline:
    """A point in time that no part of a fetch goes past."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, most: float | None = None) -> float:
        """Return the seconds that are left, or `most` where that is less.

        Raises:
            FetchError: when none are left.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise FetchError("too-slow", "The server did not answer in full within the time allowed.")
        return left if most is None else min(left, most)


class Stream(httpcore2.NetworkStream):
    """A socket whose every wait ends at the deadline."""

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock, self._deadline = sock, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there, up to so many bytes."""
        received: bytes = self._waiting(lambda: self._sock.recv(max_bytes), timeout)
        return received

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of the bytes."""
        self._waiting(lambda: self._sock.sendall(buffer), timeout)

    def close(self) -> None:
        """Close the socket."""
        self._sock.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """Return the stream inside TLS; the certificate must be of the host that was asked for."""
        self._sock.settimeout(self._deadline.left(timeout))
        try:
            return Stream(
                ssl_context.wrap_socket(self._sock, server_hostname=server_hostname), self._deadline
            )
        except (OSError, ValueError) as error:
            self.close()
            said = getattr(error, "verify_message", None) or getattr(error, "reason", None) or "it broke off"
            raise FetchError("no-secure-connection", f"No secure connection could be made: {said}.") from None

    def get_extra_info(self, info: str) -> Any:
        """Return what the client asks of the connection."""
        return self._sock.getpeername() if info == "server_addr" else None

    def _waiting(self, work: Callable[[], Any], timeout: float | None) -> Any:
        self._sock.settimeout(self._deadline.left(timeout))
        try:
            return work()
        except TimeoutError:
            self._deadline.left()
            raise FetchError("too-slow", "The server stopped sending.") from None
        except OSError as error:
            raise httpcore2.ReadError(str(error)) from None


class Dialler(httpcore2.NetworkBackend):
    """Dials hosts by the addresses that the guard returns for them: looked up once, so that none changes."""

    def __init__(self, guard: Guard, deadline: Deadline, connect: Connect) -> None:
        self.peer = ""
        self._guard, self._deadline, self._connect = guard, deadline, connect

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        """Connect to the first of the host's checked addresses that answers."""
        wait = min(timeout or _CONNECT_SECONDS, _CONNECT_SECONDS)
        for ip in self._guard.addresses(host, port, self._deadline.left(_CONNECT_SECONDS)):
            try:
                sock = self._connect((ip, port), self._deadline.left(wait))
            except OSError:
                continue
            self.peer = ip
            return Stream(sock, self._deadline)
        raise FetchError("no-connection", f"No connection to {host} could be made.")

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        """Refuse: a socket of this machine is no address of the web."""
        raise FetchError("address-denied", f"{path} is a socket of this machine.")


def connect(address: tuple[str, int], seconds: float) -> socket.socket:
    """Open a connection to an IP address and port; a name is never looked up here."""
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.settimeout(seconds)
        sock.connect(address)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except OSError:
        sock.close()
        raise
    return sock
