"""The API and the pages put together: routes, what stands before them, and how errors are told."""

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from warmonitor.model import JudgementError, QueryError, StoreError
from warmonitor.web.desk import Desk
from warmonitor.web.document import document_of
from warmonitor.web.gate import Gate
from warmonitor.web.outer import Outer
from warmonitor.web.pages.frame.errors import as_page
from warmonitor.web.pages.rooms import PAGES
from warmonitor.web.refused import on_judgement
from warmonitor.web.routes import (
    alive,
    evidence,
    exports,
    judgements,
    members,
    questions,
    records,
    search,
    session,
    state,
    tokens,
)
from warmonitor.web.trouble import on_invalid, on_question, on_store, on_trouble

_ROUTERS = (alive, session, tokens, members, state, search, evidence, exports, judgements, questions, records)


def make_app(desk: Desk) -> FastAPI:
    """Return the API and the pages that are answered from a desk."""
    app = FastAPI(
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.desk = desk
    app.add_exception_handler(HTTPException, as_page(on_trouble))
    app.add_exception_handler(RequestValidationError, as_page(on_invalid))
    app.add_exception_handler(QueryError, as_page(on_question))
    app.add_exception_handler(JudgementError, as_page(on_judgement))
    app.add_exception_handler(StoreError, as_page(on_store))
    for part in (*_ROUTERS, *PAGES):
        app.router.routes.extend(part.router.routes)
    app.add_middleware(Gate, desk=desk)
    app.add_middleware(Outer, https=desk.settings.https)
    _describe(app, desk)
    return app


def _describe(app: FastAPI, desk: Desk) -> None:
    made = document_of(app, desk.settings.cookie, desk.settings.public_document)
    app.openapi = lambda: made  # type: ignore[method-assign]
