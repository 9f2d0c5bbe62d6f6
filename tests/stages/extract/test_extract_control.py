"""Who holds, gains, loses, enters or surrounds which place."""

import pytest
from extract_texts import controls


@pytest.mark.parametrize(
    ("text", "change", "party", "place", "other"),
    [
        (
            "Rebel forces captured the town of Sake on Friday.",
            "gained",
            "Rebel forces",
            "the town of Sake",
            None,
        ),
        (
            "Government forces retook Palmyra from the militants.",
            "gained",
            "Government forces",
            "Palmyra",
            "the militants",
        ),
        (
            "Taliban fighters seized Kunduz from government forces on Monday.",
            "gained",
            "Taliban fighters",
            "Kunduz",
            "government forces",
        ),
        ("The rebels took full control of Marib.", "gained", "The rebels", "Marib", None),
        (
            "Government forces regained control of the city of Aden.",
            "gained",
            "Government forces",
            "the city of Aden",
            None,
        ),
        ("The city of Kobani fell to the militants.", "gained", "the militants", "The city of Kobani", None),
        ("Ukrainian forces withdrew from Lysychansk.", "lost", "Ukrainian forces", "Lysychansk", None),
        ("The army retreated from the town of Bor.", "lost", "The army", "the town of Bor", None),
        ("The army drove the militants from Sirte.", "lost", "the militants", "Sirte", "The army"),
        (
            "The army pushed the rebels out of the town of Bor.",
            "lost",
            "the rebels",
            "the town of Bor",
            "The army",
        ),
        ("Aden fell.", "lost", None, "Aden", None),
        ("Troops entered the city of Mekelle on Saturday.", "entered", "Troops", "the city of Mekelle", None),
        (
            "The army has entered the outskirts of Tripoli.",
            "entered",
            "The army",
            "the outskirts of Tripoli",
            None,
        ),
        ("The rebels hold Bunagana.", "holds", "The rebels", "Bunagana", None),
        ("Aden is under government control.", "holds", "government", "Aden", None),
        (
            "Debaltseve is in the hands of the separatists.",
            "holds",
            "the separatists",
            "Debaltseve",
            None,
        ),
        (
            "The rebel-held town of Douma was quiet.",
            "holds",
            "rebel",
            "The rebel-held town of Douma",
            None,
        ),
        ("Fighters surrounded the town of Amara.", "surrounded", "Fighters", "the town of Amara", None),
        ("The rebels encircled Kunduz.", "surrounded", "The rebels", "Kunduz", None),
        ("The army imposed a siege on Taiz.", "surrounded", "The army", "Taiz", None),
        (
            "The city of Taiz has been under siege by the Houthis since 2015.",
            "surrounded",
            "the Houthis",
            "The city of Taiz",
            None,
        ),
    ],
)
def test_a_change_of_control(
    text: str, change: str, party: str | None, place: str, other: str | None
) -> None:
    assert controls(text) == [(change, party, [place], other)]


def test_every_place_of_a_list_is_named() -> None:
    text = "Forces captured Ein, Zerba and Tal."
    assert controls(text) == [("gained", "Forces", ["Ein", "Zerba", "Tal"], None)]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels have not captured Marib.",
        "The army failed to capture Zinjibar.",
        "The army stopped the rebels from capturing Zinjibar.",
        "Firefighters controlled the fire in Izmir.",
        "The minister took part in the talks in Geneva.",
        "The convoy took the road to Aleppo.",
        "Officials holding talks in Doha said little.",
        "Prices fell in Aden.",
        "The minister travelled to Geneva.",
        "Dozens of captured soldiers were marched through Norta.",
        "Prisoners marched into Belen under guard.",
    ],
)
def test_what_is_no_claim_of_control(text: str) -> None:
    assert controls(text) == []


def test_what_the_pronoun_stands_for_is_left_to_grounding() -> None:
    text = "Hodeidah is a port city. The Houthis captured it in 2014."
    assert controls(text) == [("gained", "The Houthis", ["it"], None)]


def test_a_site_without_a_name_takes_the_place_told_nearby() -> None:
    text = "The militants captured one of the outposts. The outpost at Kisangani guards the road."
    assert controls(text) == [("gained", "The militants", ["Kisangani"], None)]


def test_who_denies_a_fall_is_who_would_have_lost() -> None:
    assert controls("The army denied that Sirte had fallen.") == [("lost", "The army", ["Sirte"], None)]
