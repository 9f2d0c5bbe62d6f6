"""The watch over a web server on this machine, with a clock that the test moves."""

import gzip
import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from watch_told import CHILDREN, DAY, Told, article, fill, passed, plan, rss
from web_server import Headers, Listener, Reply, Site, serving

from warmonitor.model import Outcome
from warmonitor.reference.outlets import load_outlets
from warmonitor.run.fetching import Fetcher, Known, Result
from warmonitor.run.sources import Plan, Source
from warmonitor.run.watching import watching
from warmonitor.stages.archive import read_sources
from warmonitor.stages.clean import clean
from warmonitor.store.captures import Captures


@pytest.fixture(scope="module", autouse=True)
def _children() -> Iterator[None]:
    with CHILDREN:
        yield


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


def test_what_a_feed_leads_to_is_fetched_once(site: Site, tmp_path: Path) -> None:
    fill(site, list(range(12)))
    first = passed(tmp_path, plan(site))
    assert sorted(first.pages(Outcome.NEW), key=int) == [str(n) for n in range(12)]
    assert first.issues == []
    again = passed(tmp_path, plan(site), first, later=60.0)
    assert again.pages(*Outcome) == []
    assert {site.asked[f"/{n}"] for n in range(12)} == {1}
    assert site.asked["/robots.txt"] == 2


def test_a_flood_is_fetched_and_a_second_pass_adds_none(site: Site, tmp_path: Path) -> None:
    numbers = list(range(300))
    fill(site, numbers)
    source = Source("Post", "feed", f"{site.url}/feed", delay=0.0, most=300)
    first = passed(tmp_path, plan(site, source))
    assert len(first.pages(Outcome.NEW)) == 300
    second = passed(tmp_path, plan(site, source), first, later=60.0)
    assert second.pages(*Outcome) == []
    reports, issues = read_sources([str(tmp_path / "warc")])
    assert (len(reports), len({report.sha256 for report in reports}), issues) == (300, 300, [])


def test_every_fetch_leaves_its_custody_record(site: Site, tmp_path: Path) -> None:
    site.pages["/feed"] = (302, {"Location": "/there"}, b"")
    site.page("/there", rss(site, [1]), "application/rss+xml", ETag='"a"')
    site.page("/1", article(1), ETag='"one"', Last_Modified="Sun, 13 Sep 2020 12:26:40 GMT")
    passed(tmp_path, plan(site, contact="desk@harbour.example"))
    with Captures(tmp_path) as kept:
        rules, feed, page = kept
        assert kept.body(page.sha256) == article(1).encode()
    assert (rules.kind, rules.outcome, rules.status) == ("robots", Outcome.GONE, 404)
    assert (feed.address, feed.final) == (f"{site.url}/feed", f"{site.url}/there")
    assert [hop.status for hop in feed.hops] == [302, 200]
    assert (page.source, page.kind, page.at, page.outcome) == ("Post", "page", 1_600_000_000.0, Outcome.NEW)
    assert page.tool == "warmonitor/1 (+desk@harbour.example)"
    assert ("User-Agent", "warmonitor/1 (+desk@harbour.example)") in page.hops[0].request
    assert page.hops[0].header("etag") == '"one"'
    assert (page.hops[0].peer, page.etag, page.due) == ("127.0.0.1", '"one"', 1_600_000_000.0 + DAY)


def conditional(site: Site, path: str, body: str, media: str, tag: str) -> list[str]:
    """Serve a page that is sent once for each tag; return the answers by their status."""
    answers: list[str] = []

    def reply(headers: Headers) -> Reply:
        same = headers.get("If-None-Match") == tag
        answers.append("304" if same else "200")
        return (
            (304, {"ETag": tag}, b"") if same else (200, {"Content-Type": media, "ETag": tag}, body.encode())
        )

    site.pages[path] = reply
    return answers


