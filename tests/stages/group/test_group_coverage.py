"""Whole reports on one happening are brought together, look-alikes kept apart, digests listed by passage."""

from dataclasses import replace

from literal_claims import Paper, actor, at, claims_of, copy_of, on, place, reports_of

from warmonitor.model import Coverage, PlacePrecision, Report
from warmonitor.stages.group import group

PLACES = [
    place("Oldava", (49.21, 37.25), inside="Torvan"),
    place("Krivets", (49.70, 37.60), inside="Torvan"),
    place("Torvan", (49.6, 37.4), PlacePrecision.PROVINCE),
]
ACTORS = [actor("Western Corps", "west"), actor("Eastern Front", "east")]


def cover(*papers: Paper, title: str | None = None) -> list[Coverage]:
    reports = [replace(one, title=title) if title else one for one in reports_of(papers)]
    return group(claims_of(papers), reports, PLACES, ACTORS).coverage


def together(found: list[Coverage]) -> list[list[str]]:
    """The names of the reports of each group, passages left out."""
    return sorted(
        sorted(one.report.removeprefix("report-") for one in group.reports if not one.passage)
        for group in found
    )


def telling(name: str, dated: str, town: str, day: str, words: str, outlet: str) -> Paper:
    paper = Paper(name, dated, outlet)
    paper.says(f"{words} on {day}.").attack(
        "shelling", perpetrator="Western Corps", where=[at(town)], when=on(day)
    )
    return paper


def market(name: str, outlet: str, day: str = "2027-03-04", spelt: str = "Oldava") -> Paper:
    return telling(
        name, day, "Oldava", day,
        f"Rockets of the Western Corps hit the Brenik market in {spelt} and killed the baker Dano Meliv",
        outlet,
    )  # fmt: skip


def test_two_papers_on_one_happening_are_one_group() -> None:
    other = telling(
        "b", "2027-03-05", "Oldava", "2027-03-04",
        "The baker Dano Meliv died when rockets struck stalls at Brenik market, Oldava residents said",
        "Daily Post",
    )  # fmt: skip
    (group,) = cover(market("a", "Oldava Courier"), other)
    assert together([group]) == [["a", "b"]]
    first, second = group.reports
    assert (first.nearest, second.nearest) == ("report-b", "report-a")
    assert 0.5 < first.sureness == second.sureness <= 1
    assert "Meliv" in first.because
    assert "a town" in first.because


def test_spellings_of_names_meet() -> None:
    (group,) = cover(
        market("a", "Oldava Courier", spelt="Khanaqiyah"), market("b", "Daily Post", spelt="Hanaqiya")
    )
    assert together([group]) == [["a", "b"]]


def test_two_strikes_on_one_town_on_two_days_are_apart() -> None:
    found = cover(market("a", "Oldava Courier"), market("b", "Daily Post", day="2027-03-07"))
    assert together(found) == [["a"], ["b"]]


def test_two_attacks_in_one_day_far_apart_are_apart() -> None:
    far = telling(
        "b", "2027-03-04", "Krivets", "2027-03-04",
        "Rockets fired by the Western Corps hit a school in Krivets and killed two teachers", "Daily Post",
    )  # fmt: skip
    assert together(cover(market("a", "Oldava Courier"), far)) == [["a"], ["b"]]


def test_copies_go_with_what_they_copy_and_change_no_group() -> None:
    first = market("a", "Oldava Courier")
    copies = [copy_of(first, name, name) for name in ("b", "c", "d")]
    (group,) = cover(first, *copies)
    assert together([group]) == [["a", "b", "c", "d"]]
    assert {one.nearest for one in group.reports[1:]} == {"report-a"}


def test_a_copy_of_a_report_that_is_not_there_stands_for_itself() -> None:
    lone = copy_of(market("a", "Oldava Courier"), "b", "Daily Post")
    assert together(cover(lone)) == [["b"]]


def test_copies_that_go_round_in_a_circle_end() -> None:
    one = market("a", "Oldava Courier")
    one.copy_of = "report-b"
    assert sum(len(group.reports) for group in cover(one, copy_of(one, "b"))) == 2


def test_a_digest_is_listed_with_each_happening_that_it_tells_of() -> None:
    far = telling(
        "b", "2027-03-04", "Krivets", "2027-03-04",
        "Rockets fired by the Western Corps hit a school in Krivets and killed two teachers", "Daily Post",
    )  # fmt: skip
    digest = Paper("digest", "2027-03-05", "Weekly Review")
    digest.says("Talks on salt and grain went on in the capital, where ministers and traders met again. " * 9)
    for town, words in (
        ("Oldava", "In Oldava a market was hit."),
        ("Krivets", "In Krivets a school was hit."),
    ):
        digest.says(words).attack(
            "shelling", perpetrator="Western Corps", where=[at(town)], when=on("2027-03-04")
        )
    found = cover(market("a", "Oldava Courier"), far, digest)
    assert together(found) == [["a"], ["b"], ["digest"]]
    passages = [one for group in found for one in group.reports if one.passage]
    assert [one.report for one in passages] == ["report-digest", "report-digest"]
    assert all(one.because.startswith("a passage tells of event-") for one in passages)


def test_groups_name_the_events_of_their_leads() -> None:
    paper = market("a", "Oldava Courier")
    grouped = group(claims_of([paper]), reports_of([paper]), PLACES, ACTORS)
    assert grouped.coverage[0].events == (grouped.events[0].id,)


def test_a_title_counts_where_the_text_says_little() -> None:
    title = "Brenik market in Oldava shelled, Dano Meliv dead"
    bare = [Report(f"report-{name}", name, name, "More soon.", title=title) for name in ("a", "b")]
    assert len(group([], bare, PLACES, ACTORS).coverage) == 1


def test_no_reports_give_no_groups() -> None:
    assert group([], [], [], []).coverage == []
    assert len(group([], [Report("report-a", "a", "a", "")], [], []).coverage) == 1
