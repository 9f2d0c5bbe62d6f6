"""Requests that another site makes a browser send: told by Sec-Fetch-Site, else by Origin.

After F. Valsorda's method, as in Go's http.CrossOriginProtection and in Datasette. Programs send neither.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers

from warmonitor.web.policy import SAFE

_OWN = {"same-origin", "none"}
_PORTS = {"http": 80, "https": 443}
_SAID = "A page of another site asked for this."


def refusal(method: str, headers: Headers, scheme: str) -> str | None:
    """Return why a request is refused as one of another site, or None; `scheme` is that of our own pages."""
    if method in SAFE or _bearer_alone(headers):
        return None
    sites, origins = headers.getlist("sec-fetch-site"), headers.getlist("origin")
    if sites:
        return None if all(site in _OWN for site in sites) else _SAID
    if not origins:
        return None
    own = _tuple(f"{scheme}://{headers.get('host', '')}")
    return None if own is not None and all(_tuple(origin) == own for origin in origins) else _SAID


def _bearer_alone(headers: Headers) -> bool:
    """Say whether a request shows a token and nothing that a browser sends by itself."""
    scheme = headers.get("authorization", "").partition(" ")[0]
    return scheme.lower() == "bearer" and "cookie" not in headers


def _tuple(origin: str) -> tuple[str, str, int] | None:
    """Return scheme, host and port of an origin, None where it is none."""
    try:
        parts = urlsplit(origin)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not parts.hostname or "@" in parts.netloc:
        return None
    if parts.path or parts.query or parts.fragment:
        return None
    return parts.scheme, parts.hostname, port or _PORTS[parts.scheme]
