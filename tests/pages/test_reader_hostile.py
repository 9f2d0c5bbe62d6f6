"""Texts from outside that would act if they were not escaped, in every field that is shown."""

from pathlib import Path
from urllib.parse import quote

import pytest
from lxml import html
from playwright.sync_api import Browser
from shelved import shelve

from pages.telling_rows import asked, claim, named_row, report, speaker
from pages.visiting import Room, Visitor, visitor
from warmonitor.store.shelf import Row
from warmonitor.store.store import open_store
from web.asking import Office
from web.served import served

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onfocus=alert(1) autofocus x='",
    "javascript:alert(1)",
    "</p></div></main><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "\u202edellik 21\u2066\x00\x1b",
)


def rows(words: str) -> list[Row]:
    text = f"One {words} two."
    end = 4 + len(words)
    who = {"name": words, "said": words, "actor": None}
    path = {
        "origin": words,
        "kind": "person",
        "steps": [
            {
                "name": words,
                "kind": "person",
                "tie": "quotes",
                "actor": None,
                "report": None,
                "words": {"start": 0, "end": 3, "text": words},
                "because": words,
            }
        ],
    }
    told = report(
        text,
        title=words,
        outlet=words,
        byline=[words],
        agencies=[words],
        captions=[words],
        source=words,
        url=words,
        dated={"earliest": None, "latest": None, "how": "unknown", "because": words},
    )
    made = claim(
        "claim-a",
        text,
        4,
        end,
        attribution=[speaker(words, via=words)],
        where=[{"name": words, "said": words, "place": None, "precision": None}],
        of=words,
        perpetrator=who,
        paths=[path],
        when={"earliest": None, "latest": None, "said": words, "precision": "unknown"},
        judgements=[
            {"id": "j-1", "verdict": "accept", "by": words, "when": "2031-05-02", "was": words, "version": 1}
        ],
    )
    return [told, made, named_row("places", "place-1", words), named_row("actors", "actor-1", words)]


ADDRESSES = (
    "/reports",
    "/reports/report-1?claim=claim-a&copies=1",
    "/search?words=One",
    "/search?words=alert",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_of_a_text_becomes_markup(tmp_path: Path, words: str) -> None:
    with asked(tmp_path, *rows(words)) as client:
        for address in (*ADDRESSES, f"/search?words=x&place={quote(words)}"):
            answer = client.get(address, headers={"Accept": "text/html"})
            assert answer.status_code in {200, 400}
            page = html.fromstring(answer.text)
            assert page.xpath("//script[not(@src)] | //img | //main//svg | //main/following::svg") == []
            assert [name for one in page.iter() for name in one.attrib if name.startswith("on")] == []
            assert page.xpath("//a[starts-with(@href, 'javascript:')]") == []


def test_nothing_of_a_text_runs(browser: Browser, tmp_path: Path) -> None:
    every = "".join(HOSTILE[:5])
    with open_store(str(tmp_path / "store"), None, create=True) as store:
        shelve(store, "", rows(every))
        office = Office(store)
        with served(office.app) as at:
            guest: Visitor = visitor(browser, Room(office, at))
            for address in ADDRESSES:
                guest.open(address)
            guest.open("/reports/report-1")
            guest.page.keyboard.press("j")
            guest.page.wait_for_selector("mark.on#claim-a")
            guest.quiet()
            guest.page.context.close()
