"""Answers with an ETag: who has the same already is told so."""

import hashlib
import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from warmonitor.web.trouble import Json

_CACHED = "private, no-cache"


def tagged(request: Request, content: Any, tag: str | None = None) -> Response:
    """Return content as JSON with its tag, or 304 where the tag is among those of If-None-Match."""
    tag = tag or f'"{digest(content)}"'
    headers = {"ETag": tag, "Cache-Control": _CACHED}
    if tag in asked_tags(request, "if-none-match"):
        return Response(status_code=304, headers=headers)
    return Json(content, headers=headers)


def asked_tags(request: Request, header: str) -> list[str]:
    """Return the tags in a header, without the mark of weak ones."""
    return [part.strip().removeprefix("W/") for part in request.headers.get(header, "").split(",")]


def digest(content: Any) -> str:
    """Return what changes with content."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]
