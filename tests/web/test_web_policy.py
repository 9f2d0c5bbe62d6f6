"""The table of roles, held against every route there is, as everybody."""

from collections.abc import Iterator

import pytest
from fastapi.routing import APIRoute, APIRouter
from starlette.testclient import TestClient

from warmonitor.store.membership import Role
from warmonitor.web.guard import GuardedRoute
from warmonitor.web.policy import rule_of, rules
from web.asking import OWN, Office

FEED = "GET /api/1/feeds/{name}"


def routes(office: Office) -> list[str]:
    found = []
    for route in office.app.routes:
        assert isinstance(route, GuardedRoute), f"{route} is not guarded"
        found.append(f"{' '.join(route.methods or ())} {route.path_format}")
    return sorted(found)


def ask(client: TestClient, route: str) -> tuple[int, str | None]:
    """Ask a route for something that is not there, with a body that it refuses."""
    method, _, path = route.partition(" ")
    while "{" in path:
        before, _, rest = path.partition("{")
        path = f"{before}none-1{rest.partition('}')[2]}"
    body = b"[" if method in {"POST", "PUT", "PATCH"} else None
    headers = OWN | ({"content-type": "application/json"} if body else {})
    answer = client.request(method, path, content=body, headers=headers)
    assert answer.status_code < 500, (route, answer.text)
    refused = answer.status_code in {401, 403}
    return answer.status_code, answer.json()["error"]["code"] if refused else None


def test_every_route_is_in_the_table_and_every_row_is_a_route(office: Office) -> None:
    assert routes(office) == sorted(rules())


def test_a_route_that_is_not_in_the_table_cannot_be_made() -> None:
    router = APIRouter(route_class=GuardedRoute)
    with pytest.raises(LookupError):
        router.add_api_route("/api/1/secrets", lambda: None, methods=["GET"])
    assert not any(isinstance(route, APIRoute) for route in router.routes)


def clients(office: Office) -> Iterator[tuple[str, TestClient, Role | None, bool]]:
    yield "nobody", office.client(), None, False
    for role in Role:
        yield f"{role} by session", office.session(role), role, True
        yield f"{role} by token", office.token(role), role, False


def dead(office: Office) -> Iterator[tuple[str, TestClient]]:
    disabled = office.session(Role.READER), office.token(Role.READER)
    office.desk.members.set_disabled(office.member(Role.READER), disabled=True)
    yield from zip(("disabled by session", "disabled by token"), disabled, strict=True)
    over = office.session(Role.REVIEWER)
    office.clock.on(hours=13)
    yield "session that is over", over
    bad = office.client()
    bad.cookies.set("warmonitor", "a.b")
    yield "no session at all", bad


def test_everybody_may_do_what_the_table_says(office: Office) -> None:
    wrong, asked = [], 0
    for route in routes(office):
        rule = rule_of(route)
        for name, client, role, session in clients(office):
            status, code = ask(client, route)
            wanted: set[str | None]
            if route == FEED:  # which looks at tokens in the address
                wanted = {"not-logged-in"} if role is None else {None}
            elif rule.role is None:
                wanted = {None, "log-in-refused"}
            elif role is None:
                wanted = {"not-logged-in"}
            elif not role.covers(rule.role):
                wanted = {"role"}
            elif rule.session_only and not session:
                wanted = {"session-only"}
            else:
                wanted = {None}
            asked += 1
            if code not in wanted:
                wrong.append((route, name, status, code))
    assert wrong == []
    assert asked == 7 * len(rules())


def test_who_was_let_in_once_is_not_let_in_for_ever(office: Office) -> None:
    closed = [route for route in routes(office) if rule_of(route).role is not None]
    wrong = [
        (route, name) for name, client in dead(office) for route in closed if ask(client, route)[0] != 401
    ]
    assert wrong == []


def test_read_only_refuses_all_that_changes_the_account(office: Office) -> None:
    closed = office.set(read_only=True)
    for route in routes(office):
        status, code = ask(closed.session(Role.ADMINISTRATOR), route)
        assert (code == "read-only") == (not rule_of(route).when_read_only), (route, status)


def test_the_document_is_public_only_where_that_is_set(office: Office) -> None:
    assert office.client().get("/api/1/openapi.json").status_code == 401
    opened = office.set(public_document=True).client().get("/api/1/openapi.json")
    assert set(opened.json()["paths"]) == {route.partition(" ")[2] for route in rules()}
