"""Scripts, styles and outlines that the build made: where they are, and under which address."""

import hashlib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "static"
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".woff2": "font/woff2",
}
_STAMPED = 12  # letters of the hash that stands in addresses


@cache
def files() -> dict[str, Path]:
    """Return the files by name; there are no others, whatever is asked for."""
    return {path.name: path for path in sorted(FOLDER.glob("*")) if path.suffix in TYPES}


@cache
def stamp() -> str:
    """Return what changes with the files, so that browsers keep them until they do."""
    digest = hashlib.sha256()
    for name, path in files().items():
        digest.update(name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:_STAMPED]


def asset(name: str) -> str:
    """Return the address of a file."""
    return f"/static/{stamp()}/{name}"
