"""Whether the API is there, and the document that describes it."""

from typing import Any

from fastapi import Request
from pydantic import BaseModel

from warmonitor.web.guard import guarded

router = guarded("service")


class Alive(BaseModel):
    """That the API is there."""

    state: str


@router.get("/healthz")
async def alive() -> Alive:
    """Say that the API is there; it does not look at the store."""
    return Alive(state="ok")


@router.get("/api/1/openapi.json")
def document(request: Request) -> dict[str, Any]:
    """Return the OpenAPI document."""
    made: dict[str, Any] = request.app.openapi()
    return made
