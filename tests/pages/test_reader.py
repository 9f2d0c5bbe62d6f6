"""The Reader: words marked exactly where they stand, one claim opened, and keys that lead through them."""

from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser

from pages.telling_rows import HTML, asked, claim, report, speaker
from pages.visiting import Room, Visitor, flat, visitor
from warmonitor.store.membership import Role


def pieces(page: dict[str, Any]) -> list[tuple[str, list[str], list[str]]]:
    return [
        (one["text"], one["marks"], one["begins"]) for part in page["paragraphs"] for one in part["pieces"]
    ]


def test_nested_and_crossing_words_are_marked_exactly(tmp_path: Path) -> None:
    text = "One two three four."
    rows = [
        claim("claim-a", text, 0, 13),
        claim("claim-b", text, 4, 7, kind="statement"),
        claim("claim-c", text, 8, 18, kind="statement"),
    ]
    with asked(tmp_path, report(text), *rows) as client:
        told = client.get("/reports/report-1").json()
        tree = html.fromstring(client.get("/reports/report-1", headers=HTML).text)
    assert pieces(told) == [
        ("One ", ["claim-a"], ["claim-a"]),
        ("two", ["claim-b", "claim-a"], ["claim-b"]),
        (" ", ["claim-a"], []),
        ("three", ["claim-c", "claim-a"], ["claim-c"]),
        (" four", ["claim-c"], []),
        (".", [], []),
    ]
    assert "".join(tree.xpath("//*[@class='text']//text()")).strip() == text
    assert [one.tag for one in tree.xpath("//*[starts-with(@id, 'claim-')]")] == ["mark"] * 3


def test_words_that_begin_together_have_a_mark_each(tmp_path: Path) -> None:
    text = "Four killed at the ferry."
    rows = [claim("claim-a", text, 0, 11), claim("claim-b", text, 0, 24, attribution=[speaker("a guard")])]
    with asked(tmp_path, report(text), *rows) as client:
        tree = html.fromstring(client.get("/reports/report-1?claim=claim-b", headers=HTML).text)
    outer = tree.get_element_by_id("claim-b")
    assert outer.xpath("./mark/@id") == ["claim-a"]
    assert tree.xpath("//mark[contains(@class, 'mark ')]/a/@data-sign") == ["A"]
    links = tree.xpath("//mark[contains(@class, 'mark ')]/a/@href")
    assert links == ["/reports/report-1?claim=claim-a#claim-a", "/reports/report-1?claim=claim-b#claim-b"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("𐎠𐎡 said 🚢🚢 sank: 4 killed.", "4 killed"),
        ("Line one.\r\n\r\nFour killed\r\nat the ferry.", "Four killed\r\nat"),
        ("قال الحارس: قتل 4 أشخاص عند المعبر.", "قتل 4 أشخاص"),
        ("a\n\n\nb 4 killed", "4 killed"),
    ],
)
def test_offsets_count_code_points(tmp_path: Path, text: str, quote: str) -> None:
    start = text.index(quote)
    with asked(tmp_path, report(text), claim("claim-a", text, start, start + len(quote))) as client:
        told = client.get("/reports/report-1?claim=claim-a").json()
    marked = "".join(words for words, marks, _ in pieces(told) if marks)
    assert marked == quote.replace("\r", "\ufffd")
    joined = "".join(
        "".join(one["text"] for one in part["pieces"]) + part["gap"] for part in told["paragraphs"]
    )
    assert joined == text.replace("\r", "\ufffd")
    assert told["open"]["telling"]["quote"] == quote


def test_marks_are_chosen_by_kind_speaker_and_stance(tmp_path: Path) -> None:
    text = "One two three."
    rows = [
        claim("claim-a", text, 0, 3, attribution=[speaker("a guard")]),
        claim("claim-b", text, 4, 7, kind="statement", stance="denied"),
        claim("claim-c", text, 8, 13, kind="statement", modality="planned"),
    ]
    with asked(tmp_path, report(text), *rows) as client:
        told = {
            query: list(client.get(f"/reports/report-1?{query}").json()["signs"])
            for query in (
                "kind=toll",
                "kind=statement",
                "speaker=*",
                "speaker=a guard",
                "stance=denied",
                "stance=planned",
                "kind=toll&stance=denied",
                "kind=toll&claim=claim-c",
            )
        }
    assert told == {
        "kind=toll": ["claim-a"],
        "kind=statement": ["claim-b", "claim-c"],
        "speaker=*": ["claim-b", "claim-c"],
        "speaker=a guard": ["claim-a"],
        "stance=denied": ["claim-b"],
        "stance=planned": ["claim-c"],
        "kind=toll&stance=denied": [],
        "kind=toll&claim=claim-c": ["claim-a", "claim-c"],  # what is asked for is always marked
    }


