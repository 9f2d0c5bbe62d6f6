"""The OpenAPI document: each operation with who may ask it, and the errors that it may answer with."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from warmonitor import __version__
from warmonitor.web.policy import rule_of
from warmonitor.web.trouble import Error

TITLE = "warmonitor"
_ABOUT = "Who says what about a war: reports, claims, figures, control, disputes, and what they rest on."
_ERRORS = {
    400: "The request cannot be read.",
    401: "Who asks is not logged in.",
    403: "Who asks may not do this.",
    404: "It is not there.",
    409: "It does not go together with what is there.",
    412: "It was changed meanwhile.",
    413: "The body is too long.",
    415: "The body is of another type.",
    429: "Too many requests.",
    503: "The store cannot be used at the moment.",
}
RESPONSES: dict[int | str, dict[str, Any]] = {
    status: {"model": Error, "description": said} for status, said in _ERRORS.items()
}


def document_of(app: FastAPI, cookie: str, public_document: bool) -> dict[str, Any]:
    """Return the OpenAPI document of an app."""
    made: dict[str, Any] = get_openapi(
        title=TITLE, version=__version__, description=_ABOUT, routes=app.routes
    )
    made["components"]["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer"},
        "session": {"type": "apiKey", "in": "cookie", "name": cookie},
    }
    for path, operations in made["paths"].items():
        for method, operation in operations.items():
            operation["responses"].pop("422", None)  # a request that cannot be read is answered with 400
            _say_who(operation, f"{method.upper()} {path}", public_document)
    for name in ("HTTPValidationError", "ValidationError"):
        made["components"]["schemas"].pop(name, None)
    return made


def _say_who(operation: dict[str, Any], route: str, public_document: bool) -> None:
    rule = rule_of(route, public_document)
    if rule.role is None:
        return
    operation["security"] = [{"session": []}] if rule.session_only else [{"token": []}, {"session": []}]
    operation["description"] = f"{operation.get('description', '')} Role: {rule.role.value}.".strip()
