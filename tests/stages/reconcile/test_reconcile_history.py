"""What one origin says one after the other is an update with a history; only what stands is compared."""

from dataclasses import replace

import pytest
from literal_claims import Paper, actor, at, claims_of, copy_of, on, place, reports_of, since, strands_of

from warmonitor.model import ActorKind, Claim, Dispute, Figure, Mark, Scope, Toll
from warmonitor.stages.group import group
from warmonitor.stages.reconcile import reconcile

PLACES = [place("Tarvo", (40.0, 20.0))]
ACTORS = [
    actor("hospital"),
    actor("ministry"),
    actor("northern army", kind=ActorKind.STATE_FORCES, country="NN"),
    actor("southern army", kind=ActorKind.STATE_FORCES, country="SS"),
]
DAYS = ("2031-03-02", "2031-03-04", "2031-03-09", "2031-04-20")


def made(*papers: Paper) -> tuple[list[Figure], list[Dispute]]:
    reports, strands = reports_of(papers), strands_of(papers)
    grouped = group(claims_of(papers), reports, PLACES, ACTORS)
    result = reconcile(grouped.claims, grouped.events, reports, strands, PLACES, ACTORS)
    return list(result.figures), [one for one in result.disputes if one.kind == "figure"]


def strike(
    name: str, dated: str, count: int | tuple[int | None, int | None], by: str, words: str = ""
) -> Paper:
    paper = Paper(name, dated, f"Outlet {name}")
    sentence = paper.says(
        f"On 2 March a shell hit the mill of Tarvo and people died, {by} said. {words}".strip()
    )
    sentence.attack("shelling", where=[at("Tarvo")], when=on(DAYS[0]), words="a shell hit the mill of Tarvo")
    sentence.toll(count, "people", by=[by], where=[at("Tarvo")], when=on(DAYS[0]), words="people died")
    return paper


def marks(figure: Figure, origin: str) -> list[Mark]:
    (row,) = [one for one in figure.history if one.origin == origin]
    return [count.mark for count in row.counts]


def test_the_latest_count_of_an_origin_stands_and_the_older_are_history() -> None:
    papers = [
        strike(f"p{day}", day, count, "hospital") for day, count in zip(DAYS, (5, 9, 9, 8), strict=True)
    ]
    (figure,), disputes = made(*reversed(papers))
    assert marks(figure, "hospital") == [Mark.FIRST, Mark.RAISED, Mark.REPEATED, Mark.LOWERED]
    assert (figure.low, figure.high, disputes) == (8, 8, [])


@pytest.mark.parametrize(
    ("first", "later", "mark"),
    [
        (9, (7, None), Mark.REPEATED),
        ((7, None), 9, Mark.RAISED),
        ((24, 99), 31, Mark.RAISED),
        (31, (24, 99), Mark.REPEATED),
        ((7, None), (6, None), Mark.REPEATED),
    ],
)
def test_vaguer_words_for_what_stands_change_nothing(
    first: int | tuple[int | None, int | None], later: int | tuple[int | None, int | None], mark: Mark
) -> None:
    (figure,), _ = made(strike("a", DAYS[0], first, "hospital"), strike("b", DAYS[1], later, "hospital"))
    assert marks(figure, "hospital")[1] is mark


def test_a_count_taken_back_is_corrected() -> None:
    one, two = strike("a", DAYS[0], 19, "hospital"), Paper("b", DAYS[1], "Outlet b")
    text = "It had mistakenly counted the wounded: 9 died when a shell hit the mill of Tarvo, hospital said."
    sentence = two.says(text)
    sentence.attack("shelling", where=[at("Tarvo")], when=on(DAYS[0]), words="a shell hit the mill of Tarvo")
    sentence.toll(9, "people", by=["hospital"], where=[at("Tarvo")], when=on(DAYS[0]), words="9 died")
    (figure,), _ = made(one, two)
    assert marks(figure, "hospital") == [Mark.FIRST, Mark.CORRECTED]


def test_an_older_count_told_again_later_does_not_come_back() -> None:
    papers = [strike("a", DAYS[0], 5, "hospital"), strike("b", DAYS[1], 9, "hospital")]
    late = strike("c", DAYS[2], 5, "hospital")
    (figure,), disputes = made(*papers, late, strike("d", DAYS[1], 9, "ministry"))
    assert marks(figure, "hospital") == [Mark.FIRST, Mark.RAISED, Mark.REPEATED]
    assert (figure.low, figure.high, disputes) == (9, 9, [])