def test_what_has_not_changed_is_not_sent_again(site: Site, tmp_path: Path) -> None:
    feeds = conditional(site, "/feed", rss(site, [1]), "application/rss+xml", '"f"')
    pages = conditional(site, "/1", article(1), "text/html", '"p"')
    told = passed(tmp_path, plan(site))
    for days, expected in ((1.5, ["200", "304"]), (0.1, ["200", "304"]), (2.0, ["200", "304", "304"])):
        told = passed(tmp_path, plan(site), told, later=days * DAY)
        assert pages == expected
        assert told.pages(Outcome.NEW, Outcome.CHANGED) == []
    assert feeds == ["200", "304", "304", "304"]


def test_a_feed_whose_pages_were_not_all_taken_is_read_again(site: Site, tmp_path: Path) -> None:
    conditional(site, "/feed", rss(site, [1, 2, 3]), "application/rss+xml", '"f"')
    for number in (1, 2, 3):
        site.page(f"/{number}", article(number))
    source = Source("Post", "feed", f"{site.url}/feed", delay=0.0, most=2)
    first = passed(tmp_path, plan(site, source))
    assert (len(first.pages(Outcome.NEW)), first.codes()) == (2, ["too-many-links"])
    second = passed(tmp_path, plan(site, source), first, later=60.0)
    assert (len(second.pages(Outcome.NEW)), second.codes()) == (1, [])


def test_a_changed_page_is_a_new_version_with_its_difference(site: Site, tmp_path: Path) -> None:
    fill(site, [1])
    told = passed(tmp_path, plan(site))
    site.page("/1", article(1).replace("killed 3", "killed 7"))
    told = passed(tmp_path, plan(site), told, later=DAY)
    assert told.pages(Outcome.CHANGED) == ["1"]
    (change,) = (tmp_path / "changes").iterdir()
    lines = change.read_text().splitlines()
    assert [line[:24] for line in lines if line[0] in "-+"][2:] == [
        "-Shelling killed 3 peopl",
        "+Shelling killed 7 peopl",
    ]
    reports, issues = read_sources([str(tmp_path / "warc")])
    assert ([b"killed 7" in report.content for report in reports], issues) == ([False, True], [])


def test_a_page_that_says_the_same_in_other_bytes_is_no_version(site: Site, tmp_path: Path) -> None:
    fill(site, [1])
    told = passed(tmp_path, plan(site))
    for n in range(3):
        site.page("/1", article(1).replace("</body>", f"<script>var visit = {n};</script></body>"))
        told = passed(tmp_path, plan(site), told, later=40 * DAY)
        assert told.pages(Outcome.SAME_TEXT) == ["1"]
    reports, _ = read_sources([str(tmp_path / "warc")])
    assert len(reports) == 1


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_vanished_is_told_and_its_last_version_stays(
    site: Site, tmp_path: Path, status: int
) -> None:
    fill(site, [1])
    told = passed(tmp_path, plan(site))
    site.pages["/1"] = (status, {}, b"gone")
    told = passed(tmp_path, plan(site), told, later=DAY)
    assert (told.pages(Outcome.GONE), told.codes()) == (["1"], ["page-gone"])
    with Captures(tmp_path) as kept:
        last = kept.seen(f"{site.url}/1")
        assert last is not None
        assert kept.body(last.version) == article(1).encode()
    site.page("/1", article(1))
    told = passed(tmp_path, plan(site), told, later=40 * DAY)
    assert told.pages(Outcome.SAME) == ["1"]


def test_atom_and_json_feeds_sitemaps_and_pages_are_watched(site: Site, tmp_path: Path) -> None:
    fill(site, list(range(9)))
    atom = f"<entry><title>x</title><id>1</id><link href='{site.url}/1'/></entry>"
    site.page(
        "/atom",
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>{atom}</feed>',
        "application/atom+xml",
    )
    site.page("/json", json.dumps({"items": [{"id": "2", "url": "/2"}]}), "application/feed+json")
    rows = f"<url><loc>{site.url}/3</loc></url><url><loc>{site.url}/shop</loc></url>"
    site.page("/map.xml.gz", gzip.compress(f"<urlset>{rows}</urlset>".encode()), "application/gzip")
    site.page(
        "/index.xml",
        f"<sitemapindex><sitemap><loc>{site.url}/map.xml.gz</loc></sitemap></sitemapindex>",
        "text/xml",
    )
    sources = [
        Source("A", "feed", f"{site.url}/atom", delay=0.0),
        Source("J", "feed", f"{site.url}/json", delay=0.0),
        Source("S", "sitemap", f"{site.url}/index.xml", delay=0.0, only=(f"{site.url}/3",)),
        Source("P", "page", f"{site.url}/4", delay=0.0),
    ]
    told = passed(tmp_path, plan(site, *sources))
    assert (sorted(told.pages(Outcome.NEW)), told.issues) == (["1", "2", "3", "4"], [])
    assert site.asked["/shop"] == 0
    again = passed(tmp_path, plan(site, *sources), told, later=60.0)
    assert again.pages(*Outcome) == ["4"]


