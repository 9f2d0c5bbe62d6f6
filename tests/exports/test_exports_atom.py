"""Answers as an Atom feed: read by others, and nothing that a report says is markup in it."""

import feedparser
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from warmonitor.exports.atom import atom
from warmonitor.model import Answer, Asked, Question, Quoted

QUESTION = Question("orlen", Asked.CONTROL, place="Orlen")
NASTY = ']]> <script>alert(1)</script> & "x" \' <!-- \x00\x0b\ud800 \ufffe'


def answer(
    number: int, said: str = "army holds Orlen from 2031-05-01 on.", words: str = "The army came"
) -> Answer:
    told = (Quoted("report-1", 3, 16, words),)
    noted = f"2031-05-0{number}T10:00:00+00:00"
    return Answer("orlen", f"key-{number}", "control", "spell-1", said, told, number, noted)


def test_a_feed_is_read_as_it_was_written() -> None:
    feed = atom(QUESTION, [answer(2), answer(1)], "https://warmonitor.example/orlen.atom")
    read = feedparser.parse(feed)
    assert not read.bozo
    assert read.version == "atom10"
    assert (read.feed.id, read.feed.title) == ("urn:warmonitor:question:orlen", "orlen")
    assert read.feed.updated == "2031-05-02T10:00:00+00:00"
    assert [entry.id for entry in read.entries] == [f"urn:warmonitor:question:orlen:{n}" for n in (2, 1)]
    assert read.entries[0].title == "army holds Orlen from 2031-05-01 on."
    assert "“The army came” (report-1, 3 to 16)" in read.entries[0].content[0].value
    assert read.feed.links[0].href == "https://warmonitor.example/orlen.atom"


def test_a_feed_without_answers_is_one() -> None:
    read = feedparser.parse(atom(QUESTION, []))
    assert (read.bozo, read.entries, read.feed.updated) == (False, [], "1970-01-01T00:00:00Z")


def test_what_a_report_says_is_text() -> None:
    feed = atom(QUESTION, [answer(1, NASTY, NASTY)])
    assert b"<script" not in feed
    assert b"]]>" not in feed
    (title,) = etree.fromstring(feed).iterfind(".//{*}entry/{*}title")
    assert title.text == NASTY.translate({0: "\ufffd", 0xB: "\ufffd", 0xD800: "\ufffd", 0xFFFE: "\ufffd"})
    assert len(title) == 0


@given(said=st.text(st.characters(codec=None)), words=st.text())
def test_any_text_makes_a_feed(said: str, words: str) -> None:
    feed = etree.fromstring(atom(QUESTION, [answer(1, said, words)]))
    assert [child.tag.split("}")[1] for child in feed[-1]] == [
        "id",
        "title",
        "updated",
        "category",
        "content",
    ]
    assert all(len(child) == 0 for child in feed[-1])
