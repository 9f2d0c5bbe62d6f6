"""Search by a page: what is found leads on, what cannot be asked is told, what was typed stays."""

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from pages.telling_rows import HTML, asked, claim, named_row, report, speaker
from pages.visiting import Room, Visitor, visitor
from warmonitor.store.membership import Role

TEXT = "🚢 Shells killed four at the ferry landing."
QUOTE = (2, 20)


def test_words_found_are_marked_and_lead_to_their_words(tmp_path: Path) -> None:
    rows = [report(TEXT), claim("claim-a", TEXT, *QUOTE, attribution=[speaker("a guard")])]
    with asked(tmp_path, *rows) as client:
        told = client.get("/search?words=killed&kind=claims").json()
        page = html.fromstring(client.get("/search?words=killed&kind=reports", headers=HTML).text)
    [hit] = told["hits"]
    assert hit["record"]["href"] == "/reports/report-1?claim=claim-a#claim-a"
    assert [(one["text"], one["found"]) for one in hit["words"]] == [
        ("Shells ", False),
        ("killed", True),
        (" four", False),
    ]
    assert hit["beside"]["name"] == "Ferry landing shelled"
    assert page.xpath("//ol//mark/text()") == ["killed"]
    assert "".join(page.xpath("//ol//blockquote//text()")) == TEXT


def test_a_name_filters_where_it_is_one_and_is_asked_about_where_it_is_several(tmp_path: Path) -> None:
    rows = [
        named_row("places", "place-1", "Orlen", inside="Norr"),
        named_row("places", "place-2", "Orlen", inside="Sund"),
        named_row("places", "place-3", "Old Mill", inside="Norr"),
        report(TEXT),
        claim("claim-a", TEXT, *QUOTE, place="place-3"),
    ]
    with asked(tmp_path, *rows) as client:
        one = client.get("/search?words=killed&place=old mill").json()
        assert [hit["record"]["href"] for hit in one["hits"]] == ["/reports/report-1?claim=claim-a#claim-a"]
        assert [(found["filter"], found["value"]) for found in one["set"]] == [("place", "place-3")]
        assert client.get("/search?words=killed&place=Orlen").status_code == 400
        page = html.fromstring(client.get("/search?words=killed&place=Orlen", headers=HTML).text)
        by_id = client.get("/search?words=killed&place=place-1").json()
    assert (
        page.xpath("string(//*[@role='alert'])")
        == "Several are called “Orlen”: choose the one that is meant."
    )
    assert page.xpath("//main//li/a/@href") == [
        "/search?words=killed&place=place-1",
        "/search?words=killed&place=place-2",
    ]
    assert by_id["hits"] == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("words=ki*", "write 3 letters or more before a star"),
        ("words=killed&kind=wells", "is no list of the account"),
        ("words=killed&since=yesterday", "is no day"),
        ("words=killed&since=2031-05-02&until=2031-05-01", "is after"),
        ("words=killed&measure=wells", "is no measure"),
        ("words=killed&actor=nobody", "No actor of the account"),
        ("words=killed&after=x", "no place in a list"),
    ],
)
def test_what_cannot_be_asked_is_told_and_what_was_typed_stays(empty: Room, query: str, said: str) -> None:
    client = empty.office.session(Role.READER)
    answer = client.get(f"/search?{query}", headers=HTML)
    page = html.fromstring(answer.text)
    assert answer.status_code == 200
    assert said in page.xpath("string(//*[@role='alert'])")
    typed = query.partition("&")[0].removeprefix("words=")
    assert page.xpath("//main//input[@name='words']/@value") == [typed]
    assert client.get(f"/search?{query}").status_code == 400


def test_without_words_the_filters_are_offered(empty: Room) -> None:
    page = html.fromstring(empty.office.session(Role.READER).get("/search", headers=HTML).text)
    assert "the newest stands first" in page.xpath("string(//main)")
    assert {"place", "actor", "outlet", "measure", "since"} <= set(
        page.xpath("//main//*[self::input or self::select]/@name")
    )


def test_pages_of_hits_lead_on(reader: Visitor) -> None:
    page = reader.open("/search?words=the")
    first = page.locator(".hits li").all_inner_texts()
    assert len(first) == 25
    page.click("text=Next page")
    page.wait_for_url("**after=*")
    assert page.locator(".hits li").first.inner_text() not in first
    page.go_back()
    assert page.locator(".hits li").all_inner_texts() == first
    reader.quiet()


def test_it_reads_at_both_widths(browser: Browser, example: Room, size: str) -> None:
    guest = visitor(browser, example, Role.READER, size)
    for address in ("/search", "/search?words=killed", "/search?words=killed&place=Idlib"):
        page = guest.open(address)
        assert guest.barriers() == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    guest.quiet()
    guest.page.context.close()
