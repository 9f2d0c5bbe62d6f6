"""Wars that no register knows: new groups, monitors, persons and states."""

import pytest
from actor_texts import Told, acted, report, spoken

from warmonitor.model import ActorKind

TAMARIND = (
    "The Tamarind Liberation Front (TLF) overran the garrison of Kesh in northern Velonia on "
    "Friday, according to the "
    "Amber Monitor for Civilians, a Geneva-based war monitor. TLF fighters raised their flag. "
    "Government forces "
    "pulled back, the monitor said. Monitor director Lena Okoro told Reuters that 30 soldiers were killed. "
    '"Our fighters have left for the hills," TLF spokesman Dario Vance said. Okoro said the group '
    "lost ten men. "
    "The insurgents' statement did not mention losses. The Velonian army said it had killed 50 "
    "rebels. Velonian "
    "Defence Minister Aldo Maric said the Front was finished. Mr Vance denied it. Another faction, "
    "Jaish al-Noor, "
    "said its men took part."
)


@pytest.mark.parametrize(
    ("said", "chain"),
    [
        ("the Amber Monitor for Civilians", ["Amber Monitor for Civilians"]),
        ("the monitor", ["Amber Monitor for Civilians"]),
        ("Monitor director Lena Okoro", ["Lena Okoro", "Amber Monitor for Civilians"]),
        ("Okoro#2", ["Lena Okoro", "Amber Monitor for Civilians"]),
        ("TLF spokesman Dario Vance", ["Dario Vance", "Tamarind Liberation Front"]),
        ("Mr Vance", ["Dario Vance", "Tamarind Liberation Front"]),
        ("The insurgents' statement", ["Tamarind Liberation Front"]),
        ("The Velonian army", ["Velonian government"]),
        ("Velonian Defence Minister Aldo Maric", ["Aldo Maric", "Velonian government"]),
    ],
)
def test_invented_speakers_are_themselves(said: str, chain: list[str]) -> None:
    assert spoken(TAMARIND, said) == chain


@pytest.mark.parametrize(
    ("said", "chain"),
    [
        ("TLF fighters", ["Tamarind Liberation Front"]),
        ("the group", ["Tamarind Liberation Front"]),
        ("the Front", ["Tamarind Liberation Front"]),
        ("Government forces", ["Velonian government"]),
        ("its men", ["Jaish al-Noor"]),
        ("rebels", ["rebels"]),
    ],
)
def test_invented_actors_are_themselves(said: str, chain: list[str]) -> None:
    assert acted(TAMARIND, said) == chain


def test_we_in_a_quotation_is_its_speaker() -> None:
    assert acted(TAMARIND, "Our fighters", "TLF spokesman Dario Vance") == ["Tamarind Liberation Front"]


def test_a_new_group_has_kind_and_side_by_its_words() -> None:
    of = report(TAMARIND)
    told = Told([of], [(of, "the Amber Monitor for Civilians", "TLF fighters")])
    kinds = {a.name: (a.kind, a.side) for a in told.actors}
    assert kinds["Tamarind Liberation Front"] == (ActorKind.REBEL_GROUP, "opposition")
    assert kinds["Amber Monitor for Civilians"] == (ActorKind.OBSERVATORY, None)


def test_spellings_of_a_new_name_join_across_reports() -> None:
    one = report("Jaish al-Noor said it took a village in Iraq.", "report-1")
    two = report("The village in Iraq fell, Jaysh an-Nour said.", "report-2")
    told = Told([one, two], [(one, "Jaish al-Noor", None), (two, "Jaysh an-Nour", None)])
    assert told.speaker(0).id == told.speaker(1).id
    assert [a.names_seen for a in told.actors] == [("Jaish al-Noor", "Jaysh an-Nour")]


def test_numbered_brigades_do_not_join() -> None:
    text = "The 47th Storm Brigade said it held on. The 48th Storm Brigade said it left."
    of = report(text)
    told = Told([of], [(of, "The 47th Storm Brigade", None), (of, "The 48th Storm Brigade", None)])
    assert told.speaker(0).id != told.speaker(1).id


def test_a_new_abbreviation_beats_a_registered_one() -> None:
    text = "The Amber Defence Front (ADF) said it took Goma in Congo. ADF fighters left, residents said."
    assert acted(text, "ADF fighters") == ["Amber Defence Front"]


def test_an_unknown_minister_speaks_for_a_known_state() -> None:
    text = (
        "Chadian Foreign Minister Alim Soro warned Sudan. Soro said troops were ready. His ministry agreed."
    )
    assert spoken(text, "Soro#2") == ["Alim Soro", "Chadian foreign ministry", "Chad"]


def test_apposition_gives_the_office() -> None:
    text = "Alim Soro, Chad's foreign minister, said the border was closed."
    assert spoken(text, "Alim Soro") == ["Alim Soro", "Chadian foreign ministry", "Chad"]


def test_a_namesake_of_a_head_of_state_is_not_he() -> None:
    text = "Mr Pavel Putin, a doctor, said 12 people died in Ukraine."
    assert spoken(text, "Mr Pavel Putin")[0] == "Pavel Putin"


def test_a_war_monitor_in_the_lead_is_the_one_named_later() -> None:
    text = "Rebels left a town in Libya, a war monitor said.\n\nThe Dune Observatory said roads were cut."
    assert spoken(text, "a war monitor") == ["Dune Observatory"]


def test_with_two_that_fit_a_description_stays_unnamed() -> None:
    text = (
        "Rebels left a town, a war monitor said. The Dune Observatory said so. The Reed Observatory "
        "denied it."
    )
    assert spoken(text, "a war monitor") == ["war monitor"]


def test_he_is_the_priest_who_spoke() -> None:
    text = (
        "A priest who stayed in Juba in South Sudan told Reuters by radio that shells fell. He said 300 "
        "were left."
    )
    assert spoken(text, "He") == ["priest"]


def test_a_lower_case_short_form_is_the_organisation() -> None:
    text = "Fighters of the Third Shore Front left Qelmar, residents said. The front had held it since 2021."
    assert acted(text, "The front") == ["Third Shore Front"]
