"""Addresses of the web, taken apart strictly: what two programs could read in two ways is refused."""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, urljoin, urlsplit

import idna

from warmonitor.model import FetchError

LONGEST = 4096  # characters of an address
PORTS = {"http": 80, "https": 443}
_SAFE = "%/:=&?~#+!$,;'@()*[]|"
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """An address; `host` is a name in ASCII or an IP address without brackets, `target` path and query."""

    scheme: str
    host: str
    port: int
    target: str

    def __str__(self) -> str:
        return f"{self.origin}{self.target}"

    @property
    def authority(self) -> str:
        """Return host and port as they stand in a request: the usual port is left out."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Return scheme, host and port."""
        return f"{self.scheme}://{self.authority}"


def parse(text: str) -> Address:
    """Take an address apart.

    Raises:
        FetchError: when it is none of the web, or written in a way that programs read differently.
    """
    if len(text) > LONGEST:
        raise _refused(f"it is longer than {LONGEST} characters")
    if any(c.isspace() or not c.isprintable() for c in text) or "\\" in text:
        raise _refused("it holds a blank, a backslash or a control character")
    try:
        parts = urlsplit(text)
    except ValueError:
        raise _refused("it cannot be taken apart") from None
    if parts.scheme not in PORTS:
        raise _refused("only http and https are fetched")
    host, port = _split(parts.netloc)
    path = quote(parts.path or "/", safe=_SAFE)
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    return Address(parts.scheme, _host(host), _port(port, PORTS[parts.scheme]), path + query)


def joined(base: str, link: str) -> str:
    """Return a link as an address of its own, read against the page that it stands on."""
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return link


def _split(authority: str) -> tuple[str, str]:
    if "@" in authority:
        raise _refused("it names a user")
    if "%" in authority:
        raise _refused("its host is written with percent signs or a zone")
    bracketed = re.fullmatch(r"(\[[^\[\]]*\])(?::(.*))?", authority)
    if bracketed:
        return bracketed[1], bracketed[2] or ""
    host, _, port = authority.partition(":")
    return host, port


def _port(text: str, usual: int) -> int:
    if not text:
        return usual
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 0 < int(text) < 65_536:
        raise _refused("its port is no number from 1 to 65535")
    return int(text)


def _host(host: str) -> str:
    if host.startswith("["):
        return _ip6(host[1:-1])
    name = host.lower() if host.isascii() else _ascii(host)
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return _ip4(name)
    if len(name) > 253 or not all(map(_LABEL.fullmatch, labels)):
        raise _refused("its host is no name of a host")
    return name


def _ascii(host: str) -> str:
    if set("\u3002\uff0e\uff61") & set(host):
        raise _refused("its host has other dots than plain ones")
    try:
        return idna.encode(host.lower(), std3_rules=True).decode("ascii")
    except UnicodeError:
        raise _refused("its host holds characters that no host has") from None


def _ip4(text: str) -> str:
    try:
        return str(IPv4Address(text))
    except AddressValueError:
        raise _refused("its host is a number that is not written as an address") from None


def _ip6(text: str) -> str:
    try:
        return str(IPv6Address(text))
    except AddressValueError:
        raise _refused("its host is no IPv6 address") from None


def _refused(why: str) -> FetchError:
    return FetchError("address-refused", f"The address is not fetched: {why}.")
