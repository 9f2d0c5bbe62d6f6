"""Every page at both widths: axe-core finds nothing serious, nothing is too wide, and views come again."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from pages.addresses import addresses
from pages.visiting import Room, Visitor, flat, settled, visitor

_WIDER = "document.documentElement.scrollWidth - window.innerWidth"


@pytest.fixture(params=["example", "empty"])
def room(request: pytest.FixtureRequest) -> Room:
    found: Room = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def guest(browser: Browser, room: Room, size: str) -> Iterator[Visitor]:
    made = visitor(browser, room, size=size)
    yield made
    made.page.context.close()


def test_no_page_shuts_anybody_out(guest: Visitor, room: Room) -> None:
    wrong = []
    for address in ["/login", *addresses(room)]:
        page = guest.see(address)
        wrong += [f"{address}: {one}" for one in guest.barriers()]
        if (wider := page.evaluate(_WIDER)) > 0:
            wrong.append(f"{address}: {wider} px wider than the screen")
    assert wrong == []
    guest.quiet()


@pytest.fixture
def desk(browser: Browser, example: Room) -> Iterator[Visitor]:
    made = visitor(browser, example)
    yield made
    made.page.context.close()


def test_back_forward_reload_and_a_shared_address_are_the_same_view(
    desk: Visitor, browser: Browser, example: Room
) -> None:
    page, different = desk.page, []
    for address in addresses(example):
        desk.see(address)
        first, url = _view(page), page.url
        desk.open("/login")
        page.go_back()
        views = {"back": _view(page)}
        page.reload()
        views["reload"] = _view(page)
        page.go_back() if page.url != url else None
        different += [f"{address}: {how}" for how, seen in views.items() if (seen, page.url) != (first, url)]
    other = visitor(browser, example)
    assert different == []
    other.page.context.close()


def _view(page: Page) -> str:
    return flat(settled(page).inner_text("main"))
