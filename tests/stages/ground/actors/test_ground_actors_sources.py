"""Whom sources without a name speak for, and who is behind a report."""

import pytest
from actor_texts import Told, report, spoken

POLICE = (
    "Shells fell in Orlo. A source at the Orlo Police Command told the press that two were hurt. "
    "Rain fell. The source added that a house burned."
)
COMMAND = "Orlo Police Command"
WATCH = "The Norta Observatory for Rights counted the dead. In Belen the Observatory said 12 were killed."


@pytest.mark.parametrize(
    ("text", "said", "chain"),
    [
        (POLICE, "A source at the Orlo Police Command", ["Orlo Police Command source", COMMAND]),
        (POLICE, "The source", ["Orlo Police Command source", COMMAND]),
        ("A source in the town spoke. The source said so.", "The source", ["source"]),
        (WATCH, "the Observatory", ["Norta Observatory for Rights"]),
        ("Media reports said shells fell in Orlo.", "Media reports", ["reports not named"]),
        ("Preliminary reports said shells fell.", "Preliminary reports", ["reports not named"]),
        ("The Norta Observatory spoke of 12 dead. The report said two were children.", "The report",
         ["Norta Observatory"]),
        ("Russias army said so.", "Russias army", ["Russia"]),
        ("London Based Norta Observatory said so.", "London Based Norta Observatory", ["Norta Observatory"]),
        ("“It fell,” said Karin Toll of the shelling. Toll was hurt.", "Toll", ["Karin Toll"]),
    ],
)  # fmt: skip
def test_who_a_source_speaks_for(text: str, said: str, chain: list[str]) -> None:
    assert spoken(text, said) == chain


def test_sources_of_two_bodies_are_two() -> None:
    one = report("A spokesman at the Norta Council spoke.", "report-a")
    other = report("Residents of Belen spoke.", "report-b")
    third = report("Residents spoke.", "report-c")
    asked = [(other, "Residents of Belen", None), (third, "Residents", None)]
    told = Told([one, other, third], asked)
    assert told.chain(told.speaker(1)) == ["residents"]


def test_a_short_name_is_the_full_one_of_another_report_where_the_body_is_named() -> None:
    full = report("Karin Amdel Toll, head of the Norta Observatory, counted 12 dead.", "report-a")
    near = report("The Norta Observatory counted 14 dead. Amdel Toll said two were children.", "report-b")
    far = report("Amdel Toll said two were children.", "report-c")
    told = Told([full, near, far], [(near, "Amdel Toll", None), (far, "Amdel Toll", None)])
    assert told.chain(told.speaker(0)) == ["Karin Amdel Toll", "Norta Observatory"]
    assert told.chain(told.speaker(1)) == ["Amdel Toll"]


def test_the_observatory_is_the_only_one_of_the_set() -> None:
    full = report("The Norta Observatory for Rights counted 12 dead.", "report-a")
    short = report("The Observatory counted 14 dead.", "report-b")
    told = Told([full, short], [(short, "The Observatory", None)])
    assert told.chain(told.speaker()) == ["Norta Observatory for Rights"]
    other = report("The Belen Observatory counted 10 dead.", "report-c")
    told = Told([full, short, other], [(short, "The Observatory", None)])
    assert told.chain(told.speaker()) != ["Norta Observatory for Rights"]


def test_a_monitor_in_a_lead_is_the_one_that_speaks_after_it() -> None:
    text = (
        "Strikes kill 12 in Belen Monitor. Twelve people were killed, a monitor said. "
        "The Syrian Observatory for Human Rights said two were children."
    )
    assert spoken(text, "a monitor") == ["Syrian Observatory for Human Rights"]


def test_bodies_of_two_places_with_names_alike_are_two() -> None:
    one = report("A source at the Velm Police Command spoke.", "report-a")
    other = report("A source at the Velasam Police Command spoke.", "report-b")
    said = ("A source at the Velm Police Command", "A source at the Velasam Police Command")
    told = Told([one, other], [(one, said[0], None), (other, said[1], None)])
    assert told.chain(told.speaker(0))[-1] != told.chain(told.speaker(1))[-1]


@pytest.mark.parametrize(
    ("text", "said", "chain"),
    [
        ("Shells fell, the provincial governor said. Governor Karin Toll told the press of two dead.",
         "the provincial governor", ["Karin Toll"]),
        ("It fell. Belen Governor Karin Toll said two were hurt. Toll left.", "Toll", ["Karin Toll"]),
        ("They met in “Belen Road” Karin Toll said.", "Karin Toll", ["Karin Toll"]),
        ("Rain fell in Syria. The Syrian Coalition said two were hurt.", "The Syrian Coalition",
         ["Syrian Coalition"]),
        ("Hezbollahs army spoke of two dead.", "Hezbollahs army", ["Hezbollah"]),
    ],
)  # fmt: skip
def test_titles_quotation_marks_and_lost_apostrophes(text: str, said: str, chain: list[str]) -> None:
    assert spoken(text, said) == chain


def test_a_day_before_a_monitor_is_no_monitor() -> None:
    text = "Shells fell on Friday a monitor said. It counted 12 dead."
    assert spoken(text, "a monitor") == ["monitor"]


@pytest.mark.parametrize(
    ("text", "said", "chain"),
    [
        ("Military sources from Velm said so in Peru.", "Military sources from Velm",
         ["Peruvian Military sources", "Peru"]),
        ("A report on Friday by the Norta Council spoke of 12.", "A report on Friday by the Norta Council",
         ["Norta Council"]),
        ("Rain fell in Peru. According to the first police reports, shells fell.", "the first police reports",
         ["Peruvian police", "Peru"]),
        ("Orlo news reported two dead.", "Orlo news", ["orlo news"]),
        ("It fell in Turkey. Turkey local activist Karin Toll said so.", "Turkey local activist Karin Toll",
         ["Karin Toll"]),
    ],
)  # fmt: skip
def test_who_issued_a_report_and_who_speaks_for_nobody(text: str, said: str, chain: list[str]) -> None:
    assert spoken(text, said) == chain
