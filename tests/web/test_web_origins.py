"""Requests of other sites: the matrix that Datasette tests its own guard with, and some more."""

import pytest
from starlette.datastructures import Headers

from warmonitor.store.membership import Role
from warmonitor.web.origins import refusal
from web.asking import Office, error

HOST = {"host": "lamp.example:8321"}
LET = [
    ("GET", {"sec-fetch-site": "cross-site"}),
    ("HEAD", {"sec-fetch-site": "cross-site"}),
    ("OPTIONS", {"origin": "http://evil.example"}),
    ("POST", {}),
    ("POST", {"sec-fetch-site": "same-origin"}),
    ("POST", {"sec-fetch-site": "none"}),
    ("POST", {"sec-fetch-site": "same-origin", "origin": "http://evil.example"}),
    ("POST", {"origin": "http://lamp.example:8321"}),
    ("POST", {"origin": "http://LAMP.example:8321"}),
    ("POST", {"authorization": "Bearer x", "sec-fetch-site": "cross-site"}),
    ("POST", {"authorization": "bearer x", "origin": "http://evil.example"}),
    ("DELETE", {"origin": "http://lamp.example:8321"}),
]
REFUSED = [
    ("POST", {"sec-fetch-site": "cross-site"}),
    ("POST", {"sec-fetch-site": "same-site"}),
    ("POST", {"sec-fetch-site": ""}),
    ("POST", {"sec-fetch-site": "Same-Origin"}),
    ("POST", {"sec-fetch-site": "\xff"}),
    ("POST", {"sec-fetch-site": "cross-site", "origin": "http://lamp.example:8321"}),
    ("POST", {"origin": "http://evil.example"}),
    ("POST", {"origin": "null"}),
    ("POST", {"origin": ""}),
    ("POST", {"origin": "http://lamp.example"}),
    ("POST", {"origin": "http://lamp.example:8322"}),
    ("POST", {"origin": "https://lamp.example:8321"}),
    ("POST", {"origin": "http://lamp.example:8321.evil.example"}),
    ("POST", {"origin": "http://lamp.example:8321@evil.example"}),
    ("POST", {"origin": "http://lamp.example:notaport"}),
    ("POST", {"origin": "http://[::1"}),
    ("POST", {"origin": "http://lamp.example:8321/path"}),
    ("POST", {"origin": "javascript:alert(1)"}),
    ("POST", {"origin": "\xff\xfe"}),
    ("POST", {"authorization": "Bearer x", "cookie": "a=b", "sec-fetch-site": "cross-site"}),
    ("POST", {"authorization": "Basic x", "sec-fetch-site": "cross-site"}),
    ("POST", {"authorization": "", "sec-fetch-site": "cross-site"}),
    ("PUT", {"sec-fetch-site": "cross-site"}),
    ("PATCH", {"sec-fetch-site": "cross-site"}),
    ("DELETE", {"sec-fetch-site": "cross-site"}),
]


@pytest.mark.parametrize(("method", "headers"), LET)
def test_own_pages_and_programs_are_let_through(method: str, headers: dict[str, str]) -> None:
    assert refusal(method, Headers(HOST | headers), "http") is None


@pytest.mark.parametrize(("method", "headers"), REFUSED)
def test_pages_of_other_sites_are_not(method: str, headers: dict[str, str]) -> None:
    assert refusal(method, Headers(HOST | headers), "http") is not None


def test_usual_ports_may_be_left_out() -> None:
    assert (
        refusal("POST", Headers({"host": "lamp.example", "origin": "https://lamp.example"}), "https") is None
    )
    assert (
        refusal("POST", Headers({"host": "lamp.example:443", "origin": "https://lamp.example"}), "https")
        is None
    )
    assert refusal("POST", Headers({"origin": "https://lamp.example"}), "https") is not None


def test_a_header_twice_counts_by_its_worst() -> None:
    twice = Headers(raw=[(b"host", b"a"), (b"sec-fetch-site", b"none"), (b"sec-fetch-site", b"cross-site")])
    assert refusal("POST", twice, "http") is not None


def test_every_route_that_changes_something_is_guarded(office: Office) -> None:
    client = office.session(Role.ADMINISTRATOR)
    for path, operations in office.app.openapi()["paths"].items():
        for method in set(operations) & {"post", "put", "patch", "delete"}:
            answer = client.request(method, path, headers={"Sec-Fetch-Site": "cross-site"})
            error(answer, 403, "other-site")
