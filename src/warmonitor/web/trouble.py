"""Errors in one shape: a code, one plain sentence, and the item that it is about."""

import json
from collections.abc import Mapping
from typing import Any

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from warmonitor.model import QueryError, StoreError

RETRY = 5  # seconds after which a store that is out of reach may be there again
_CODES = {400: "bad-request", 404: "not-found", 405: "method-not-allowed"}
_SAID = {
    400: "The request cannot be read.",
    404: "There is nothing here.",
    405: "This cannot be done with what is here.",
}
_AT_ODDS = {"question-known", "questions-too-many"}
_BOTH = ("given", "current")


class ErrorBody(BaseModel):
    """What went wrong."""

    code: str
    said: str
    item: str | None = None
    given: Any = None
    current: Any = None


class Error(BaseModel):
    """The shape of every error."""

    error: ErrorBody


class Json(JSONResponse):
    """JSON in ASCII, so that half characters are told as they are, and nothing in it reads as markup."""

    def render(self, content: Any) -> bytes:
        """Return the bytes; a number that JSON does not have is an error."""
        told = json.dumps(content, allow_nan=False, separators=(",", ":"))
        return told.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").encode("ascii")


class Trouble(HTTPException):
    """A request that is not answered as it was meant; `both` holds two versions that do not agree."""

    def __init__(
        self,
        status: int,
        code: str,
        said: str,
        item: str | None = None,
        headers: Mapping[str, str] | None = None,
        both: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(status, said, dict(headers or {}))
        self.code, self.item, self.both = code, item, dict(both or {})


def told(trouble: Trouble) -> Response:
    """Return the answer that tells of trouble."""
    body = {"code": trouble.code, "said": trouble.detail, "item": trouble.item}
    told = {"error": body | {name: trouble.both[name] for name in _BOTH if name in trouble.both}}
    return Json(told, trouble.status_code, trouble.headers)


def not_found(what: str) -> Trouble:
    """Return what is said where a thing is not there; what was asked for is not repeated."""
    return Trouble(404, "not-found", f"There is no such {what}.")


async def on_trouble(_: Request, error: Exception) -> Response:
    """Tell of what the API or the framework refused."""
    if isinstance(error, Trouble):
        return told(error)
    assert isinstance(error, HTTPException)
    code = _CODES.get(error.status_code, "refused")
    said = _SAID.get(error.status_code, "The request was refused.")
    return told(Trouble(error.status_code, code, said, headers=error.headers))


async def on_invalid(_: Request, error: Exception) -> Response:
    """Tell which field of a request is wrong; its value is not repeated."""
    assert isinstance(error, RequestValidationError)
    first: Any = next(iter(error.errors()), {})
    where = [str(part) for part in first.get("loc", ()) if part not in {"body", "query", "path", "header"}]
    said = str(first.get("msg", "It cannot be read.")).rstrip(".")
    return told(Trouble(400, "bad-field", f"{said}.", ".".join(where)[:200] or None))


async def on_question(_: Request, error: Exception) -> Response:
    """Tell why a question to the store is none."""
    assert isinstance(error, QueryError)
    return told(Trouble(409 if error.code in _AT_ODDS else 400, error.code, str(error)))


async def on_store(_: Request, error: Exception) -> Response:
    """Tell that the store cannot be used now; what exactly is the matter is for the log."""
    assert isinstance(error, StoreError)
    said = "The store cannot be used at the moment; try again."
    return told(Trouble(503, "store-unusable", said, headers={"Retry-After": str(RETRY)}))
