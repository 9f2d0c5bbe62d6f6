"""Every route goes through here: who asks, whether it may, and how its body is read."""

import json
from collections.abc import Callable, Coroutine
from typing import Any, get_origin

from fastapi import APIRouter
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from warmonitor.web.desk import Desk, desk_of
from warmonitor.web.document import RESPONSES
from warmonitor.web.identity import Asker, asker_of
from warmonitor.web.policy import Rule, rule_of, rules
from warmonitor.web.rates import address_of
from warmonitor.web.trouble import Json, Trouble

_LOG_IN = "Log in, or send a token: Authorization: Bearer."


class StrictRequest(Request):
    """A request whose JSON has each key once, and no numbers that JSON does not have."""

    async def json(self) -> Any:
        """Return what the body says.

        Raises:
            Trouble: 400 when it is not such JSON.
        """
        try:
            return json.loads(await self.body(), object_pairs_hook=_once, parse_constant=_no_number)
        except (ValueError, RecursionError) as error:
            raise Trouble(400, "bad-json", "The body is not JSON with each key once.") from error


class GuardedRoute(APIRoute):
    """A route that is in the table of roles; one that is not cannot be made."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request, the guard before it."""
        handler = super().get_route_handler()
        named = f"{' '.join(sorted(self.methods or ()))} {self.path_format}"
        if named not in rules():
            raise LookupError(f"{named} is not in policy.yml.")

        known = _known(self)

        async def behind(request: Request) -> Response:
            asked = StrictRequest(request.scope, request.receive)
            desk = desk_of(request)
            await run_in_threadpool(_admit, asked, desk, rule_of(named, desk.settings.public_document))
            _only_known(asked, known)
            if self.body_field is not None:
                _only_json(asked)
            return await handler(asked)

        return behind


def guarded(tag: str) -> APIRouter:
    """Return a router of guarded routes."""
    return APIRouter(
        route_class=GuardedRoute, tags=[tag], default_response_class=Json, responses=dict(RESPONSES)
    )


def _admit(request: Request, desk: Desk, rule: Rule) -> None:
    """Let a request through, or raise why not; who asks what is public is not looked for."""
    request.state.asker = None
    if rule.role is not None:
        recognise(request)
        if request.state.asker is None:
            raise Trouble(401, "not-logged-in", _LOG_IN, headers={"WWW-Authenticate": "Bearer"})
    _may(request.state.asker, rule)
    if desk.settings.read_only and not rule.when_read_only:
        raise Trouble(403, "read-only", "This store is open for reading alone; nothing can be changed.")


def recognise(request: Request) -> None:
    """Look for who asks, and count the request; also where no route did, so that a page can be shown.

    Raises:
        Trouble: when what shows who asks is none, or 429 when there are too many requests.
    """
    desk = desk_of(request)
    request.state.asker = asker = asker_of(request, desk)
    if asker is not None:
        desk.rates.take(desk.settings.member, "member", asker.member.id)
    elif _shows_something(request):
        desk.rates.take(desk.settings.anonymous, "anonymous", address_of(request))


def _may(asker: Asker | None, rule: Rule) -> None:
    if rule.role is None or asker is None:
        return
    if not asker.member.role.covers(rule.role):
        raise Trouble(403, "role", f"This needs the role {rule.role.value}.")
    if rule.session_only and not asker.session:
        raise Trouble(403, "session-only", "This is not done with a token: log in with name and password.")


def _known(route: APIRoute) -> dict[str, bool]:
    """Return the names of what may be asked in the address, and whether it may be said more than once."""
    known: dict[str, bool] = {}
    for field in route.dependant.query_params:
        given = field.field_info.annotation
        if isinstance(given, type) and issubclass(given, BaseModel):
            inner = given.model_fields.items()
            known |= {one.alias or name: get_origin(one.annotation) is list for name, one in inner}
        else:
            known[field.alias] = False
    return known


def _only_known(request: Request, known: dict[str, bool]) -> None:
    """Refuse what is not known, and what is said twice: a filter that is misspelt would find too much."""
    seen: set[str] = set()
    for name, _ in request.query_params.multi_items():
        if name not in known:
            raise Trouble(400, "bad-field", "There is nothing of this name to ask.", name[:64])
        if name in seen and not known[name]:
            raise Trouble(400, "bad-field", "This is said twice.", name)
        seen.add(name)


def _shows_something(request: Request) -> bool:
    """Say whether a request was not counted as one of nobody before it came here."""
    return "authorization" in request.headers or "cookie" in request.headers


def _only_json(request: Request) -> None:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise Trouble(415, "not-json", "The body is to be application/json.", "content-type")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError("a key twice")
    return made


def _no_number(name: str) -> Any:
    raise ValueError(name)
