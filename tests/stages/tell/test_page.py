import base64
import dataclasses
import hashlib
import re
from collections import Counter

import pytest
from lxml import html
from tell_poison import PAYLOADS, poisoned
from tell_sample import sample

from warmonitor.model import Account, Maker, Span
from warmonitor.model.marked import Mark, paragraphs, visible
from warmonitor.stages.tell import tell
from warmonitor.stages.tell.book import Book
from warmonitor.stages.tell.page.atlas import around, asset

PAGE = tell(sample())["index.html"].decode()
TREE = html.fromstring(PAGE)


def shape(page: str) -> Counter[tuple[str, tuple[str, ...]]]:
    """Every element with the names of its attributes."""
    tree = html.fromstring(page)
    return Counter((str(one.tag), tuple(sorted(map(str, one.attrib)))) for one in tree.iter())


def test_the_bundle_was_built() -> None:
    assert asset("app.js"), "run `python -m build_hooks.bundle` (or install the package) before the tests"


def test_policy_allows_our_script_alone() -> None:
    policy = TREE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    scripts = [s for s in TREE.xpath("//script") if s.get("type") is None]
    assert len(scripts) == 1
    digest = base64.b64encode(hashlib.sha256(scripts[0].text.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


def test_page_names_no_address_to_load_from() -> None:
    loads = TREE.xpath("//@src | //link/@href | //object/@data | //form/@action")
    assert loads == []
    assert not TREE.xpath("//@*[starts-with(name(), 'on')]")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_adds_no_element_and_no_attribute(payload: str) -> None:
    harmless = tell(poisoned(sample(), "x" * 5))["index.html"].decode()
    hostile = tell(poisoned(sample(), payload))["index.html"].decode()
    assert shape(hostile) == shape(harmless)


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    account = sample()
    reports = (dataclasses.replace(account.reports[0], url="javascript:alert(1)"), *account.reports[1:])
    page = tell(dataclasses.replace(account, reports=reports))["index.html"].decode()
    assert not [h for h in html.fromstring(page).xpath("//a/@href") if not h.startswith("#")]
    assert "https://wire.example/tashkul" in TREE.xpath("//a/@href")


def test_every_link_inside_the_page_leads_somewhere() -> None:
    ids = TREE.xpath("//@id")
    assert max(Counter(ids).values()) == 1
    assert {h[1:] for h in TREE.xpath("//a/@href") if h.startswith("#")} <= set(ids)


def test_every_claim_is_marked_once_with_its_own_words() -> None:
    book = Book(sample())
    for claim in book.account.claims:
        token = str(book.claim_numbers[claim.id])
        marks = [m for m in TREE.xpath("//*[@class='text']//a") if token in m.get("data-c").split()]
        said = "".join(m.text_content() for m in marks)
        wanted = [book.quoted(claim), *(book.words(claim.report, span) for span in claim.restated)]
        assert sorted(said) == sorted("".join(wanted))


def test_articles_hold_the_text_to_the_letter() -> None:
    for report, element in zip(sample().reports, TREE.xpath("//*[@class='text']"), strict=True):
        assert element.text_content() == report.text


def test_without_script_every_figure_state_and_dispute_is_there() -> None:
    body = re.sub(r"\s+", " ", TREE.text_content())
    for words in (
        "7 to 40 or more",
        "it counts children only",
        "surrounded, Highland Front inside",
        "Places that could not be located",
        "87 % of its words stand in the other",
        "has the same quoted words as R1 Meridian Wire In 1 passage. The words shared are quoted speech.",
        "The page holds no article text.",
        "20 kilometres from the lake road",
    ):
        assert words in body


def test_a_claim_of_a_report_shows_its_way_back() -> None:
    way = "R1 Meridian Wire → was told by Amsa Ferro → speaks for Lake Monitoring Centre"
    assert f"goes back: <bdi>{way}</bdi>" in PAGE


def test_a_grade_stands_with_its_reason_and_origins_have_their_marks() -> None:
    assert "Admiralty F4. It is said by residents, and contradicted by Army. No origin" in PAGE
    assert "Harm: Contested, Contested strike. It is denied by Army." in PAGE
    assert "Nobody can tell who it is." in PAGE


def test_the_text_of_a_report_is_embedded_once() -> None:
    assert PAGE.count("The Daily Kite could not reach the army for comment.") == 1


def test_an_empty_account_has_a_page() -> None:
    page = tell(Account(Maker("1", "x")))["index.html"].decode()
    assert "No report was read." in page
    assert "No event was found." in page


def test_pieces_join_to_the_text_and_carry_the_marks_over_them() -> None:
    text = "One two three.\n\nFour five."
    marks = [
        Mark("1", "toll", Span(0, 13)),
        Mark("2", "control", Span(4, 7)),
        Mark("3", "attack", Span(8, 20)),
    ]
    made = list(paragraphs(text, marks))
    assert "".join(p.text for one in made for p in one.pieces) + made[0].gap == "One two three.Four five.\n\n"
    assert [(p.text, p.tokens, p.kind, p.begins) for p in made[0].pieces] == [
        ("One ", "1", "toll", ("1",)),
        ("two", "2 1", "control", ("2",)),
        (" ", "1", "toll", ()),
        ("three", "3 1", "attack", ("3",)),
        (".", "3", "attack", ()),
    ]
    assert [(p.text, p.tokens) for p in made[1].pieces] == [("Four", "3"), (" five.", "")]


def test_characters_that_html_drops_are_replaced_one_for_one() -> None:
    assert visible("a\0b\rc\ud800d\u202e\n") == "a\ufffdb\ufffdc\ufffdd\u202e\n"


def test_a_place_named_in_passing_does_not_widen_the_map() -> None:
    account = sample()
    far = dataclasses.replace(account.places[0], id="place-far", latitude=-40.0, longitude=-70.0)
    events = (dataclasses.replace(account.events[0], place="place-far"), *account.events)
    wider = dataclasses.replace(account, places=(*account.places, far), events=events)
    assert around(wider, Book(wider)) == around(account, Book(account))
