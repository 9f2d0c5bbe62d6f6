"""Scripts, styles and outlines, for everybody; nothing of the account is among them."""

from typing import Annotated

from fastapi import Path, Response
from pydantic import StringConstraints

from warmonitor.web.guard import guarded
from warmonitor.web.pages.frame.assets import TYPES, files
from warmonitor.web.trouble import not_found

router = guarded("pages")
# A worker goes by the policy of its own file: the map's reads outlines and tiles from here, and nothing else.
_POLICY = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'"
_YEAR = "public, max-age=31536000, immutable"  # the address changes with the files
Word = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]{1,96}$"), Path()]


@router.get("/static/{stamp}/{name}", response_class=Response, responses={200: {"content": {"*/*": {}}}})
def file(stamp: Word, name: Word) -> Response:  # noqa: ARG001 - it is there to change with the files
    """Return a file that the build made."""
    path = files().get(name)
    if path is None:
        raise not_found("file")
    headers = {
        "Cache-Control": _YEAR,
        "Content-Type": TYPES[path.suffix],
        "Content-Security-Policy": _POLICY,
    }
    return Response(path.read_bytes(), headers=headers)
