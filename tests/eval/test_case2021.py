"""ACLED's sub-types from text to events, and how they are counted."""

from pathlib import Path

import pytest

from eval.case2021 import ACLED, DATA, NONE, main_sub_type, score

TOLD = {
    "Armed clash": [
        "Militants ambushed a military convoy near Osk, killing five soldiers.",
        "Four policemen died when gunmen attacked their patrol in the Dorra hills.",
    ],
    "Government regains territory": [
        "Government forces drove rebels out of three villages in Belmark.",
        "Troops backed by tanks retook the strategic hilltop from militants.",
    ],
    "Non-state actor overtakes territory": [
        "Insurgents overran two army bases in the north.",
        "Separatist fighters captured four villages in the Torr valley.",
    ],
    "Non-violent transfer of territory": [
        "Troops withdrew from the town of Lunde and militia fighters moved in unopposed.",
    ],
    "Chemical weapon": ["Villagers were gassed in their homes by the army, activists said."],
    "Air/drone strike": [
        "The air force carried out a dozen raids on the province overnight.",
        "Fighter jets destroyed a weapons depot in Lunde.",
    ],
    "Suicide bomb": ["Two attackers detonated their explosive belts in a crowded market."],
    "Shelling/artillery/missile attack": [
        "Rebels fired dozens of rockets into the border town.",
        "A rocket-propelled grenade struck a police vehicle in Belmark.",
    ],
    "Remote explosive/landmine/IED": [
        "Three farmers were killed when their tractor drove over a landmine near Osk.",
        "A parcel bomb injured a clerk at the ministry.",
    ],
    "Grenade": ["Unknown men lobbed a hand grenade at a bar in Lunde."],
    "Sexual violence": ["A militia leader sexually assaulted a teenager in Halden, her family said."],
    "Attack": [
        "Armed men raided the village of Osk and killed fourteen residents.",
        "A journalist was stabbed to death by two men on a motorcycle in Lunde.",
    ],
    "Abduction/forced disappearance": ["Rebels took 30 passengers hostage after stopping a bus."],
    "Peaceful protest": ["Farmers rallied in front of parliament over fuel prices."],
    "Protest with intervention": ["Rubber bullets were fired at a crowd of students."],
    "Excessive force against protesters": [
        "At least six demonstrators were killed when troops fired on a march."
    ],
    "Violent demonstration": ["Riots broke out in the suburbs and cars were burned."],
    "Mob violence": [
        "An angry mob lynched a man suspected of theft in Osk.",
        "Villagers armed with sticks attacked a health team.",
    ],
    "Agreement": ["The government and rebels exchanged 40 prisoners on Saturday."],
    "Arrests": ["Security forces detained dozens of opposition members in overnight raids."],
    "Change to group/activity": ["A colonel and 20 soldiers defected to the rebels."],
    "Disrupted weapons use": ["An arms cache was discovered in a cave near Osk."],
    "Headquarters or base established": ["Foreign troops are building a military base near the airport."],
    "Looting/property destruction": ["Fighters plundered a food warehouse of an aid agency."],
    "Other": ["Investigators exhumed bodies from a mass grave outside Dunmor."],
}
OTHERWISE = [
    "A strong earthquake hit the region, killing hundreds.",
    "A gas explosion destroyed a restaurant in Halden.",
    "The two countries expelled each other's diplomats.",
    "The company was hit by a wave of resignations.",
]


def test_every_sub_type_is_asked_for() -> None:
    assert len(TOLD) == 25
    assert set(TOLD) == set(ACLED.values())


@pytest.mark.parametrize(("sub_type", "text"), [(sort, one) for sort, texts in TOLD.items() for one in texts])
def test_the_main_event_is_told(sub_type: str, text: str) -> None:
    assert main_sub_type(text, "a") == sub_type


@pytest.mark.parametrize("text", OTHERWISE)
def test_what_acled_does_not_code_is_none(text: str) -> None:
    assert main_sub_type(text, "a") == NONE


def test_a_false_positive_costs_its_sub_type(tmp_path: Path) -> None:
    rows = [
        ("1", "A parcel bomb injured a clerk at the ministry.", "REM_EXPLOS"),
        ("2", "A car bomb went off outside a court in Lunde.", "DIPLO"),
        ("3", "Farmers rallied in front of parliament over fuel prices.", "PEACE_PROTEST"),
    ]
    lines = ["id\tEventSnippet\tSubType", *("\t".join(row) for row in rows)]
    (tmp_path / DATA[0]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    got = score(tmp_path)
    assert got["f1 Remote explosive/landmine/IED"] == pytest.approx(2 / 3)
    assert got["f1 Peaceful protest"] == 1.0
    assert got["weighted_f1"] == pytest.approx((2 / 3 + 1) / 2)
