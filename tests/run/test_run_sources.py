"""What is watched: each entry stands for itself, and one that is wrong says what to change."""

from pathlib import Path

import pytest

from warmonitor.model import SourceError
from warmonitor.run.sources import Source, read_plan

GOOD = "  - {feed: 'https://harbour.example/feed'}\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "sources.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_source_is_told_by_its_address_alone(tmp_path: Path) -> None:
    plan, issues = read_plan(written(tmp_path, f"sources:\n{GOOD}"))
    address = "https://harbour.example/feed"
    assert plan.sources == (Source(address, "feed", address),)
    assert issues == []


def test_all_that_can_be_said_is_read(tmp_path: Path) -> None:
    plan, issues = read_plan(
        written(
            tmp_path,
            """
contact: desk@harbour.example
allow: ['127.0.0.1:8080', 'inner.example:80', '[::1]:81']
at_once: 2
workers: 4
seed: north
sources:
  - name: Harbour Post
    sitemap: HTTPS://Harbour.example/map.xml
    every: 6h
    again: never
    delay: 2.5
    most: 40
    only: ['https://harbour.example/news/']
  - {name: Port, page: 'https://port.example', every: 90}
""",
        )
    )
    assert issues == []
    assert plan.sources[0] == Source(
        "Harbour Post", "sitemap", "https://harbour.example/map.xml", 21_600.0, 0.0, 2.5, 40,
        ("https://harbour.example/news/",),
    )  # fmt: skip
    assert plan.sources[1].every == 90.0
    assert plan.allow == {("127.0.0.1", 8080), ("inner.example", 80), ("::1", 81)}
    assert (plan.contact, plan.at_once, plan.workers, plan.seed) == ("desk@harbour.example", 2, 4, "north")
    assert plan.sources[0].wants("https://harbour.example/news/1")
    assert not plan.sources[0].wants("https://harbour.example/shop/1")


WRONG = {
    "- 7": "It is no list of fields.",
    "- {name: Nobody}": "Give one of feed, sitemap, page with an address.",
    "- {feed: 'https://a.example', page: 'https://b.example'}": (
        "Give one of feed, sitemap, page with an address."
    ),
    "- {feed: 7}": "The address is not fetched: only http and https are fetched.",
    "- {feed: 'file:///etc/hosts'}": "The address is not fetched: only http and https are fetched.",
    "- {feed: 'https://u@a.example'}": "The address is not fetched: it names a user.",
    "- {feed: 'https://a.example', evry: 5}": "Evry is no field that is known here.",
    "- {feed: 'https://a.example', every: soon}": "Every: give seconds, or a time such as 15m, 6h or 2d.",
    "- {feed: 'https://a.example', every: 0}": "Every: give a second or more.",
    "- {feed: 'https://a.example', every: true}": "Every: give seconds, or a time such as 15m, 6h or 2d.",
    "- {feed: 'https://a.example', every: -5}": "Every: give seconds, or a time such as 15m, 6h or 2d.",
    "- {feed: 'https://a.example', every: .nan}": "Every: give seconds, or a time such as 15m, 6h or 2d.",
    "- {feed: 'https://a.example', most: 0}": "Most: give a whole number from 1 to 100000.",
    "- {feed: 'https://a.example', entries: 1}": "Entries: give true or false.",
    "- {page: 'https://a.example', entries: true}": "Only a feed has entries.",
    "- {feed: 'https://a.example', most: 1.5}": "Most: give a whole number from 1 to 100000.",
    "- {feed: 'https://a.example', name: ''}": "Name: give a name of one line.",
    '- {feed: "https://a.example", name: "a\\nb"}': "Name: give a name of one line.",
    "- {feed: 'https://a.example', only: 3}": (
        "Only: The address is not fetched: only http and https are fetched."
    ),
    "- {feed: 'https://harbour.example/feed'}": (
        "Another source has the name 'https://harbour.example/feed' already."
    ),
}


@pytest.mark.parametrize(("entry", "said"), WRONG.items(), ids=range(len(WRONG)))
def test_a_wrong_entry_is_told_and_the_others_go_on(tmp_path: Path, entry: str, said: str) -> None:
    path = written(tmp_path, f"sources:\n{GOOD}  {entry}\n")
    plan, issues = read_plan(path)
    assert [source.address for source in plan.sources] == ["https://harbour.example/feed"]
    assert [(issue.code, issue.item, issue.said, issue.fatal) for issue in issues] == [
        ("source-invalid", f"{path}#2", said, True)
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("workers: 0", "Workers: give a whole number from 1 to 64."),
        ("at_once: 9", "At_once: give a whole number from 1 to 8."),
        ("allow: '127.0.0.1'", "Allow: '127.0.0.1' is no host and port such as host.example:8080."),
        ("allow: [3]", "Allow: 3 is no host and port such as host.example:8080."),
        ('contact: "a\\r\\nX: y"', "Contact: give an address in plain letters, which sites are told."),
        ("proxy: 'http://a.example'", "Proxy is no field that is known here."),
    ],
)
def test_a_wrong_field_of_the_file_is_told_and_left_out(tmp_path: Path, line: str, said: str) -> None:
    plan, issues = read_plan(written(tmp_path, f"{line}\nsources:\n{GOOD}"))
    assert [issue.said for issue in issues] == [said]
    assert (plan.workers, plan.at_once, plan.allow, plan.contact) == (8, 1, frozenset(), "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sources: [", "no YAML at line 2"),
        ("- 1", "no list named sources"),
        ("", "no list named sources"),
        ("sources: 3", "no list named sources"),
        ("sources: []", "None is named"),
        ("sources: [3]", "It is no list of fields"),
        ("a: &a [*a]", "no list named sources"),
        ("!!python/object/apply:os.system ['true']", "no YAML"),
        ("[" * 2_000, "no YAML"),
    ],
)
def test_a_file_that_cannot_be_used_is_told(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        read_plan(written(tmp_path, text + "\n"))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="No such file"):
        read_plan(tmp_path / "sources.yml")
    (tmp_path / "sources.yml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SourceError, match="UTF-8"):
        read_plan(tmp_path / "sources.yml")
