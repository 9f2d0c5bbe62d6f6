"""Happenings without a use of force: of which of ACLED's sub-types, who acts, on whom or what."""

import pytest
from extract_texts import attacks, of_kind, words

from warmonitor.model import Attack, ClaimKind, Modality

PEACEFUL = "Peaceful protest"
STOPPED = "Protest with intervention"
DEADLY = "Excessive force against protesters"
VIOLENT = "Violent demonstration"
FOUND = "Disrupted weapons use"
CHANGE = "Change to group/activity"


def happenings(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Rows of sub-type, who acts, on what."""
    details = [claim.detail for claim in of_kind(text, ClaimKind.EVENT)]
    return [
        (one.sub_type, words(one.perpetrator), words(one.target))
        for one in details
        if isinstance(one, Attack)
    ]


@pytest.mark.parametrize(
    ("text", "sub_type"),
    [
        ("Hundreds of nurses marched through Halden to demand back pay.", PEACEFUL),
        ("Students staged a sit-in outside the ministry on Tuesday.", PEACEFUL),
        ("Thousands took to the streets of Lunde to call for elections.", PEACEFUL),
        ("Women carrying placards marched to the governor's office.", PEACEFUL),
        ("Police used tear gas to disperse demonstrators in Halden.", STOPPED),
        ("Officers detained 40 people at a rally in Lunde.", STOPPED),
        ("Riot police fired water cannon at students who were marching on the palace.", STOPPED),
        ("Soldiers opened fire on demonstrators in Halden, killing three.", DEADLY),
        ("Two protesters were shot dead by police during a march in Lunde.", DEADLY),
        ("Demonstrators threw stones at police and set fire to tyres in Halden.", VIOLENT),
        ("Protesters clashed with riot police outside the parliament.", VIOLENT),
        ("A protest over prices turned violent in Belmark on Friday.", VIOLENT),
        ("Protesters blocked the main road in Osk.", VIOLENT),
    ],
)
def test_how_a_demonstration_goes_is_its_sub_type(text: str, sub_type: str) -> None:
    assert [sort for sort, _, _ in happenings(text) if sort != "Arrests"] == [sub_type]
    assert attacks(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Sappers defused a bomb found in Halden.", (FOUND, None, "a bomb")),
        ("Police seized rifles and ammunition in Osk.", (FOUND, "Police", "rifles and ammunition")),
        ("Soldiers destroyed 40 mines near Osk.", (FOUND, "Soldiers", "40 mines")),
        ("Security forces foiled a plot in Halden.", (FOUND, "Security forces", "a plot in Halden")),
        (
            "The army set up a new base near Osk.",
            ("Headquarters or base established", "The army", "a new base near Osk"),
        ),
        ("Sixty fighters surrendered in Belmark.", ("Agreement", "Sixty fighters", None)),
        ("The rebels released 12 prisoners.", ("Agreement", "The rebels", "12 prisoners")),
        ("Twenty soldiers defected to the rebels.", (CHANGE, "Twenty soldiers", None)),
        (
            "The army deployed hundreds of troops to the border.",
            (CHANGE, "The army", "hundreds of troops"),
        ),
        ("Three militias formed a new front.", (CHANGE, "Three militias", "a new front")),
        ("Police arrested a rebel commander in Lunde.", ("Arrests", "Police", "a rebel commander")),
        ("A mass grave was found near Osk.", ("Other", None, None)),
    ],
)
def test_who_does_what_to_what(text: str, row: tuple[str, str | None, str | None]) -> None:
    (found,) = happenings(text)
    assert found[0] == row[0]
    assert row[1] is None or found[1] == row[1]
    assert row[2] is None or (found[2] or "").startswith(row[2].split(" in ")[0].split(" near ")[0])


@pytest.mark.parametrize(
    "text",
    [
        "Police set up a camp for refugees near Osk.",
        "The minister resigned in protest.",
        "Shares rallied in Lunde.",
        "The two firms signed a trade agreement.",
        "Police did not arrest the editor.",
        "Customs officers seized two tonnes of cocaine at the port.",
    ],
)
def test_what_is_no_happening(text: str) -> None:
    assert happenings(text) == []


def test_an_arrest_for_a_protest_is_no_protest() -> None:
    text = "Police arrested an activist over a protest that she had organised last year."
    assert [sort for sort, _, _ in happenings(text)] == ["Arrests"]


def test_property_destroyed_is_told_as_an_attack() -> None:
    (found,) = attacks("Soldiers looted shops in Halden.")
    assert found == ("Looting/property destruction", "Soldiers", "shops")
    assert happenings("Soldiers looted shops in Halden.") == []


def test_a_weapon_that_was_stopped_hit_nothing() -> None:
    text = "A missile fired at the capital was intercepted."
    assert [sort for sort, _, _ in happenings(text)] == [FOUND]
    assert attacks(text) == []


def test_what_is_planned_is_kept_as_planned() -> None:
    (claim,) = of_kind("The army will deploy troops to the border.", ClaimKind.EVENT)
    assert claim.modality is Modality.PLANNED
