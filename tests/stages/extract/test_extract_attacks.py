"""Uses of force: of which sort, by whom, against whom, where."""

import pytest
from extract_texts import attacks, only, places

from warmonitor.model import Attack, ClaimKind, Modality, Stance

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


@pytest.mark.parametrize(
    ("text", "target", "place"),
    [
        ("A drone strike on the market of Dorsa killed 14 people.", "the market of Dorsa", "Dorsa"),
        ("The bombing of Harun market lasted an hour.", "Harun market", "Harun market"),
        (
            "The strike on the Bela detention centre killed nine.",
            "the Bela detention centre",
            "the Bela detention centre",
        ),
        ("The attack on the centre of Melu killed three.", None, "the centre of Melu"),
    ],
)
def test_premises_struck_are_the_target_and_tell_the_place(text: str, target: str | None, place: str) -> None:
    claim = only(text, ClaimKind.ATTACK)
    assert attacks(text)[0][2] == target
    assert places(claim) == [place]


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


@pytest.mark.parametrize(
    ("text", "perpetrator", "target"),
    [
        (
            "Clashes between the Torrani army and Vesk rebels erupted near Halden.",
            "the Torrani army",
            "Vesk rebels",
        ),
        ("Heavy fighting between the army and rebels was reported in Osk.", "the army", "rebels"),
        ("Fighting between troops and the Northern Front killed 12 people.", "troops", "the Northern Front"),
        ("Heavy clashes broke out between the two sides on Monday.", "the two sides", None),
        ("The army clashed with insurgents in Belo on Friday.", "The army", "insurgents in Belo"),
    ],
)
def test_both_sides_of_a_fight_are_its_parties(text: str, perpetrator: str, target: str | None) -> None:
    assert attacks(text) == [("Armed clash", perpetrator, target)]


def test_fighting_that_erupted_is_told_though_nobody_is_named() -> None:
    assert attacks("Heavy fighting erupted in Maresh on Tuesday.") == [("Armed clash", None, None)]


@pytest.mark.parametrize(
    ("text", "sort", "perpetrator", "target"),
    [
        ("Gunmen opened fire on a bus in Tavra.", "Attack", "Gunmen", "a bus in Tavra"),
        ("Gunmen killed three soldiers in Tavra.", "Armed clash", "Gunmen", "three soldiers"),
        ("The army killed six farmers in Tavra.", "Attack", "The army", "six farmers"),
        (
            "Helicopters dropped barrel bombs filled with chlorine on Osk.",
            "Chemical weapon",
            "Helicopters",
            None,
        ),
        ("Fighter jets fired missiles at a depot in Osk.", AIR, "Fighter jets", "a depot in Osk"),
        ("A drone attack set an oil terminal on fire.", AIR, None, "an oil terminal"),
        ("A military helicopter was shot down near Osk.", "Armed clash", None, "A military helicopter"),
        ("A woman detonated explosives strapped to her body.", "Suicide bomb", None, None),
        ("An angry mob lynched a man.", "Mob violence", "An angry mob", "a man"),
        ("The patrol stepped on a landmine near Osk.", MINE, None, "The patrol"),
    ],
)
def test_means_doer_and_target_give_the_sub_type(
    text: str, sort: str, perpetrator: str | None, target: str | None
) -> None:
    assert attacks(text) == [(sort, perpetrator, target)]


def test_an_accusation_is_an_alleged_attack_of_the_accused() -> None:
    claim = only("The opposition accused the army of shelling the market in Halden.", ClaimKind.ATTACK)
    assert (claim.stance, [a.speaker.said for a in claim.attribution]) == (Stance.ALLEGED, ["The opposition"])
    assert attacks("The opposition accused the army of shelling the market in Halden.") == [
        (SHELLING, "the army", "the market")
    ]
    assert attacks("Officials blamed the Vesk Brigade for the killing of 150 villagers.") == [
        ("Attack", "the Vesk Brigade", "150 villagers")
    ]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The army plans an offensive on Ostra.", Modality.PLANNED),
        ("The rebels threatened attacks on tourists.", Modality.PLANNED),
        ("Residents fear an assault on Ostra.", Modality.POSSIBLE),
    ],
)
def test_what_is_meant_or_feared_is_no_fact(text: str, modality: Modality) -> None:
    assert only(text, ClaimKind.ATTACK).modality is modality


@pytest.mark.parametrize(
    "text",
    [
        "A strong earthquake hit the village of Osk.",
        "The ministry targeted the firm with sanctions.",
        "The company was hit by a wave of resignations.",
        "A boiler exploded at a factory in Osk.",
        "A gas explosion destroyed a restaurant in Halden.",
        "Teachers began a general strike in Osk on Monday.",
        "Residents marked the anniversary of the massacre in Halden.",
        "Police foiled an attack on the embassy in Halden.",
    ],
)
def test_nobody_s_deeds_and_what_was_stopped_are_no_attacks(text: str) -> None:
    assert attacks(text) == []
