"""Ids made from content, so that the same input has the same id on every machine."""

import hashlib

_SEPARATOR = "\x1f"


def make_id(kind: str, *parts: object) -> str:
    """Return `kind-` and 16 hex digits of SHA-256 over the parts, as text, in their order."""
    content = _SEPARATOR.join(str(part) for part in parts)
    return f"{kind}-{hashlib.sha256(content.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