def test_the_most_of_a_source_holds_over_all_its_sitemaps(site: Site, tmp_path: Path) -> None:
    maps = "".join(f"<sitemap><loc>{site.url}/map{n}</loc></sitemap>" for n in range(9))
    site.page("/index", f"<sitemapindex>{maps}</sitemapindex>", "text/xml")
    for n in range(9):
        site.page(f"/map{n}", f"<urlset><url><loc>{site.url}/{n}</loc></url></urlset>", "text/xml")
        site.page(f"/{n}", article(n))
    source = Source("S", "sitemap", f"{site.url}/index", delay=0.0, most=4)
    told = passed(tmp_path, plan(site, source))
    assert (len(told.pages(Outcome.NEW)), told.codes()) == (4, ["too-many-links"])
    assert [site.asked[f"/map{n}"] for n in range(9)].count(1) == 4
    for _ in range(2):
        told = passed(tmp_path, plan(site, source), told, later=3_600.0)
    assert {site.asked[f"/{n}"] for n in range(9)} == {1}


def test_a_folder_is_its_owners_alone(tmp_path: Path) -> None:
    with Captures(tmp_path / "watch"):
        assert (tmp_path / "watch").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("form", ["rss", "json"])
def test_entries_that_hold_whole_articles_are_reports(site: Site, tmp_path: Path, form: str) -> None:
    def put(numbers: list[int], more: str = "") -> None:
        bodies = [(n, article(n).split("</h1>")[1].split("</article>")[0] + more) for n in numbers]
        if form == "json":
            items = [{"id": n, "url": f"/{n}", "title": f"T {n}", "content_html": body} for n, body in bodies]
            site.page("/feed", json.dumps({"items": [*items, {"url": "/none"}]}), "application/feed+json")
            return
        day = "<pubDate>Wed, 09 Jun 2021 10:00:00 GMT</pubDate>"
        rows = "".join(
            f"<item><title>T {n}</title><link>/{n}</link><guid>{n}</guid>{day}"
            f"<description><![CDATA[{body}]]></description></item>"
            for n, body in bodies
        )
        rows += "<item><link>/none</link></item>"
        site.page("/feed", f'<rss version="2.0"><channel><title>P</title>{rows}</channel></rss>', "text/xml")

    source = Source("Post", "feed", f"{site.url}/feed", delay=0.0, entries=True)
    put([1, 2])
    told = passed(tmp_path, plan(site, source))
    assert [(f.kind, f.outcome, f.address) for f in told.fetches if f.kind == "entry"] == [
        ("entry", Outcome.NEW, f"{site.url}/{n}") for n in (1, 2)
    ]
    assert (site.asked["/1"], told.codes()) == (0, ["no-text"])
    put([1, 2, 3])
    told = passed(tmp_path, plan(site, source), told, later=60.0)
    assert [f.address for f in told.fetches if f.kind == "entry"] == [f"{site.url}/3"]
    put([2], "<p>The road is open again, the mayor said.</p>")
    told = passed(tmp_path, plan(site, source), told, later=60.0)
    assert [(f.outcome, f.address) for f in told.fetches if f.kind == "entry"] == [
        (Outcome.CHANGED, f"{site.url}/2")
    ]
    raw, issues = read_sources([str(tmp_path / "warc")])
    assert (sorted(dict(one.hints)["url"] for one in raw), issues) == (
        [f"{site.url}/{n}" for n in (1, 2, 2, 3)],
        [],
    )
    report, _ = clean(raw[0], load_outlets())
    assert report is not None
    assert (report.title, "Shelling killed 3 people in Belmar" in report.text) == ("T 1", True)
    assert form == "json" or report.stated_date == date(2021, 6, 9)


