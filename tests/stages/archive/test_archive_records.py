import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from warmonitor.model import Issue, RawReport
from warmonitor.stages.archive import ArchiveOptions, read_sources
from warmonitor.stages.archive.feed import read as read_feed
from warmonitor.stages.archive.records import read as read_records


def read(tmp_path: Path, name: str, content: str) -> tuple[list[RawReport], list[Issue]]:
    path = tmp_path / name
    path.write_text(content)
    return read_sources([str(path)])


def test_lines_of_json_with_fields_by_their_other_names(tmp_path: Path) -> None:
    rows = [
        {
            "url": "https://x.org/1",
            "title": "One",
            "text": "First text.",
            "date": "2024-05-01",
            "source": "The Post",
        },
        {
            "link": "https://x.org/2",
            "headline": "Two",
            "articleBody": "Second text.",
            "authors": ["A B", "C D"],
        },
        {"uri": "https://x.org/3", "html": "<p>Third text.</p>", "publisher": {"name": "The Sun"}},
    ]
    reports, issues = read(tmp_path, "a.jsonl", "\n".join(map(json.dumps, rows)))
    assert issues == []
    assert [(r.content, r.media_type) for r in reports] == [
        (b"First text.", "text/plain"),
        (b"Second text.", "text/plain"),
        (b"<p>Third text.</p>", "text/html"),
    ]
    assert dict(reports[0].hints) == {
        "url": "https://x.org/1",
        "title": "One",
        "published": "2024-05-01",
        "outlet": "The Post",
    }
    assert dict(reports[1].hints)["author"] == "A B; C D"
    assert dict(reports[2].hints)["outlet"] == "The Sun"
    assert [r.source[-2:] for r in reports] == ["#1", "#2", "#3"]


def test_bad_lines_do_not_stop_the_good_ones(tmp_path: Path) -> None:
    lines = ['{"text": "Good."}', "not json", "[1", "3", '{"title": "No text"}', '{"text": "\\ud800 lone"}']
    reports, issues = read(tmp_path, "a.jsonl", "\n".join(lines))
    assert [r.content.decode() for r in reports] == ["Good.", "\ufffd lone"]
    assert [(i.code, i.item[-2:]) for i in issues] == [
        ("not-json", "#2"),
        ("not-json", "#3"),
        ("no-record", "#4"),
        ("no-text", "#5"),
    ]


def test_arrays_and_arrays_that_break_off(tmp_path: Path) -> None:
    whole = json.dumps([{"body": "One."}, {"body": "Two."}], indent=1)
    assert [r.content for r in read(tmp_path, "a.json", whole)[0]] == [b"One.", b"Two."]
    reports, issues = read(tmp_path, "b.json", whole[:-12])
    assert [r.content for r in reports] == [b"One."]
    assert [i.code for i in issues] == ["cut-short"]


def test_deep_nesting_is_no_crash(tmp_path: Path) -> None:
    reports, issues = read(tmp_path, "a.jsonl", "[" * 100_000)
    assert reports == []
    assert [i.code for i in issues] == ["cut-short"]


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Post</title>
<item><title>One</title><link>https://x.org/1</link><pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate>
<description>&lt;p&gt;First &lt;b&gt;text&lt;/b&gt;.&lt;/p&gt;</description></item>
<item><title>Two</title><link>javascript:alert(1)</link><description>Second text.</description></item>
<item><title>One</title><link>https://x.org/1</link>
<description>&lt;p&gt;First &lt;b&gt;text&lt;/b&gt;.&lt;/p&gt;</description></item></channel></rss>"""


def test_feeds_entry_by_entry(tmp_path: Path) -> None:
    reports, issues = read(tmp_path, "feed.xml", FEED)
    assert [dict(r.hints).get("url") for r in reports] == ["https://x.org/1", None]
    assert dict(reports[0].hints)["outlet"] == "The Post"
    assert dict(reports[0].hints)["published"] == "Wed, 01 May 2024 10:00:00 GMT"
    assert reports[0].media_type == "text/html"
    assert [i.code for i in issues] == ["read-already"]


def test_a_feed_cut_short_gives_the_entries_before_the_cut(tmp_path: Path) -> None:
    reports, issues = read(tmp_path, "feed.xml", FEED[: FEED.index("Second text") + 6])
    assert [dict(r.hints)["title"] for r in reports] == ["One"]
    assert [i.code for i in issues] == ["no-text", "feed-damaged"]


def test_entities_of_a_feed_open_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    entity = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>'
    text = FEED.replace('<rss version="2.0">', f'{entity}<rss version="2.0">', 1).replace(
        "Second text", "&x; text"
    )
    reports, _ = read(tmp_path, "feed.xml", text)
    assert all(b"hidden words" not in r.content for r in reports)


def test_a_long_author_is_cut() -> None:
    author = f"<author>a@{'a.' * 20_000}!</author>"
    found = read_feed("f", FEED.replace("<pubDate>", f"{author}<pubDate>").encode(), ArchiveOptions())
    assert len(dict(found.reports[0].hints)["author"]) <= 320


@given(st.binary(max_size=300))
def test_no_bytes_stop_the_readers(content: bytes) -> None:
    for reader in (read_records, read_feed):
        found = reader("x", content, ArchiveOptions())
        assert found.reports or found.issues