def test_two_origins_dispute_only_what_each_says_last() -> None:
    papers = [strike("a", DAYS[0], 5, "hospital"), strike("b", DAYS[1], 9, "hospital")]
    rival = strike("c", DAYS[1], 14, "ministry")
    _, (dispute,) = made(*papers, rival)
    tolls = {paper.name: paper.claims[1].id for paper in (*papers, rival)}
    assert set(dispute.claims) == {tolls["b"], tolls["c"]}


def test_a_copy_with_an_older_state_brings_no_rival() -> None:
    first, second = strike("a", DAYS[0], 5, "hospital"), strike("b", DAYS[1], 9, "hospital")
    late = copy_of(first, "late", "Junk")
    late.dated = DAYS[3]
    (figure,), disputes = made(first, second, late)
    assert (figure.low, figure.high, disputes) == (9, 9, [])
    assert len(figure.claims) == 3


def test_rivals_of_a_running_toll_are_those_up_to_one_day() -> None:
    papers = []
    for name, by, day, count in (
        ("a", "hospital", "2031-02-10", 20),
        ("b", "hospital", "2031-03-10", 40),
        ("c", "ministry", "2031-03-10", 90),
        ("d", "hospital", "2031-05-10", 80),
    ):
        paper = Paper(name, day, f"Outlet {name}")
        paper.says(f"So many have died since January, {by} said.").toll(
            count, "civilians", by=[by], when=since("2031-01-01", day)
        )
        papers.append(paper)
    (figure,), (dispute,) = made(*papers)
    assert set(dispute.claims) == {papers[1].claims[0].id, papers[2].claims[0].id}
    assert (figure.low, figure.high) == (80, 80)
    assert marks(figure, "hospital") == [Mark.FIRST, Mark.RAISED, Mark.RAISED]


def test_two_states_that_count_soldiers_count_their_own() -> None:
    papers = []
    for name, by, count in (("a", "northern army", 2), ("b", "southern army", 7)):
        paper = strike(name, DAYS[0], 1, "hospital")
        sentence = paper.says(f"Some soldiers were killed too, {by} said.")
        sentence.toll(count, "soldiers", by=[by], where=[at("Tarvo")], when=on(DAYS[0]))
        papers.append(paper)
    found, disputes = made(*papers)
    assert [one.claims for one in found if one.of == "soldiers" and len(one.claims) > 1] == []
    assert disputes == []


def test_a_count_that_its_text_calls_older_never_stands() -> None:
    paper = strike("a", DAYS[1], 9, "hospital")
    sentence = paper.says("It had first spoken of 14 dead, hospital said.")
    older = sentence.toll(14, "people", by=["hospital"], where=[at("Tarvo")], when=on(DAYS[0]))
    assert isinstance(older.detail, Toll)
    paper.claims[-1] = replace(older, detail=replace(older.detail, scope=Scope.REPLACED))
    (figure,), _ = made(paper)
    assert (figure.low, figure.high, len(figure.claims)) == (9, 9, 2)


def running(name: str, dated: str, count: int, by: str, cue: str) -> list[Claim]:
    paper = Paper(name, dated, f"Outlet {name}")
    days = since("2031-01-10", dated) if name == "a" else on(dated)
    paper.says(f"Guards died, {by} told of {name}.").toll(
        count, "guards", by=[by], when=days, words="Guards died"
    )
    return [
        replace(claim, attribution=tuple(replace(link, cue=cue) for link in claim.attribution))
        for claim in paper.claims
    ]


@pytest.mark.parametrize(
    ("by", "cue", "days", "told"),
    [
        ("hospital", "lower", "2031-03-20", 2),
        ("ministry", "lower", "2031-03-20", 1),
        ("hospital", "say", "2031-03-20", 1),
        ("hospital", "lower", "2031-09-20", 1),
    ],
)
def test_a_count_that_replaces_another_joins_it(by: str, cue: str, days: str, told: int) -> None:
    claims = [*running("a", "2031-03-02", 90, "hospital", "say"), *running("b", days, 60, by, cue)]
    papers = [Paper("a", "2031-03-02", "Outlet a"), Paper("b", days, "Outlet b")]
    for paper in papers:
        paper.says("Guards died.")
    found = reconcile(claims, [], reports_of(papers), strands_of(papers), PLACES, ACTORS).figures
    assert max(len(row.counts) for figure in found for row in figure.history) == told
