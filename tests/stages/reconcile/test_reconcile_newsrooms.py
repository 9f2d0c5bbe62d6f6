"""Which outlets are one newsroom."""

import pytest

from warmonitor.model import Report
from warmonitor.reference.outlets import Outlet, OutletKind, OutletRegister, Owner
from warmonitor.stages.reconcile.newsrooms import Newsrooms

REGISTER = OutletRegister(
    (
        Outlet("Korvan Wire", OutletKind.AGENCY, "KV", Owner.STATE, ("KW",), ("kw.example",)),
        Outlet("The Tern", OutletKind.PAPER, "KV", Owner.PRIVATE, (), ("tern.example",)),
    )
)


def report(name: str, outlet: str | None = None, url: str | None = None) -> Report:
    return Report(name, name, "00", "Text.", outlet=outlet, url=url)


def rooms(*told: Report) -> list[str | None]:
    found = Newsrooms.of(told, REGISTER).of_report
    return [found[one.id] for one in told]


def test_feeds_of_one_publisher_are_one_newsroom_under_the_shortest_name() -> None:
    world = report("a", "Marsh Herald - World", "https://www.marsh-herald.example/world/1")
    home = report("b", "Marsh Herald", "https://feeds.marsh-herald.example/home/2")
    assert rooms(world, home) == ["Marsh Herald", "Marsh Herald"]


def test_one_name_on_two_sites_is_two_newsrooms_and_without_a_site_neither() -> None:
    sited = [report(name, "News", f"https://{name}.example/1") for name in "ab"]
    assert rooms(*sited, report("c", "News")) == ["News (a.example)", "News (b.example)", "News"]


def test_a_name_with_one_site_is_that_sites() -> None:
    sited = report("a", "Marsh Herald", "https://marsh-herald.example/1")
    feed = report("b", "The Herald of the Marsh", "https://marsh-herald.example/2")
    assert rooms(sited, feed, report("c", "Marsh Herald")) == ["Marsh Herald"] * 3


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://marsh.blogspot.com/2031/a", "https://marsh.blogspot.com/2032/b", True),
        ("https://marsh.blogspot.com/a", "https://tern.blogspot.com/a", False),
        ("https://t.me/marsh/1", "https://t.me/marsh/2", True),
        ("https://t.me/marsh/1", "https://t.me/tern/2", False),
        ("https://marsh.co.uk/a", "https://tern.co.uk/a", False),
        ("https://news.marsh.co.uk/a", "https://marsh.co.uk/b", True),
        ("https://news.google.com/a", "https://news.google.com/b", False),
        ("https://[broken/a", "https://[broken/b", False),
    ],
)
def test_an_address_tells_the_publisher(one: str, other: str, same: bool) -> None:
    found = Newsrooms.of([report("a", "One", one), report("b", "Other", other)])
    assert (found.key("a") == found.key("b")) is same


def test_the_register_joins_aliases_and_addresses() -> None:
    assert rooms(report("a", "KW"), report("b", "Desk", "https://en.kw.example/1")) == ["Korvan Wire"] * 2


def test_an_outlet_goes_by_any_of_its_names_in_a_text() -> None:
    found = Newsrooms.of([report("a", "Marsh Herald")], REGISTER)
    assert found.named("the Marsh Herald") == "Marsh Herald"
    assert found.named("KW") == "Korvan Wire"
    assert found.named("The Tern") == "The Tern"
    assert found.named("a nurse") is None


def test_a_report_without_outlet_has_no_newsroom() -> None:
    assert rooms(report("a", None, "https://marsh.example/1")) == [None]