def test_a_long_text_is_shown_by_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warmonitor.web.pages.reader.marking.PART", 15)
    text = "One two three four.\n\nFive six seven eight.\n\nNine."
    rows = [claim("claim-a", text, 4, 7), claim("claim-b", text, 15, 25), claim("claim-c", text, 44, 48)]
    with asked(tmp_path, report(text), *rows) as client:
        told = [client.get(f"/reports/report-1?part={n}").json() for n in (1, 2, 3, 9)]
        third = client.get("/reports/report-1?claim=claim-c&part=1").json()
    assert [(one["part"], one["parts"]) for one in told] == [(1, 3), (2, 3), (3, 3), (3, 3)]
    assert third["part"] == 3
    joined = "".join(
        "".join(piece["text"] for piece in part["pieces"]) + part["gap"]
        for one in told[:3]
        for part in one["paragraphs"]
    )
    assert joined == text
    assert [begins for one in told[:3] for _, _, begins in pieces(one) if begins] == [
        ["claim-a"],
        ["claim-b"],
        ["claim-c"],
    ]


def test_a_claim_that_is_gone_is_told(tmp_path: Path) -> None:
    text = "Four killed."
    with asked(tmp_path, report(text), claim("claim-a", text, 0, 4)) as client:
        assert client.get("/reports/report-1?claim=claim-x").json()["gone"] is True
        page = client.get("/reports/report-1?claim=claim-x", headers=HTML)
    assert page.status_code == 200
    assert "not in the account any more" in page.text


def test_keys_lead_from_claim_to_claim_and_back_closes(reader: Visitor) -> None:
    listed = reader.room.office.session(Role.READER).get("/api/1/claims?limit=2").json()["items"]
    first, second = (one["id"] for one in listed)
    page = reader.open(f"/reports/{listed[0]['report']}")
    page.keyboard.press("j")
    page.wait_for_url(f"**?claim={first}#{first}")
    page.wait_for_selector(f"mark.on#{first}")
    page.keyboard.press("n")
    page.wait_for_url(f"**?claim={second}#{second}")
    page.wait_for_selector("#panel-title:focus")
    page.keyboard.press("k")
    page.wait_for_url(f"**?claim={first}#{first}")
    page.go_back()
    page.wait_for_selector(f"mark.on#{second}")
    page.reload()
    assert page.locator(f"mark.on#{second}").count() == 1
    page.keyboard.press("Escape")
    page.wait_for_url("**/reports/*")
    page.wait_for_selector("mark.on", state="detached")
    reader.quiet()


def test_a_click_opens_a_claim_in_place(reader: Visitor) -> None:
    claims = reader.room.office.session(Role.READER).get("/api/1/claims?limit=9").json()["items"]
    one = claims[8]
    page = reader.open(f"/reports/{one['report']}")
    page.locator(f"#{one['id']} a").first.click()
    page.wait_for_selector(f"mark.on#{one['id']}")
    assert flat(page.inner_text("#panel blockquote")) == flat(one["quote"]["text"])
    reader.quiet()


def test_it_reads_at_both_widths(browser: Browser, example: Room, size: str) -> None:
    guest = visitor(browser, example, Role.READER, size)
    claims = guest.room.office.session(Role.READER).get("/api/1/claims?limit=1").json()["items"]
    for address in ("/reports", f"/claims/{claims[0]['id']}", f"/reports/{claims[0]['report']}?copies=1"):
        page = guest.open(address)
        assert guest.barriers() == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    guest.quiet()
    guest.page.context.close()


def test_an_empty_store_says_how_reports_come(empty: Room) -> None:
    page = empty.office.session(Role.READER).get("/reports", headers=HTML).text
    assert "warmonitor store add" in page
