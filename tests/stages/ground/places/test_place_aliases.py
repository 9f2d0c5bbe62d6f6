"""Other names that reports give to a place, in small reports of several wars."""

import pytest

from warmonitor.model import Claim, ClaimKind, Named, Place, Report, Span
from warmonitor.reference.gazetteer import Gazetteer, load_gazetteer
from warmonitor.stages.ground.places import ground_places


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def ground(gazetteer: Gazetteer, text: str, *phrases: str) -> tuple[list[Named], list[Place]]:
    claims, start = [], 0
    for number, phrase in enumerate(phrases):
        at = text.index(phrase, start)
        span = Span(at, at + len(phrase))
        start = span.end
        claims.append(Claim(f"c{number}", "r", ClaimKind.CONTROL, span, where=(Named(phrase, span),)))
    made, places = ground_places([Report("r", "r.txt", "", text)], claims, gazetteer)
    return [claim.where[0] for claim in made], places


@pytest.mark.parametrize(
    "told",
    [
        "Velmara, also known as Quistan, fell.",
        "Velmara, known to its people as Quistan, fell.",
        "Velmara, formerly Quistan, fell.",
        "Velmara (Quistan in Ruritanian) fell.",
        "Velmara (also called Quistan) fell.",
        "Velmara fell. The town, known to Ruritanians as Quistan, was burned.",
    ],
)
def test_another_name_is_the_same_place(gazetteer: Gazetteer, told: str) -> None:
    text = f"Sudan's army entered Velmara on Monday. {told} Rebels hold Quistan, they said."
    (first, second), places = ground(gazetteer, text, "Velmara", "Quistan, they"[:7])
    assert first.id == second.id
    assert [place.names_seen for place in places] == [("Quistan", "Velmara")]
    assert "another name" in places[0].because


def test_the_known_name_leads(gazetteer: Gazetteer) -> None:
    text = "Sudan's army entered Kassala (Quistan in Ruritanian). Rebels fled Quistan for El Fasher."
    _, places = ground(gazetteer, text, "Kassala", "Quistan")
    assert len(places) == 1
    assert places[0].gazetteer is not None


def test_brackets_alone_join_nothing(gazetteer: Gazetteer) -> None:
    text = "In Sudan, rebels entered Velmara (Quistan was spared). Rebels hold Quistan, they said."
    (first, second), _ = ground(gazetteer, text, "Velmara", "Quistan")
    assert first.id != second.id