def test_robots_are_obeyed(site: Site, tmp_path: Path) -> None:
    fill(site, [1, 2])
    site.page("/robots.txt", "User-agent: *\nDisallow: /2\n", "text/plain")
    told = passed(tmp_path, plan(site))
    assert (told.pages(Outcome.NEW), told.pages(Outcome.DENIED), told.codes()) == (
        ["1"],
        ["2"],
        ["robots-denied"],
    )
    assert site.asked["/2"] == 0


@pytest.mark.parametrize("status", [500, 503])
def test_a_site_whose_robots_cannot_be_had_is_left_alone(site: Site, tmp_path: Path, status: int) -> None:
    fill(site, [1])
    site.pages["/robots.txt"] = (status, {}, b"")
    told = passed(tmp_path, plan(site))
    assert told.codes() == ["robots-unknown"]
    assert (site.asked["/feed"], site.asked["/robots.txt"]) == (0, 1)


def test_the_delay_of_a_site_lies_between_two_requests(site: Site, tmp_path: Path) -> None:
    fill(site, [1, 2, 3])
    site.page("/robots.txt", "User-agent: *\nCrawl-delay: 7\n", "text/plain")
    source = Source("Post", "feed", f"{site.url}/feed", delay=2.0)
    told = passed(tmp_path, plan(site, source, at_once=1))
    times = [fetch.at for fetch in told.fetches]
    assert [later - before for before, later in pairwise(times)] == [2.0, 7.0, 7.0]


def test_a_source_that_fails_is_left_alone_for_a_while(site: Site, tmp_path: Path) -> None:
    site.pages["/feed"] = (503, {"Retry-After": "315360000"}, b"")
    told = passed(tmp_path, plan(site))
    assert told.codes() == ["page-not-served"]
    assert told.fetches[0].due == told.now + DAY
    told = passed(tmp_path, plan(site), told, later=0.5 * DAY)
    assert (told.codes(), site.asked["/feed"]) == (["source-waiting"], 1)
    fill(site, [1])
    told = passed(tmp_path, plan(site), told, later=0.6 * DAY)
    assert (told.pages(Outcome.NEW), told.issues) == (["1"], [])


@pytest.mark.parametrize("status", [401, 403, 429, 451, 500, 999])
def test_a_page_that_is_not_served_is_tried_again_later(site: Site, tmp_path: Path, status: int) -> None:
    fill(site, [1])
    site.pages["/1"] = (status, {}, b"no")
    told = passed(tmp_path, plan(site))
    assert (told.pages(Outcome.BLOCKED), told.codes()) == (["1"], ["page-not-served"])
    told = passed(tmp_path, plan(site), told, later=20.0)
    assert site.asked["/1"] == 1
    fill(site, [1])
    told = passed(tmp_path, plan(site), told, later=DAY)
    assert told.pages(Outcome.NEW) == ["1"]


@pytest.mark.parametrize(
    ("served", "code"),
    [
        ((200, {"Content-Type": "text/html"}, b"<html><body>Log in</body></html>"), "not-a-feed"),
        ((200, {}, b""), "source-empty"),
        ((410, {}, b""), "page-gone"),
        ((200, {}, gzip.compress(b"\0" * 9_000_000, mtime=0)), "not-a-feed"),
        ((200, {"Content-Encoding": "gzip"}, gzip.compress(b"\0" * 9_000_000, mtime=0)), "too-large"),
    ],
)
def test_a_feed_that_fails_keeps_what_came_of_it(
    site: Site, tmp_path: Path, served: Reply, code: str
) -> None:
    fill(site, [1])
    told = passed(tmp_path, plan(site))
    site.pages["/feed"] = served
    told = passed(tmp_path, plan(site), told, later=60.0)
    assert (told.codes(), told.pages(*Outcome)) == ([code], [])
    with Captures(tmp_path) as kept:
        last = kept.seen(f"{site.url}/feed")
        assert last is not None
        assert kept.body(last.version) == rss(site, [1]).encode()


