"""A crawler: every number on every page leads to its sentence; none stands there that leads nowhere."""

from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

import lxml.html
import pytest
from playwright.sync_api import Browser
from starlette.testclient import TestClient

from pages.addresses import addresses
from pages.visiting import Room, Visitor, flat, visitor
from warmonitor.model import spoken
from warmonitor.store.membership import Role

# Where digits stand that are no number of the account: days, ids, text from outside, forms, ticks of plots.
FREE = ", ".join(
    [
        *(".number", ".count", ".days", "time", "code", "blockquote", "bdi", "[dir=auto]"),
        *("input", "select", "option", "textarea", "title", ".tick"),
    ]
)
# Days in words, as `spoken.when_words` says them.
_MONTHS = "|".join(spoken.MONTHS)
_DAYS = rf"([0-9]{{1,2}} )?(to )?([0-9]{{1,2}} )?({_MONTHS})( [0-9]{{4}})?|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}"
_LOOSE = """([free, days]) => {
  const found = [], main = document.querySelector("main");
  const told = new RegExp(days, "g");
  const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.data.replace(told, "").trim(), at = walk.currentNode.parentElement;
    if (/[0-9]/.test(text) && !at.closest(`${free}, script, style`)) found.push(text.slice(0, 80));
  }
  return found;
}"""
_NUMBERS = "main => [...main.querySelectorAll('a.number')].map(a => a.getAttribute('href'))"
_COUNTS = "main => [...main.querySelectorAll('a.count')].map(a => a.getAttribute('href'))"
HTML = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def walker(browser: Browser, example: Room) -> Iterator[Visitor]:
    made = visitor(browser, example, Role.REVIEWER)
    yield made
    made.page.context.close()


def test_every_number_leads_to_its_sentence(walker: Visitor, example: Room) -> None:
    targets: dict[str, str] = {}
    loose: list[str] = []
    for address in addresses(example):
        page = walker.see(address)
        main = page.query_selector("main")
        assert main is not None
        for href in main.evaluate(_NUMBERS):
            targets.setdefault(urljoin(address, href), address)
        loose += [f"{address}: {text}" for text in page.evaluate(_LOOSE, [FREE, _DAYS])]
    walker.quiet()
    assert not loose, "\n".join(loose)
    assert len(targets) > 100
    client = example.office.session(Role.REVIEWER)
    lost = [f"{href} (on {targets[href]})" for href in sorted(targets) if not _has_sentence(client, href)]
    assert not lost, "\n".join(lost)


def test_every_count_leads_to_a_list(walker: Visitor, example: Room) -> None:
    client, targets = example.office.session(Role.REVIEWER), set()
    for address in addresses(example):
        main = walker.see(address).query_selector("main")
        assert main is not None
        targets |= {urljoin(address, href) for href in main.evaluate(_COUNTS)}
    statuses = {href: client.get(urldefrag(href)[0], headers=HTML).status_code for href in sorted(targets)}
    assert {href: status for href, status in statuses.items() if status != 200} == {}


def _has_sentence(client: TestClient, href: str) -> bool:
    """Say whether an address has a sentence whose words stand marked in their report."""
    address, fragment = urldefrag(href)
    answer = client.get(address, headers=HTML)
    if answer.status_code != 200:
        return False
    fragment = fragment or urldefrag(str(answer.url))[1]
    tree = lxml.html.fromstring(answer.content)
    at = tree.get_element_by_id(fragment, None) if fragment else tree
    if at is None:
        return False
    if at.tag == "mark" or at.xpath(".//mark | ancestor::mark"):
        return bool(flat(at.text_content()))
    return any(flat(one.text_content()) for one in at.find_class("quote"))


def test_each_quote_leads_to_the_same_words_in_its_report(example: Room) -> None:
    """From a claim's own address one comes to marks that are, together, the words that were quoted."""
    client = example.office.session(Role.READER)
    for claim in client.get("/api/1/claims?limit=1000").json()["items"]:
        tree = lxml.html.fromstring(client.get(f"/claims/{claim['id']}", headers=HTML).content)
        at = tree.get_element_by_id(claim["id"], None)
        assert at is not None, claim["id"]
        start = claim["quote"]["text"].split()[0]
        assert flat(at.text_content()).split()[0] in flat(claim["quote"]["text"]), (claim["id"], start)
