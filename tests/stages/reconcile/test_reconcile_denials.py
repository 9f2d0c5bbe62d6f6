"""A denial is tied to what it denies: the people, the number, the happening; a part is not the whole."""

from literal_claims import Paper, actor, at, claims_of, on, place, reports_of, strands_of

from warmonitor.model import Claim, Dispute, Stance, When
from warmonitor.stages.group import group
from warmonitor.stages.reconcile import reconcile

PLACES = [place("Tarvo", (40.0, 20.0))]
ACTORS = [actor("army", "government"), actor("hospital"), actor("council")]
DAY = on("2031-03-02")
UNTOLD = When(on("2031-04-08").earliest, on("2031-04-14").latest)


def denials(*papers: Paper) -> list[Dispute]:
    reports, strands = reports_of(papers), strands_of(papers)
    made = group(claims_of(papers), reports, PLACES, ACTORS)
    found = reconcile(made.claims, made.events, reports, strands, PLACES, ACTORS).disputes
    return [one for one in found if one.kind == "denial"]


def shelled(name: str = "first", dated: str = "2031-03-02") -> Paper:
    paper = Paper(name, dated, f"Outlet {name}")
    paper.says("On 2 March a shell hit the mill of Tarvo.").attack("shelling", where=[at("Tarvo")], when=DAY)
    return paper


def killed(paper: Paper, count: int, of: str, by: str = "hospital") -> Claim:
    sentence = paper.says(f"There {count} {of} were killed, {by} said.")
    return sentence.toll(count, of, by=[by], where=[at("Tarvo")], when=DAY)


def denied(
    paper: Paper, of: str, count: int | tuple[int | None, int | None] = (2, None), when: When = DAY
) -> Claim:
    sentence = paper.says(f"The army denied that {of} were killed there.")
    return sentence.toll(count, of, by=["army"], where=[at("Tarvo")], when=when, stance=Stance.DENIED)


def test_the_denial_of_some_people_leaves_others_alone() -> None:
    paper = shelled()
    killed(paper, 30, "people")
    killed(paper, 9, "soldiers")
    children = killed(paper, 4, "children", "council")
    no = denied(paper, "civilians")
    (dispute,) = denials(paper)
    assert dispute.claims == tuple(sorted((children.id, no.id)))
    assert (dispute.denials, dispute.because) == ((no.id,), "told of the same place and time")


def test_where_only_the_whole_is_told_who_they_were_is_denied() -> None:
    paper = shelled()
    people = killed(paper, 30, "people")
    no = denied(paper, "civilians")
    (dispute,) = denials(paper)
    assert set(dispute.claims) == {people.id, no.id}
    assert dispute.because == "told of the same place and time; who they were is denied, not how many"


def test_the_denial_of_fighters_says_nothing_of_civilians() -> None:
    paper = shelled()
    killed(paper, 12, "civilians")
    denied(paper, "soldiers")
    assert denials(paper) == []


def test_a_denied_number_denies_that_number() -> None:
    paper = shelled()
    twelve, thirty = killed(paper, 12, "people"), killed(paper, 30, "people", "council")
    no = denied(paper, "people", 30)
    (dispute,) = denials(paper)
    assert set(dispute.claims) == {thirty.id, no.id}
    assert twelve.id not in dispute.claims


def test_a_denial_weeks_later_reaches_what_others_said_of_that_happening() -> None:
    first = shelled()
    women = killed(first, 5, "women")
    late = shelled("late", "2031-04-14")
    no = denied(late, "civilians", when=UNTOLD)
    (dispute,) = denials(first, late)
    assert set(dispute.claims) == {women.id, no.id}
    assert dispute.because == "told of the same happening"


def test_a_denial_far_from_any_happening_reaches_none() -> None:
    first = shelled()
    killed(first, 5, "women")
    late = Paper("late", "2031-04-14", "Outlet late")
    late.says("The army spoke of other things for a long time. " * 10)
    sentence = late.says("The army denied that civilians were killed.")
    sentence.toll((2, None), "civilians", by=["army"], when=UNTOLD, stance=Stance.DENIED)
    assert denials(first, late) == []
