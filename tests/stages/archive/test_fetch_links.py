"""What feeds, sitemaps and robots files say."""

import gzip
import json

import pytest

from warmonitor.stages.archive.fetch.feeds import read_feed
from warmonitor.stages.archive.fetch.robots import robots
from warmonitor.stages.archive.fetch.sitemaps import read_sitemap

BASE = "https://harbour.example/news/feed"
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>{}</channel></rss>"""
ITEM = "<item><title>{0}</title><link>{1}</link><guid>{2}</guid></item>"
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title>
<entry><title>Bridge shelled</title><link href="../a"/><id>1</id></entry>
<entry><title>Port</title><link rel="self" href="/x"/><link rel="alternate" href="/b"/><id>2</id></entry>
</feed>"""
XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def test_rss_gives_its_links_in_order() -> None:
    found = read_feed(
        RSS.format(ITEM.format("One", "/1", "a") + ITEM.format("Two", "2#top", "b")).encode(), BASE
    )
    assert list(found.pages.items()) == [
        ("https://harbour.example/1", "One"),
        ("https://harbour.example/news/2", "Two"),
    ]
    assert found.issues == []


def test_atom_gives_its_alternate_links() -> None:
    found = read_feed(ATOM.encode(), BASE)
    assert list(found.pages) == ["https://harbour.example/a", "https://harbour.example/b"]


def test_a_json_feed_gives_its_links() -> None:
    items = [
        {"id": "1", "url": "/1", "title": "One"},
        {"id": 2, "external_url": "https://other.example/2"},
        "none",
    ]
    told = {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post", "items": items}
    found = read_feed(b"\xef\xbb\xbf" + json.dumps(told).encode(), BASE)
    assert list(found.pages.items()) == [
        ("https://harbour.example/1", "One"),
        ("https://other.example/2", ""),
    ]


@pytest.mark.parametrize(
    "content",
    [b"<html><body><p>Log in</p></body></html>", b"", b"{}", b"{", b'{"items": 3}', b"{" * 100_000, b"words"],
)
def test_what_is_no_feed_is_told(content: bytes) -> None:
    found = read_feed(content, BASE)
    assert found.pages == {}
    assert [(issue.code, issue.fatal) for issue in found.issues] == [("not-a-feed", True)]


def test_a_feed_cut_short_keeps_what_came_before() -> None:
    whole = RSS.format("".join(ITEM.format(n, f"/{n}", n) for n in range(5)))
    found = read_feed(whole[: whole.rindex("<item>")].encode(), BASE)
    assert list(found.pages) == [f"https://harbour.example/{n}" for n in range(4)]
    assert [(issue.code, issue.fatal) for issue in found.issues] == [("feed-damaged", False)]


def test_entries_of_one_id_are_one_and_links_count_once() -> None:
    same_id = read_feed(RSS.format("".join(ITEM.format(n, f"/{n}", "a") for n in range(100))).encode(), BASE)
    assert list(same_id.pages) == ["https://harbour.example/0"]
    assert "99 entries bear the id" in same_id.issues[0].said
    same_link = read_feed(RSS.format("".join(ITEM.format(n, "/1", n) for n in range(100))).encode(), BASE)
    assert list(same_link.pages) == ["https://harbour.example/1"]


def test_an_entry_without_link_is_told() -> None:
    found = read_feed(RSS.format("<item><title>One</title></item>").encode(), BASE)
    assert [issue.code for issue in found.issues] == ["no-link"]


def test_a_sitemap_gives_its_pages_newest_first() -> None:
    rows = "".join(
        f"<url><loc>https://harbour.example/{n}</loc><lastmod>2021-06-0{n}</lastmod></url>" for n in (1, 3, 2)
    )
    plain = f"<?xml version='1.0'?><urlset {XMLNS}>{rows}</urlset>".encode()
    for content in (plain, gzip.compress(plain)):
        found = read_sitemap(content, BASE)
        assert list(found.pages) == [f"https://harbour.example/{n}" for n in (3, 2, 1)]
        assert found.issues == []


def test_an_index_gives_its_sitemaps() -> None:
    rows = "".join(f"<sitemap><loc>https://harbour.example/{n}.xml.gz</loc></sitemap>" for n in (1, 2))
    found = read_sitemap(f"<sitemapindex {XMLNS}>{rows}</sitemapindex>".encode(), BASE)
    assert found.maps == ["https://harbour.example/1.xml.gz", "https://harbour.example/2.xml.gz"]
    assert found.pages == {}


def test_a_sitemap_may_be_plain_text() -> None:
    assert list(read_sitemap(b"https://harbour.example/1\n\nhttps://harbour.example/2\n", BASE).pages) == [
        "https://harbour.example/1", "https://harbour.example/2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "content", [b"<html><p>Not here</p></html>", b"<", b"words without address", b"<rss/>"]
)
def test_what_is_no_sitemap_is_told(content: bytes) -> None:
    assert [issue.code for issue in read_sitemap(content, BASE).issues] == ["not-a-sitemap"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (gzip.compress(b"\0" * 60_000_000, mtime=0), "too-large"),
        (gzip.compress(b"<urlset/>" * 1000, mtime=0)[:-9], "cut-short"),
        (
            f"<urlset {XMLNS}><url><loc>https://harbour.example/1</loc></url><url><lo".encode(),
            "sitemap-damaged",
        ),
        (f"<urlset {XMLNS}/>".encode(), "no-link"),
        (b"", "no-link"),
    ],
)
def test_a_damaged_sitemap_is_told(content: bytes, code: str) -> None:
    found = read_sitemap(content, BASE)
    assert [issue.code for issue in found.issues] == [code]
    assert list(found.pages) == (["https://harbour.example/1"] if code == "sitemap-damaged" else [])


RULES = (
    b"User-agent: *\nDisallow: /\n\nUser-agent: warmonitor\nDisallow: /private\nAllow: /\nCrawl-delay: 7\n"
)


def test_robots_are_asked_by_our_name() -> None:
    assert robots(RULES, "warmonitor", "https://harbour.example/news").allowed
    assert not robots(RULES, "warmonitor", "https://harbour.example/private/1").allowed
    assert not robots(RULES, "other", "https://harbour.example/news").allowed
    assert robots(RULES, "warmonitor", "https://harbour.example/").delay == 7.0


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"<html>no rules</html>", b"Crawl-delay: x\n" * 100]
)
def test_robots_that_say_nothing_allow_all(content: bytes) -> None:
    assert robots(content, "warmonitor", "https://harbour.example/").allowed


def test_a_delay_is_a_minute_at_most() -> None:
    assert robots(b"User-agent: *\nCrawl-delay: 999999\n", "warmonitor", "https://a.example/").delay == 60.0