def test_what_came_of_an_answer_beyond_a_limit_is_kept_and_not_read(site: Site, tmp_path: Path) -> None:
    fill(site, [1, 2])
    site.page("/1", b"<p>" + b"x" * 1_500_000)
    bomb = gzip.compress(b"\0" * 9_000_000)
    site.page("/2", bomb, Content_Encoding="gzip", ETag='"bomb"')
    told = passed(tmp_path, plan(site))
    assert (told.codes(), sorted(told.pages(Outcome.FAILED))) == (["too-large"] * 2, ["1", "2"])
    with Captures(tmp_path) as kept:
        page = kept.seen(f"{site.url}/2")
        assert page is not None
        assert (page.partial, page.size, page.version, kept.body(page.sha256)) == (True, len(bomb), "", bomb)
        assert list(kept.check()) == []
    reports, _ = read_sources([str(tmp_path / "warc")])
    assert reports == []
    site.page("/2", article(2), ETag='"bomb"')
    told = passed(tmp_path, plan(site), told, later=DAY)
    assert told.pages(Outcome.NEW) == ["2"]


def test_links_to_this_machine_and_to_inner_networks_are_refused(site: Site, tmp_path: Path) -> None:
    with Listener() as listener:
        links = [
            "http://10.0.0.1/", "http://[::ffff:127.0.0.1]/", f"http://127.0.0.1:{listener.port}/", "http://127.1/",
            "file:///etc/hosts", "javascript:alert(1)", "http://a.example\\@b.example/", f"http://localhost:{listener.port}/",
        ]  # fmt: skip
        items = "".join(f"<item><link><![CDATA[{link}]]></link></item>" for link in links)
        site.page("/feed", f'<rss version="2.0"><channel><title>x</title>{items}</channel></rss>', "text/xml")
        told = passed(tmp_path, plan(site))
        assert listener.connections == 0
    assert set(told.codes()) == {"address-denied", "address-refused"}
    assert len(told.issues) == len({fetch.address for fetch in told.fetches if fetch.kind == "page"})
    again = passed(tmp_path, plan(site), told, later=60.0)
    assert again.issues == []


def test_ids_and_addresses_that_change_each_time_make_nothing_grow(site: Site, tmp_path: Path) -> None:
    fill(site, [1])
    told = Told()
    for n in range(5):
        items = "".join(f"<item><link>{site.url}/1</link><guid>{n}-{k}</guid></item>" for k in range(50))
        site.page("/feed", f'<rss version="2.0"><channel><title>x</title>{items}</channel></rss>', "text/xml")
        told = passed(tmp_path, plan(site), told, later=60.0)
    assert site.asked["/1"] == 1


def test_one_bad_page_costs_no_other(site: Site, tmp_path: Path) -> None:
    fill(site, [1, 2, 3])
    site.page("/2", b"<div>" * 30_000, "text/html")
    told = passed(tmp_path, plan(site))
    assert sorted(told.pages(Outcome.NEW)) == ["1", "2", "3"]
    assert {issue.item for issue in told.issues} == {f"{site.url}/2"}


def test_two_sources_take_turns_at_one_host(site: Site, tmp_path: Path) -> None:
    fill(site, list(range(1, 40)))
    site.page("/small", rss(site, [90, 91]), "text/xml")
    site.page("/90", article(90))
    site.page("/91", article(91))
    sources = [
        Source(n, "feed", f"{site.url}/{p}", delay=0.0) for n, p in (("Flood", "feed"), ("Small", "small"))
    ]
    told = passed(tmp_path, plan(site, *sources, at_once=1, workers=1))
    assert {"90", "91"} <= set(told.pages(Outcome.NEW)[:6])


