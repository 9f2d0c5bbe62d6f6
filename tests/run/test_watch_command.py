"""The commands that watch, and that print and check what was fetched."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner
from watch_told import CHILDREN, article, fill, passed, plan
from web_server import Site, serving

from warmonitor.cli import app


@pytest.fixture(scope="module", autouse=True)
def _children() -> Iterator[None]:
    with CHILDREN:
        yield


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


def test_the_command_fetches_and_the_account_reads_it(site: Site, tmp_path: Path) -> None:
    fill(site, [1, 2])
    site.pages["/2"] = (403, {}, b"")
    path = tmp_path / "sources.yml"
    path.write_text(
        f"allow: ['{site.host}']\nsources:\n"
        f"  - {{name: Post, feed: '{site.url}/feed', delay: 0}}\n  - {{feed: 3}}\n"
    )
    out = tmp_path / "watch"
    ran = CliRunner().invoke(app, ["watch", str(path), "--out", str(out), "--once"])
    assert ran.exit_code == 3
    assert f"new: {site.url}/1 (Report 1 from Belmar)" in ran.output
    assert f"page-not-served: {site.url}/2: The server answered 403." in ran.output
    assert "source-invalid" in ran.output
    assert f"1 new pages, 0 changed, 0 unchanged, 0 gone, 1 issues: {out}" in ran.output
    made = CliRunner().invoke(app, ["account", str(out / "warc"), "--out", str(tmp_path / "account")])
    assert made.exit_code in {0, 3}
    told = json.loads((tmp_path / "account" / "account.json").read_text())
    assert [report["url"] for report in told["reports"]] == [f"{site.url}/1"]


def test_into_a_store_versions_are_read_and_their_difference_counts_once(site: Site, tmp_path: Path) -> None:
    dated = '<head><meta property="article:published_time" content="2031-03-03">'
    text = article(1).replace("<head>", dated)
    fill(site, [1])
    site.page("/1", text)
    path, store = tmp_path / "sources.yml", tmp_path / "store"
    path.write_text(
        f"allow: ['{site.host}']\nsources: [{{name: Post, feed: '{site.url}/feed', delay: 0, again: 1}}]\n"
    )
    ran = CliRunner().invoke(app, ["watch", str(path), "--store", str(store), "--once"])
    assert ran.exit_code == 0
    assert f"{site.url}/1: kept as report-" in ran.output
    site.page("/1", text.replace("killed 3", "killed 7"))
    time.sleep(1.1)
    ran = CliRunner().invoke(app, ["watch", str(path), "--store", str(store), "--once"])
    assert (ran.exit_code, "0 new pages, 1 changed" in ran.output) == (0, True)
    made = CliRunner().invoke(
        app, ["store", "account", "--store", str(store), "--out", str(tmp_path / "account")]
    )
    assert made.exit_code == 0
    told = json.loads((tmp_path / "account" / "account.json").read_text())
    assert [report["url"] for report in told["reports"]].count(f"{site.url}/1") == 2
    assert len(told["strands"]) == 1
    (event,), (figure,) = told["events"], told["figures"]
    assert (len(event["reports"]), event["origins"]) == (2, ["mayor"])
    (history,) = figure["history"]
    assert [(count["best"], count["mark"]) for count in history["counts"]] == [(3, "first"), (7, "raised")]
    assert (figure["low"], figure["high"], figure["changed"]) == (7, 7, [])
    assert "page-changed" in {issue["code"] for issue in told["issues"]}
    checked = CliRunner().invoke(app, ["fetched", str(store), "--check"])
    assert (checked.exit_code, "0 wrong; the log ends at " in checked.output) == (0, True)
    head = checked.output.split()[-1]
    assert CliRunner().invoke(app, ["fetched", str(store), "--check", "--head", head]).exit_code == 0
    later = f"{int(head.partition(':')[0]) + 1}:{'0' * 64}"
    cut = CliRunner().invoke(app, ["fetched", str(store), "--check", "--head", later])
    assert (cut.exit_code, "log-changed" in cut.output) == (4, True)


def test_a_watch_needs_a_place(tmp_path: Path) -> None:
    (tmp_path / "sources.yml").write_text("sources: [{feed: 'https://harbour.example/'}]")
    ran = CliRunner().invoke(app, ["watch", str(tmp_path / "sources.yml"), "--once"])
    assert (ran.exit_code, "--store" in ran.output) == (2, True)


def test_what_a_site_sends_does_not_reach_the_terminal_as_controls(site: Site, tmp_path: Path) -> None:
    evil = "\x1b[2J\u202e\x07"
    links = [f"{site.url}/1", f"javascript:{evil}", f"{site.url}/{evil}", "http://a.example/\\u0000"]
    site.page("/feed", json.dumps({"items": [{"url": link} for link in links]}), "application/feed+json")
    site.page("/1", article(1).replace("Report 1", f"Report {evil} 1"))
    path = tmp_path / "sources.yml"
    path.write_text(f"allow: ['{site.host}']\nsources: [{{feed: '{site.url}/feed', delay: 0}}]\n")
    ran = CliRunner().invoke(app, ["watch", str(path), "--out", str(tmp_path / "watch"), "--once"])
    assert ran.exit_code == 3
    assert "new: " in ran.output
    assert [c for c in ran.output if not c.isprintable() and c != "\n"] == []
    ran = CliRunner().invoke(app, ["fetched", str(tmp_path / "watch")])
    assert [c for c in ran.output if not c.isprintable() and c != "\n"] == []


def test_the_command_says_what_it_cannot_use(tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["watch", str(tmp_path / "none.yml"), "--out", str(tmp_path), "--once"])
    assert (ran.exit_code, "No such file" in ran.output) == (2, True)
    (tmp_path / "sources.yml").write_text("sources: [{feed: 'http://10.0.0.1/'}]")
    ran = CliRunner().invoke(
        app, ["watch", str(tmp_path / "sources.yml"), "--out", str(tmp_path / "o"), "--once"]
    )
    assert (ran.exit_code, "address-denied: http://10.0.0.1/" in ran.output) == (2, True)
    (tmp_path / "file").write_text("")
    ran = CliRunner().invoke(
        app, ["watch", str(tmp_path / "sources.yml"), "--out", str(tmp_path / "file"), "--once"]
    )
    assert (ran.exit_code, "folder-unusable" in ran.output) == (2, True)


def test_the_records_of_a_watch_are_printed_and_checked(site: Site, tmp_path: Path) -> None:
    fill(site, [1, 2])
    passed(tmp_path, plan(site))
    ran = CliRunner().invoke(app, ["fetched", str(tmp_path)])
    records = [json.loads(line) for line in ran.output.splitlines()]
    assert (ran.exit_code, [record["kind"] for record in records]) == (0, ["robots", "feed", "page", "page"])
    ran = CliRunner().invoke(app, ["fetched", str(tmp_path), "--address", f"{site.url}/2"])
    assert [json.loads(line)["address"] for line in ran.output.splitlines()] == [f"{site.url}/2"]
    assert CliRunner().invoke(app, ["fetched", str(tmp_path), "--check"]).exit_code == 0
    raw = tmp_path / "raw" / records[-1]["sha256"][:2] / records[-1]["sha256"]
    raw.chmod(0o644)
    raw.write_bytes(b"other")
    ran = CliRunner().invoke(app, ["fetched", str(tmp_path), "--check"])
    assert (ran.exit_code, ran.output.count("bytes-changed")) == (4, 1)
    assert CliRunner().invoke(app, ["fetched", str(tmp_path / "none")]).exit_code == 2
