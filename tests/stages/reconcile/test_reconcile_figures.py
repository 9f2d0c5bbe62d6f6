"""Tolls are set side by side only where they count the same; each lands in one figure."""

from literal_claims import (
    Paper,
    Sentence,
    actor,
    at,
    between,
    claims_of,
    copy_of,
    on,
    place,
    reports_of,
    since,
    strands_of,
)

from warmonitor.model import Figure, Measure, PlacePrecision, When, WhenPrecision
from warmonitor.stages.group import group
from warmonitor.stages.reconcile import reconcile

PLACES = [
    place("Gaza Strip", (31.4, 34.4), PlacePrecision.PROVINCE),
    place("Rafah", (31.29, 34.25), inside="Gaza Strip"),
    place("Yemen", (15.5, 47.5), PlacePrecision.COUNTRY),
    place("Taiz", (13.58, 44.02)),
    place("Taiz Governorate", (13.5, 44.0), PlacePrecision.PROVINCE, inside="Yemen"),
    place("southern Taiz Governorate", None, PlacePrecision.NEAR, inside="Taiz Governorate"),
]
ACTORS = [actor("health ministry"), actor("UN"), actor("rights group")]


def figures(*papers: Paper) -> list[Figure]:
    reports, strands = reports_of(papers), strands_of(papers)
    made = group(claims_of(papers), reports, PLACES, ACTORS)
    return list(reconcile(made.claims, made.events, reports, strands, PLACES, ACTORS).figures)


def told(name: str, dated: str = "2015-08-20") -> Sentence:
    return Paper(name, dated, f"Outlet {name}").says(f"Report {name} gives a count of those who died.")


def home(found: list[Figure], claim: str) -> Figure:
    (figure,) = [one for one in found if claim in one.claims]
    return figure


def test_one_campaign_with_and_without_a_place_is_compared() -> None:
    one, two, three = told("a"), told("b"), told("c")
    a = one.toll(
        (None, 500), "civilians", about=True, when=since("2015-04-01", "2015-08-20"), by=["rights group"]
    )
    b = two.toll((200, 999), "civilian", about=True, when=since("2015-04-30", "2015-08-20"),
                 where=[at("Taiz Governorate")])  # fmt: skip
    c = three.toll(880, "civilians", when=since("2015-04-21", "2015-08-19"),
                   where=[at("southern Taiz Governorate", "near")])  # fmt: skip
    (figure,) = figures(one.paper, two.paper, three.paper)
    assert set(figure.claims) == {a.id, b.id, c.id}
    assert (figure.low, figure.high, figure.median) == (200, 999, 599.5)
    assert figure.origins == ("Outlet b", "Outlet c", "rights group")


def test_other_people_are_kept_apart_with_the_reason() -> None:
    sentence = told("a")
    people = sentence.toll((2000, None), "people", when=since("2015-04-01", "2015-08-20"))
    civilians = sentence.toll(500, "civilians", when=since("2015-04-01", "2015-08-20"), part_of=people)
    other = told("b")
    rest = other.toll(600, "civilians", when=since("2015-04-01", "2015-08-20"))
    found = figures(sentence.paper, other.paper)
    assert set(home(found, civilians.id).claims) == {civilians.id, rest.id}
    whole = home(found, people.id)
    assert [(apart.claim, apart.because) for apart in whole.apart] == [
        (civilians.id, "a part of another: civilians among people"),
        (rest.id, "other people counted: civilians"),
    ]


def test_the_whole_war_is_not_its_last_offensive() -> None:
    war, offensive = told("a"), told("b")
    long = war.toll((370_000, None), "people", when=since("2011-01-01", "2015-08-20"), where=[at("Yemen")])
    short = offensive.toll((2000, None), "people", when=since("2015-04-30", "2015-08-20"))
    found = figures(war.paper, offensive.paper)
    assert home(found, long.id) != home(found, short.id)
    assert home(found, short.id).apart[0].because.startswith("other period: from 2011-01-01")


def test_one_day_is_not_months() -> None:
    day, months = told("a"), told("b")
    one = day.toll(21, "fighters", when=on("2015-08-19"))
    two = months.toll(2000, "fighters", when=since("2015-04-01", "2015-08-20"))
    found = figures(day.paper, months.paper)
    assert home(found, one.id) != home(found, two.id)


def test_those_who_came_before_are_not_those_who_fled() -> None:
    arrived, fled = told("a"), told("b")
    before = When(None, on("2015-04-30").latest, "before the offensive", WhenPrecision.SPAN)
    one = arrived.toll(700_000, "people", Measure.DISPLACED, where=[at("Taiz")], when=before)
    two = fled.toll((500_000, None), "people", Measure.DISPLACED, where=[at("Taiz Governorate")])
    found = figures(arrived.paper, fled.paper)
    assert home(found, one.id) != home(found, two.id)


def test_a_count_with_no_stated_time_joins_the_one_period_it_can_mean() -> None:
    open_, dated = told("a"), told("b")
    open_.toll((500_000, None), "people", Measure.DISPLACED, where=[at("Taiz Governorate")])
    dated.toll((450_000, 500_000), "people", Measure.DISPLACED, when=since("2015-04-30", "2015-08-20"))
    (figure,) = figures(open_.paper, dated.paper)
    assert (figure.low, figure.high) == (450_000, 500_000)
    assert len(figure.claims) == 2


