"""Made reports through the whole flow: copies, second quotings and feeds of one publisher add no origin."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from warmonitor.model import Account, Event, Figure, InfoMark
from warmonitor.run.account import make_account

PAGE = """<html lang="en"><head><title>{title} - {site}</title><meta property="og:site_name" content="{site}">
<link rel="canonical" href="{url}"><meta property="article:published_time" content="{day}T09:00:00Z"></head>
<body><article><h1>{title}</h1>{text}</article></body></html>"""
WIRE = (
    "At least 14 people were killed when rockets hit the fish market in Tashkul on Tuesday, as it opened.",
    "The rockets came from the far bank within a minute of each other, and the ferry did not run all week.",
    "The market had opened again only last month, after repairs to its roof that took most of a year.",
    "All of the money that had been put aside for the school went into the roof, a carpenter told us.",
)
OBSERVATORY = "the Lake Monitoring Centre for Human Rights"
FIRST = (
    f"Rockets killed 14 people in Tashkul on Tuesday, {OBSERVATORY} said.",
    "Schools in the town stayed shut, and a bus that had left for the south turned round at the bridge.",
)
SECOND = (
    f"Fourteen people were killed by rockets in Tashkul on Tuesday, {OBSERVATORY} told the Tern Post.",
    "Its staff had spoken with two families from the quarter behind the port and with a driver.",
)
SEEN = (
    "Our correspondent in Tashkul saw 14 people killed by rockets on Tuesday.",
    "The smell of smoke hung over the river for two days, and nobody had swept the market.",
)
WORLD = ("Rockets killed 14 people in Tashkul on Tuesday.", "Snow had fallen there until then.")
LAKES = ("Fourteen people were killed in Tashkul on Tuesday when rockets fell.", "Nobody had seen the like.")
RESIDENTS = "Rockets killed 14 people in Tashkul on Tuesday, residents said."
HERALD = "The Tern Post reported that rockets killed 14 people in Tashkul on Tuesday."
POST = "Rockets killed 14 people in Tashkul on Tuesday, the Marsh Herald reported."


def page(folder: Path, site: str, text: Sequence[str], address: str = "", day: str = "2031-03-12") -> None:
    name = site.lower().replace(" ", "-")
    body = "".join(f"<p>{one}</p>" for one in text)
    url = address or f"https://{name}.example/rockets"
    made = PAGE.format(title="Rockets hit lake town", site=site, url=url, day=day, text=body)
    (folder / f"{name}.html").write_text(made, encoding="utf-8")


def toll(account: Account) -> Figure:
    (one,) = (figure for figure in account.figures if figure.measure == "killed")
    return one


def strike(account: Account) -> Event:
    (one,) = (event for event in account.events if event.type.startswith("Explosions"))
    return one


def read(folder: Path) -> Account:
    account = make_account([str(folder)])
    assert not account.issues
    return account


def test_ten_papers_that_print_one_text_are_one_origin(tmp_path: Path) -> None:
    for number in range(10):
        page(tmp_path, f"Paper {number}", WIRE, day=f"2031-03-{12 + number // 5}")
    account = read(tmp_path)
    assert len(toll(account).claims) == 10
    assert len(toll(account).origins) == len(strike(account).origins) == 1
    copies = [path for path in account.paths if len(path.steps) > 1]
    assert {path.steps[-1].tie for path in copies} == {"copies"}


def test_two_who_quote_one_observatory_confirm_that_it_said_so(tmp_path: Path) -> None:
    page(tmp_path, "Marsh Herald", FIRST)
    page(tmp_path, "Tern Post", SECOND, day="2031-03-13")
    account = read(tmp_path)
    assert toll(account).origins == ("Lake Monitoring Centre for Human Rights",)
    grade = toll(account).grade
    assert grade
    assert grade.information is InfoMark.POSSIBLE


def test_a_reporter_on_the_spot_adds_one(tmp_path: Path) -> None:
    page(tmp_path, "Marsh Herald", FIRST)
    page(tmp_path, "Tern Post", SECOND)
    page(tmp_path, "Lake Chronicle", SEEN)
    account = read(tmp_path)
    assert toll(account).origins == ("Lake Chronicle", "Lake Monitoring Centre for Human Rights")
    grade = toll(account).grade
    assert grade
    assert grade.information is InfoMark.CONFIRMED
    assert "correspondent on the spot" in {path.steps[-1].kind for path in account.paths}


def test_two_feeds_of_one_publisher_count_once(tmp_path: Path) -> None:
    page(tmp_path, "Hill Post World", WORLD, "https://hill-post.example/world/1")
    page(tmp_path, "Hill Post Lakes", LAKES, "https://feeds.hill-post.example/lakes/7")
    assert toll(read(tmp_path)).origins == ("Hill Post Lakes",)


@pytest.mark.parametrize("unnamed", ["Residents", "Local sources"])
def test_unnamed_sources_of_two_papers_are_one(tmp_path: Path, unnamed: str) -> None:
    page(tmp_path, "Marsh Herald", (RESIDENTS, FIRST[1]))
    said = f"{unnamed} said that rockets killed 14 people in Tashkul on Tuesday."
    page(tmp_path, "Tern Post", (said, SECOND[1]))
    assert toll(read(tmp_path)).origins == ("residents",)


def test_two_papers_that_quote_each_other_are_a_circle(tmp_path: Path) -> None:
    page(tmp_path, "Marsh Herald", (HERALD,))
    page(tmp_path, "Tern Post", (POST,))
    account = read(tmp_path)
    assert toll(account).origins == ("Marsh Herald and Tern Post, who quote one another",)
    circle = next(one for one in account.sources if one.voices)
    assert circle.voices == ("Marsh Herald", "Tern Post")
