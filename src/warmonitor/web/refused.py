"""How a judgement that is refused is told: a stale one with both, what was to be said and what stands."""

from starlette.requests import Request
from starlette.responses import Response

from warmonitor.model import ConflictError, Held, JudgementError
from warmonitor.web.reviewing import shown
from warmonitor.web.trouble import Trouble, told

_AT_ODDS = {"judgement-unknown", "judgement-undone"}


async def on_judgement(_: Request, error: Exception) -> Response:
    """Tell why a judgement was not kept."""
    assert isinstance(error, JudgementError)
    if isinstance(error, ConflictError):
        return told(_stale(error))
    return told(Trouble(409 if error.code in _AT_ODDS else 400, error.code, str(error)))


def _stale(error: ConflictError) -> Trouble:
    standing = [shown(held).model_dump(mode="json") for held in error.stands]
    mine = shown(Held("", error.theirs, error.theirs.version, in_force=False)).judgement
    both = {
        "given": {"version": error.theirs.version, "judgement": mine},
        "current": {"version": error.version, "items": standing},
    }
    headers = {"ETag": f'"{error.version}"'}
    return Trouble(412, error.code, str(error), "if-match", headers, both)