def test_a_count_with_no_stated_time_stays_alone_where_two_periods_fit() -> None:
    open_, spring, summer = told("a"), told("b"), told("c")
    alone = open_.toll(1000, "people")
    spring.toll(1500, "people", when=since("2015-01-20", "2015-08-20"))
    summer.toll(800, "people", when=since("2015-06-20", "2015-08-20"))
    assert home(figures(open_.paper, spring.paper, summer.paper), alone.id).claims == (alone.id,)


def test_a_running_toll_of_one_origin_is_one_figure_with_its_history() -> None:
    before, after = told("a", "2023-11-10"), told("b", "2023-11-20")
    old = before.toll(11_078, "people", by=["health ministry"], when=since("2023-10-07", "2023-11-10"))
    new = after.toll(13_300, "people", by=["health ministry"], when=since("2023-10-07", "2023-11-14"))
    (figure,) = figures(before.paper, after.paper)
    assert (figure.low, figure.high, figure.median) == (13_300, 13_300, 13_300.0)
    (row,) = figure.history
    assert row.origin == "health ministry"
    assert [(count.claim, count.mark) for count in row.counts] == [(old.id, "first"), (new.id, "raised")]
    assert row.stands == (new.id,)


def test_tolls_of_one_strike_are_compared_and_of_two_are_not() -> None:
    papers = []
    claims = []
    for name, when, count in (("a", "2024-05-26", 45), ("b", "2024-05-26", 50), ("c", "2024-05-28", 21)):
        sentence = told(name, "2024-05-29")
        sentence.attack(where=[at("Rafah")], when=on(when))
        claims.append(sentence.toll(count, "people", when=on(when)))
        papers.append(sentence.paper)
    found = figures(*papers)
    assert set(home(found, claims[0].id).claims) == {claims[0].id, claims[1].id}
    assert home(found, claims[2].id).claims == (claims[2].id,)


def test_every_toll_lands_in_exactly_one_figure() -> None:
    sentence = told("a")
    for count, of in ((1, "girl"), (3, "civilians"), (40, "people"), (12, "soldiers")):
        sentence.toll(count, of)
        sentence.toll(count + 50, of, when=between("2015-01-01", "2015-06-01"))
    found = figures(sentence.paper)
    landed = [claim for figure in found for claim in figure.claims]
    assert sorted(landed) == sorted({claim.id for claim in sentence.paper.claims})


def test_copies_change_neither_bounds_nor_median_nor_origins() -> None:
    one, two = told("a"), told("b")
    one.toll(100, "civilians", when=since("2015-04-01", "2015-08-20"))
    two.toll(300, "civilians", when=since("2015-04-01", "2015-08-20"))
    (alone,) = figures(one.paper, two.paper)
    copies = [copy_of(two.paper, f"copy{number}") for number in range(5)]
    (copied,) = figures(one.paper, two.paper, *copies)
    assert (copied.low, copied.high, copied.median, copied.origins) == (
        alone.low,
        alone.high,
        alone.median,
        alone.origins,
    )
    assert len(copied.claims) == 7


def test_bounds_that_nobody_gives_stay_open() -> None:
    sentence = told("a")
    sentence.toll((100, None), "children", when=since("2015-04-01", "2015-08-20"))
    (figure,) = figures(sentence.paper)
    assert (figure.low, figure.high, figure.median) == (100, None, 100.0)


def test_one_speaker_who_gives_two_numbers_in_a_report_counts_two_things() -> None:
    sentence = told("a")
    sentence.attack(where=[at("Rafah")], when=on("2015-08-18"))
    one = sentence.toll(1, "woman", when=on("2015-08-18"))
    six = sentence.toll(6, "women", when=on("2015-08-18"))
    found = figures(sentence.paper)
    assert home(found, one.id) != home(found, six.id)


def test_one_number_of_one_speaker_for_one_day_is_one_count_wherever_it_is_told() -> None:
    near, open_ = told("a"), told("b")
    near.attack(where=[at("Rafah")], when=on("2015-08-18"))
    near.toll(3, "civilians", when=on("2015-08-18"), by=["UN"])
    open_.toll(3, "civilians", when=on("2015-08-18"), by=["UN"])
    (figure,) = figures(near.paper, open_.paper)
    assert figure.origins == ("UN",)


def test_those_displaced_among_a_population_are_no_flow() -> None:
    paper = Paper("a", "2015-08-20", "Outlet a")
    sentence = paper.says("Taiz was home to a million people, 700,000 of them displaced, UN said.")
    sentence.toll(1_000_000, "people", Measure.POPULATION, by=["UN"], where=[at("Taiz")])
    stock = sentence.toll(700_000, "people", Measure.DISPLACED, by=["UN"])
    fled = told("b")
    fled.toll(500_000, "people", Measure.DISPLACED, when=since("2015-04-30", "2015-08-20"))
    assert home(figures(paper, fled.paper), stock.id).claims == (stock.id,)