def test_bad_servers_hold_no_good_one_up(site: Site, tmp_path: Path) -> None:
    def reset(connection: socket.socket) -> None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    def wait(_: socket.socket) -> None:
        stop.wait()

    stop = threading.Event()
    site.page("/bomb", gzip.compress(b"\0" * 9_000_000), Content_Encoding="gzip")
    good = [Source(f"good {n}", "page", f"{site.url}/{n}", delay=0.0) for n in range(8)]
    fill(site, list(range(8)))
    with Listener(wait) as silent, Listener(reset) as resetting:
        ports = {"silent": silent.port, "resetting": resetting.port}
        bad = [
            Source(f"{name} {n}", "page", f"http://127.0.0.1:{port}/{n}", delay=0.0)
            for name, port in ports.items()
            for n in range(3)
        ]
        bomb = Source("bomb", "page", f"{site.url}/bomb", delay=0.0)
        allow = frozenset({("127.0.0.1", port) for port in (*ports.values(), site.port)})
        told = passed(tmp_path, Plan((*bad, bomb, *good), allow=allow, workers=3, at_once=2))
        stop.set()
    assert sorted(told.pages(Outcome.NEW)) == [str(n) for n in range(8)]
    assert len(told.pages(Outcome.FAILED)) == 7
    assert len(told.issues) == 7


def test_what_nobody_thought_of_costs_one_page(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(site, [1, 2])
    whole = Fetcher._read

    def read(self: Fetcher, result: Result, known: Known) -> Result:
        if result.task.address.endswith("/2"):
            raise ArithmeticError
        return whole(self, result, known)

    monkeypatch.setattr(Fetcher, "_read", read)
    told = passed(tmp_path, plan(site))
    assert (told.pages(Outcome.NEW), told.pages(Outcome.FAILED), told.codes()) == (
        ["1"],
        ["2"],
        ["not-understood"],
    )


@pytest.mark.parametrize("lines", [1, 9])
def test_a_watch_that_is_killed_goes_on_where_it_was(site: Site, tmp_path: Path, lines: int) -> None:
    conditional(site, "/feed", rss(site, list(range(20))), "application/rss+xml", '"f"')
    for number in range(20):
        site.page(f"/{number}", article(number))
    path, out = tmp_path / "sources.yml", tmp_path / "watch"
    path.write_text(f"allow: ['{site.host}']\nsources: [{{feed: '{site.url}/feed', delay: 0}}]\n")
    command = [sys.executable, "-u", "-m", "warmonitor", "watch", str(path), "--out", str(out), "--once"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        heard = [process.stdout.readline().split()[1].decode() for _ in range(lines)]
        process.kill()
    with Captures(out) as kept:
        assert {fetch.address for fetch in kept} >= set(heard)
    passed(out, plan(site), Told(time.time()))
    with Captures(out) as kept:
        pages = [fetch.address for fetch in kept if fetch.kind == "page"]
    assert sorted(pages) == sorted(f"{site.url}/{n}" for n in range(20))
    reports, issues = read_sources([str(out / "warc")])
    assert (len(reports), issues) == (20, [])


def test_a_clock_of_1970_stops_nothing(site: Site, tmp_path: Path) -> None:
    fill(site, [1])
    told = passed(tmp_path, plan(site), Told(0.0))
    assert told.pages(Outcome.NEW) == ["1"]
    assert passed(tmp_path, plan(site), Told(1_600_000_000.0)).pages(Outcome.NEW) == []


def test_a_watch_that_goes_on_asks_when_it_is_time(site: Site, tmp_path: Path) -> None:
    fill(site, [1])
    source = Source("Post", "feed", f"{site.url}/feed", every=600.0, delay=0.0)
    told = Told()

    class EnoughError(Exception):
        pass

    def sleep(seconds: float) -> None:
        told.sleep(seconds)
        if told.now > 1_600_000_000.0 + 3_000.0:
            raise EnoughError

    made = plan(site, source)
    with (
        watching(made, tmp_path, told.clock, sleep, told.tell, "1") as watch,
        pytest.raises(EnoughError),
    ):
        watch.on()
    assert site.asked["/feed"] == 6
    assert (site.asked["/1"], told.pages(Outcome.NEW)) == (1, ["1"])
