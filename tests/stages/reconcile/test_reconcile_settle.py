"""Range, median, majority and latest stand side by side, one value an origin."""

import pytest
from literal_claims import Paper, actor, at, claims_of, copy_of, on, place, reports_of, strands_of

from warmonitor.model import Figure, Rule
from warmonitor.stages.group import group
from warmonitor.stages.reconcile import reconcile

PLACES = [place("Tarvo", (40.0, 20.0))]
WHO = ("hospital", "ministry", "monitor", "council")
ACTORS = [actor(name) for name in WHO]
Given = int | tuple[int | None, int | None]


def papers(*counts: Given) -> list[Paper]:
    made = []
    for number, (who, count) in enumerate(zip(WHO, counts, strict=False)):
        paper = Paper(f"p{number}", f"2031-03-0{number + 2}", f"Outlet {number}")
        sentence = paper.says(f"A shell hit the mill of Tarvo and people died, {who} said.")
        sentence.attack("shelling", where=[at("Tarvo")], when=on("2031-03-02"), words="A shell hit the mill")
        sentence.toll(
            count, "people", by=[who], where=[at("Tarvo")], when=on("2031-03-02"), words="people died"
        )
        made.append(paper)
    return made


def figure(told: list[Paper]) -> Figure:
    reports, strands = reports_of(told), strands_of(told)
    grouped = group(claims_of(told), reports, PLACES, ACTORS)
    (found,) = reconcile(grouped.claims, grouped.events, reports, strands, PLACES, ACTORS).figures
    return found


@pytest.mark.parametrize(
    ("counts", "majority"),
    [
        ((12, 12, 15), (12, 12)),
        ((12, 15), None),
        ((12, 12, 15, 15), None),
        (((12, None), 15), (15, 15)),
        (((12, None), 12, 15), None),
        (((12, None), (10, None)), (12, None)),
        (((None, 20), 15, 30), (15, 15)),
        (((10, 15), (12, 20)), (12, 15)),
        ((12,), None),
    ],
)
def test_the_majority_is_what_most_origins_agree_on(
    counts: tuple[Given, ...], majority: tuple[int, int | None] | None
) -> None:
    got = figure(papers(*counts)).majority
    assert (got and (got.low, got.high)) == majority


def test_every_rule_says_what_it_gives_and_whose_it_is() -> None:
    made = figure(papers(12, (14, None), 20))
    assert made.rule is Rule.RANGE
    given = {one.rule: (one.low, one.high, one.origins) for one in made.rules}
    assert given == {
        Rule.RANGE: (12, 20, ("hospital", "ministry", "monitor")),
        Rule.MEDIAN: (14.0, 14.0, ("hospital", "ministry", "monitor")),
        Rule.MAJORITY: (20, 20, ("ministry", "monitor")),
        Rule.LATEST: (20, 20, ("monitor",)),
    }


def test_copies_weigh_nowhere() -> None:
    told = papers(12, 15, 15)
    copies = [copy_of(told[0], f"copy{number}", f"Junk {number}") for number in range(9)]
    assert figure([*told, *copies]).rules == figure(told).rules
