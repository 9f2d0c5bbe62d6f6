"""The addresses of pages of records: each list, and each record by its id."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from warmonitor.store.reader import Reader
from warmonitor.web.pages.entities.actor import ActorPage, actor_page
from warmonitor.web.pages.entities.agreement import AgreementPage, agreement_page
from warmonitor.web.pages.entities.called import ActorsPage, AskedActors, AskedPlaces, PlacesPage, called_page
from warmonitor.web.pages.entities.coverage import CoveragePage, coverage_page
from warmonitor.web.pages.entities.dispute import DisputePage, dispute_page
from warmonitor.web.pages.entities.event import EventPage, event_page
from warmonitor.web.pages.entities.lists import LISTS, asked_for, list_page
from warmonitor.web.pages.entities.place import PlacePage, place_page
from warmonitor.web.pages.entities.statement import StatementPage, statement_page
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.more import AskedPart
from warmonitor.web.pages.frame.page import Page
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.shapes import Id

router = paged("pages")
_RECORDS: dict[str, tuple[type[Page], Callable[[Reader, str], Page]]] = {
    "places": (PlacePage, place_page),
    "actors": (ActorPage, actor_page),
    "agreements": (AgreementPage, agreement_page),
    "statements": (StatementPage, statement_page),
}
_PARTED: dict[str, tuple[type[Page], Callable[[Reader, str, int], Page]]] = {
    "events": (EventPage, event_page),
    "coverage": (CoveragePage, coverage_page),
    "disputes": (DisputePage, dispute_page),
}
_CALLED: dict[str, tuple[type[Page], Any]] = {
    "places": (PlacesPage, AskedPlaces),
    "actors": (ActorsPage, AskedActors),
}


def _lister(kind: str, model: Any, make: Callable[[Reader, str, Any], Page]) -> Callable[..., Response]:
    def listed(request: Request, asked: Annotated[model, Query()]) -> Response:
        return answer(request, f"entities/{kind}.html.j2", lambda reader: make(reader, kind, asked))

    return listed


def _shower(kind: str, make: Callable[[Reader, str], Page]) -> Callable[..., Response]:
    def shown(request: Request, id: Annotated[Id, Path()]) -> Response:  # noqa: A002 - as it is called
        return answer(request, f"entities/{kind}-one.html.j2", lambda reader: make(reader, id))

    return shown


def _parter(kind: str, make: Callable[[Reader, str, int], Page]) -> Callable[..., Response]:
    def shown(
        request: Request,
        id: Annotated[Id, Path()],  # noqa: A002 - as it is called
        asked: Annotated[AskedPart, Query()],
    ) -> Response:
        return answer(request, f"entities/{kind}-one.html.j2", lambda reader: make(reader, id, asked.start))

    return shown


def _add(
    made: APIRouter, kind: str, address: str, told: str, model: type[Page], route: Callable[..., Response]
) -> None:
    made.add_api_route(
        address,
        route,
        methods=["GET"],
        response_model=model,
        name=f"page_{kind}_{'one' if '{' in address else 'list'}",
        description=told,
        responses={304: {"description": "It is as it was."}},
    )


for _kind, (_page, _model) in _CALLED.items():
    _add(
        router,
        _kind,
        f"/{_kind}",
        f"The page of the list `{_kind}`.",
        _page,
        _lister(_kind, _model, called_page),
    )
for _kind, (_page, _) in LISTS.items():
    _route = _lister(_kind, asked_for(_kind), list_page)
    _add(router, _kind, f"/{_kind}", f"The page of the list `{_kind}`.", _page, _route)
for _kind, (_page, _make) in _RECORDS.items():
    _add(router, _kind, f"/{_kind}/{{id}}", f"The page of one of `{_kind}`.", _page, _shower(_kind, _make))
for _kind, (_page, _part) in _PARTED.items():
    _add(router, _kind, f"/{_kind}/{{id}}", f"The page of one of `{_kind}`.", _page, _parter(_kind, _part))
