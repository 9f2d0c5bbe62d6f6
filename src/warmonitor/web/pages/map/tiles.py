"""A user's own tiles: one PMTiles file, read by ranges of bytes."""

from typing import Any

from fastapi import Request, Response
from starlette.responses import FileResponse

from warmonitor.web.desk import desk_of
from warmonitor.web.guard import guarded
from warmonitor.web.trouble import not_found

router = guarded("pages")
ADDRESS = "/tiles/map.pmtiles"
_TYPE = "application/vnd.pmtiles"
_CONTENT: dict[str, Any] = {"content": {_TYPE: {}}}


@router.get(ADDRESS, response_class=Response, responses={200: _CONTENT, 206: _CONTENT})
def tiles(request: Request) -> Response:
    """Return the file of tiles that the settings name, or a range of its bytes."""
    path = desk_of(request).settings.tiles
    if path is None or not path.is_file():
        raise not_found("file of tiles")
    return FileResponse(path, media_type=_TYPE, headers={"Cache-Control": "private, no-cache"})
