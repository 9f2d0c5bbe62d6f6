"""Happenings without force become events; who took unnamed ground decides whose it is."""

import pytest
from literal_claims import Paper, actor, at, claims_of, day, on, place, reports_of

from warmonitor.model import ActorKind, Attack, Claim, ClaimKind, Event, Named, Span, When
from warmonitor.stages.group import group

PLACES = [place("Lunde", (10.0, 10.0)), place("Osk", (12.0, 12.0))]
ACTORS = [
    actor("Army", "government", kind=ActorKind.STATE_FORCES),
    actor("Front", "opposition", kind=ActorKind.REBEL_GROUP),
]
OVERTAKEN = ("Battles", "Non-state actor overtakes territory")


def happened(
    paper: Paper, sentence: str, detail: Attack, where: str | None = None, when: When | None = None
) -> None:
    told = paper.says(sentence)
    places = [at(where)] if where else []
    told._claim(ClaimKind.EVENT, detail, {"where": places, "when": when or on(paper.dated)})


def events(*papers: Paper) -> list[Event]:
    claims: list[Claim] = claims_of(papers)
    return group(claims, reports_of(papers), PLACES, ACTORS).events


def test_a_demonstration_has_the_sub_type_that_ranks_first() -> None:
    paper = Paper("a", "2024-03-05")
    happened(paper, "Students marched in Lunde.", Attack("Protests", "Peaceful protest"), "Lunde")
    happened(paper, "Police fired tear gas.", Attack("Protests", "Protest with intervention"))
    (event,) = events(paper)
    assert (event.type, event.sub_type) == ("Protests", "Protest with intervention")
    assert len(event.claims) == 2


def test_demonstrations_in_two_towns_are_two() -> None:
    paper = Paper("a", "2024-03-05")
    happened(paper, "Students marched in Lunde.", Attack("Protests", "Peaceful protest"), "Lunde")
    happened(paper, "Miners marched in Osk.", Attack("Protests", "Peaceful protest"), "Osk")
    assert len(events(paper)) == 2


def test_two_reports_of_one_day_and_place_tell_of_one() -> None:
    first, second = Paper("a", "2024-03-05"), Paper("b", "2024-03-05")
    happened(first, "Students marched in Lunde.", Attack("Protests", "Peaceful protest"), "Lunde")
    happened(second, "A march was held in Lunde.", Attack("Protests", "Peaceful protest"), "Lunde")
    assert len(events(first, second)) == 1


@pytest.mark.parametrize(
    ("party", "sub_type"),
    [
        (Named("the Army", Span(0, 0), "Army", "actor-Army"), "Government regains territory"),
        (Named("the Front", Span(0, 0), "Front", "actor-Front"), "Non-state actor overtakes territory"),
        (Named("Torrani government troops", Span(0, 0)), "Government regains territory"),
        (Named("armed rebels", Span(0, 0)), "Non-state actor overtakes territory"),
    ],
)
def test_who_takes_unnamed_ground_gives_the_sub_type(party: Named, sub_type: str) -> None:
    paper = Paper("a", "2024-03-05")
    happened(paper, "They captured four villages.", Attack(*OVERTAKEN, party))
    (event,) = events(paper)
    assert (event.sub_type, event.place) == (sub_type, None)


def test_ground_taken_without_a_fight_is_transferred() -> None:
    paper = Paper("a", "2024-03-05")
    happened(paper, "They took four villages without a fight.", Attack(*OVERTAKEN))
    (event,) = events(paper)
    assert (event.type, event.sub_type) == ("Strategic developments", "Non-violent transfer of territory")
    assert event.when.earliest == day("2024-03-05")
