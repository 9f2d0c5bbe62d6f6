"""Where each record has its page, and each page its address."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode, urlsplit

from warmonitor.store.fields import KINDS

_OUTSIDE = frozenset({"http", "https"})


def page_of(kind: str, record: str, /, **query: str | None) -> str:
    """Return the address of the page of a record of one of the account's lists."""
    if kind not in KINDS:
        raise LookupError(f"“{kind}” is no list of the account.")
    return f"/{kind}/{quote(record, safe='')}{asked(query)}"


def listed(path: str, /, **query: str | None) -> str:
    """Return the address of a page with what is asked of it; what is None is left out."""
    return f"{path}{asked(query)}"


def asked(query: Mapping[str, str | None]) -> str:
    """Return what follows a path, "" where nothing is asked."""
    told = {name: value for name, value in query.items() if value not in {None, ""}}
    return f"?{urlencode(told)}" if told else ""


def outside(address: str | None) -> str | None:
    """Return an address that may be a link to the world outside, None where it is none."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return address if parts.scheme in _OUTSIDE and parts.hostname else None


def inside(address: str | None) -> str:
    """Return an address of our own to go on to; whatever else was given leads to the first page."""
    given = address or "/"
    own = given.startswith("/") and not given.startswith(("//", "/\\"))
    return given if own and given.isprintable() and "\\" not in given else "/"
