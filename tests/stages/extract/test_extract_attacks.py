"""Uses of force: of which sort, by whom, against whom, where."""

import pytest
from extract_texts import attacks, only, places

from warmonitor.model import Attack, ClaimKind

SHELLING = "Shelling/artillery/missile attack"
AIR = "Air/drone strike"
MINE = "Remote explosive/landmine/IED"


@pytest.mark.parametrize(
    ("text", "sort", "perpetrator", "target"),
    [
        ("A Saudi air strike hit a hospital in Saada.", AIR, "Saudi", "a hospital in Saada"),
        ("Israeli jets bombed a warehouse in Damascus.", AIR, "Israeli jets", "a warehouse in Damascus"),
        ("A drone strike targeted a convoy near Sebha.", AIR, None, "a convoy near Sebha"),
        ("The hospital in Makeni was hit by an air strike.", AIR, None, "The hospital in Makeni"),
        (
            "The town of Hasakah was bombed by Turkish warplanes on Sunday.",
            AIR,
            "Turkish warplanes",
            "The town of Hasakah",
        ),
        ("Barrel bombs were dropped on Daraya by the regime.", AIR, "the regime", None),
        ("Artillery shelled the village of Avdiivka.", SHELLING, "Artillery", "the village of Avdiivka"),
        ("Rockets hit the city of Ashkelon.", SHELLING, None, "the city of Ashkelon"),
        ("Government shelling of the town of Douma continued.", SHELLING, "Government", None),
        ("The insurgents fired mortars at the village of Nyala.", SHELLING, "The insurgents", None),
        ("A suicide bomber attacked a mosque in Peshawar.", "Suicide bomb", None, "a mosque in Peshawar"),
        ("A car bomb exploded in Mogadishu.", MINE, None, None),
        ("A roadside bomb killed three soldiers near Ghazni.", MINE, None, None),
        ("Rebels ambushed an army convoy near Pibor.", "Armed clash", "Rebels", "an army convoy near Pibor"),
        ("Clashes broke out in Malakal.", "Armed clash", None, None),
        (
            "Gunmen kidnapped 30 students in Kaduna.",
            "Abduction/forced disappearance",
            "Gunmen",
            "30 students",
        ),
        ("Fighters torched houses in Abyei.", "Looting/property destruction", "Fighters", "houses"),
        ("The army killed 15 insurgents in Palma.", "Armed clash", "The army", "15 insurgents"),
    ],
)
def test_an_attack_with_its_parties(
    text: str, sort: str, perpetrator: str | None, target: str | None
) -> None:
    assert attacks(text) == [(sort, perpetrator, target)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A Saudi air strike hit a hospital in Saada.", "Saada"),
        ("Barrel bombs were dropped on Daraya by the regime.", "Daraya"),
        ("Government shelling of the town of Douma continued.", "the town of Douma"),
        ("Clashes broke out in Malakal.", "Malakal"),
        ("An air raid on a market in Idlib killed 20 people.", "Idlib"),
    ],
)
def test_where_it_struck(text: str, place: str) -> None:
    assert places(only(text, ClaimKind.ATTACK)) == [place]


def test_the_type_is_that_of_its_sub_type() -> None:
    detail = only("A car bomb exploded in Mogadishu.", ClaimKind.ATTACK).detail
    assert isinstance(detail, Attack)
    assert (detail.type, detail.weapon) == ("Explosions/Remote violence", "A car bomb")


@pytest.mark.parametrize(
    "text",
    [
        "The army did not bomb Zinjibar.",
        "The army has never shelled Zinjibar.",
        "The 2014 attack wounded nobody.",
        "Prices fell in Aden.",
        "The minister travelled to Geneva.",
    ],
)
def test_what_is_no_attack(text: str) -> None:
    assert attacks(text) == []


def test_two_clauses_are_two_claims() -> None:
    text = "Before the rebels captured Bor, the army bombed the town of Torit."
    assert attacks(text) == [(AIR, "the army", "the town of Torit")]
    assert places(only(text, ClaimKind.CONTROL)) == ["Bor"]
