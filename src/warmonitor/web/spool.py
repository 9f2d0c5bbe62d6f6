"""Files made in full before they are sent: an error is an error then, and nobody slow holds the store."""

import tempfile
import threading
from collections.abc import Iterable, Iterator
from typing import IO

from starlette.background import BackgroundTask
from starlette.responses import StreamingResponse

from warmonitor.web.trouble import Trouble

_AT_ONCE = 2
_PIECE = 1 << 16
_turns = threading.BoundedSemaphore(_AT_ONCE)


def spooled(chunks: Iterable[bytes], media_type: str, name: str) -> StreamingResponse:
    """Return an answer with a file that is made now.

    Raises:
        Trouble: 429 when others are being made already, 503 when there is no room on the disk.
    """
    if not _turns.acquire(blocking=False):
        said = f"There are {_AT_ONCE} exports being made already; try again."
        raise Trouble(429, "too-many-exports", said, headers={"Retry-After": "10"})
    try:
        file = _written(chunks)
    finally:
        _turns.release()
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Length": str(file.tell())}
    file.seek(0)
    return StreamingResponse(
        _pieces(file), media_type=media_type, headers=headers, background=BackgroundTask(file.close)
    )


def _written(chunks: Iterable[bytes]) -> IO[bytes]:
    file = tempfile.TemporaryFile()  # noqa: SIM115 - closed once it was sent
    try:
        file.writelines(chunks)
    except BaseException as error:
        file.close()
        if isinstance(error, OSError):
            raise Trouble(
                503, "no-room", "There is no room for the file.", headers={"Retry-After": "60"}
            ) from error
        raise
    return file


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece
