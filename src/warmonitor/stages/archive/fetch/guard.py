"""Which addresses may be dialled: public ones on the usual ports, and what is allowed by name."""

import socket
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from warmonitor.model import FetchError
from warmonitor.stages.archive.made import load_table

Resolve = Callable[[str, int, float], list[str]]
USUAL_PORTS = frozenset({80, 443})
_ISATAP = 0x5EFE  # RFC 5214: the last four bytes of such an address are an IPv4 address


@lru_cache(maxsize=1)
def _denied4() -> tuple[tuple[IPv4Network, str], ...]:
    return tuple((IPv4Network(net), why) for net, why in load_table("networks.yml")["ip4"].items())


@lru_cache(maxsize=1)
def _denied6() -> tuple[IPv6Network, tuple[tuple[IPv6Network, str], ...]]:
    table = load_table("networks.yml")
    return IPv6Network(table["ip6_public"]), tuple((IPv6Network(n), why) for n, why in table["ip6"].items())


def why_denied(text: str) -> str | None:
    """Return why an IP address must not be dialled, None where it is a public one."""
    try:
        ip = ip_address(text)
    except ValueError:
        return "no IP address"
    if isinstance(ip, IPv4Address):
        return next((why for net, why in _denied4() if ip in net), None)
    return _why_denied6(ip)


def _why_denied6(ip: IPv6Address) -> str | None:
    public, denied = _denied6()
    if ip.scope_id is not None or ip not in public:
        return "not of the public network"
    if (int(ip) >> 32) & 0xFFFF == _ISATAP:
        return "an IPv4 address inside an IPv6 address"
    return next((why for net, why in denied if ip in net), None)


def resolve(host: str, port: int, seconds: float) -> list[str]:
    """Ask the system for the IP addresses of a host, each once, and wait no longer than so many seconds."""
    answers: list[list[str] | OSError] = []
    asked = threading.Thread(target=_ask, args=(host, port, answers), daemon=True)
    asked.start()
    asked.join(max(0.0, seconds))
    if not answers or isinstance(answers[0], OSError):
        late = "in time" if not answers else "to an address"
        raise FetchError("host-unknown", f"The name {host} cannot be resolved {late}.")
    return answers[0]


def _ask(host: str, port: int, answers: list[list[str] | OSError]) -> None:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        answers.append(list(dict.fromkeys(str(row[4][0]) for row in found)))
    except (OSError, UnicodeError) as error:
        answers.append(error if isinstance(error, OSError) else OSError(str(error)))


@dataclass(frozen=True, slots=True)
class Guard:
    """What may be dialled; `allowed` are pairs of host and port that a person named, checked no further."""

    allowed: frozenset[tuple[str, int]] = frozenset()
    ports: frozenset[int] = USUAL_PORTS
    resolve: Resolve = field(default=resolve)

    def addresses(self, host: str, port: int, seconds: float) -> list[str]:
        """Return the IP addresses to dial for a host: resolved once, and all of them checked.

        Raises:
            FetchError: when the port or any of the addresses is denied, or there is none.
        """
        if (host, port) in self.allowed:
            return self.resolve(host, port, seconds)
        if port not in self.ports:
            raise FetchError("address-denied", f"Port {port} of {host} is not one of {_listed(self.ports)}.")
        found = self.resolve(host, port, seconds)
        for ip in found:
            if why := why_denied(ip):
                raise FetchError("address-denied", f"{host} leads to {ip}, which is {why}.")
        if not found:
            raise FetchError("host-unknown", f"The name {host} leads to no address.")
        return found


def _listed(ports: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(ports)))
