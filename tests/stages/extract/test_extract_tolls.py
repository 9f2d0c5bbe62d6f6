"""How many people, counted for what, within which bounds."""

import pytest
from extract_texts import of_kind, only, part_of, places, tolls, words

from warmonitor.model import ClaimKind, Toll

Row = tuple[str, str, int | None, int | None, int | None, bool]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Shelling killed 14 people in Bakhmut.", ("killed", "people", 14, 14, 14, False)),
        ("The army killed 15 insurgents in Palma.", ("killed", "insurgents", 15, 15, 15, False)),
        ("Police detained 23 people in Minsk.", ("detained", "people", 23, 23, 23, False)),
        ("Gunmen kidnapped 30 students in Kaduna.", ("abducted", "students", 30, 30, 30, False)),
        ("Armed men abducted four aid workers in Gedo.", ("abducted", "aid workers", 4, 4, 4, False)),
        ("Rebels took 18 soldiers prisoner in Melu.", ("detained", "soldiers", 18, 18, 18, False)),
        ("Gunmen took 30 villagers hostage near Dorsa.", ("abducted", "villagers", 30, 30, 30, False)),
        ("Forty fighters were taken captive.", ("detained", "fighters", 40, 40, 40, False)),
        ("The clinic treated 39 civilians with gunshot wounds.", ("injured", "civilians", 39, 39, 39, False)),
        (
            "Seven members of the security forces were killed in Dorsa.",
            ("killed", "members of the security forces", 7, 7, 7, False),
        ),
        ("Twelve men of the village were detained.", ("detained", "men", 12, 12, 12, False)),
        ("Five peacekeepers were missing in Ituri.", ("missing", "peacekeepers", 5, 5, 5, False)),
        ("A 25-year-old man was wounded in Hebron.", ("injured", "25-year-old man", 1, 1, 1, False)),
        ("Militants held 12 hostages in Jolo.", ("abducted", "hostages", 12, 12, 12, False)),
        ("The death toll rose to 45 on Monday.", ("killed", "people", 45, 45, 45, False)),
        ("The number of wounded has reached 300.", ("injured", "people", 300, 300, 300, False)),
        (
            "The number of people killed had risen to 26, the ministry said.",
            ("killed", "people", 26, 26, 26, False),
        ),
        ("The ministry put the number of dead at 51.", ("killed", "people", 51, 51, 51, False)),
        ("The city is home to 90,000 people.", ("population", "people", 90_000, 90_000, 90_000, False)),
        (
            "Idlib has a population of 3 million.",
            ("population", "people", 3 * 10**6, 3 * 10**6, 3 * 10**6, False),
        ),
        (
            "The fighting forced 3,000 people to flee their homes in Cabo Delgado.",
            ("displaced", "people", 3_000, 3_000, 3_000, False),
        ),
        (
            "Half a million people were displaced by the fighting in Tigray.",
            ("displaced", "people", 500_000, 500_000, 500_000, False),
        ),
    ],
)
def test_a_plain_count(text: str, row: Row) -> None:
    assert tolls(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("At least 20 soldiers were killed in Aden.", ("killed", "soldiers", 20, None, None, False)),
        (
            "More than 2,000 families fled their homes in Marawi.",
            ("displaced", "families", 2_000, None, None, False),
        ),
        ("Up to 60 rebels were killed in Goma.", ("killed", "rebels", None, None, 60, False)),
        (
            "Nearly 300 fighters were wounded in Tripoli.",
            ("injured", "fighters", None, 300, 300, True),
        ),
        (
            "About 5,000 people were displaced in Kidal.",
            ("displaced", "people", 5_000, 5_000, 5_000, True),
        ),
        (
            "Some 1,200 civilians remain in the town of Severodonetsk.",
            ("remaining", "civilians", 1_200, 1_200, 1_200, True),
        ),
        ("Dozens of villagers were abducted in Gao.", ("abducted", "villagers", 24, None, 99, True)),
        ("Scores of protesters were detained in Khartoum.", ("detained", "protesters", 40, None, 99, True)),
        ("Hundreds of fighters were captured in Baghuz.", ("detained", "fighters", 200, None, 999, True)),
        (
            "Rebels killed between 10 and 15 soldiers near Bunia.",
            ("killed", "soldiers", 10, None, 15, True),
        ),
        (
            "Two to three million people live in the region of Afar.",
            ("population", "people", 2 * 10**6, None, 3 * 10**6, False),
        ),
    ],
)
def test_bounds_are_those_of_the_words(text: str, row: Row) -> None:
    assert tolls(text) == [row]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The strike killed 12 people and wounded 30.",
            [("killed", "people", 12), ("injured", "people", 30)],
        ),
        (
            "The attack left 12 people dead and 30 wounded in Jalalabad.",
            [("killed", "people", 12), ("injured", "people", 30)],
        ),
        (
            "Sixteen soldiers died and three were wounded in Lyman.",
            [("killed", "soldiers", 16), ("injured", "soldiers", 3)],
        ),
        (
            "Twenty people were killed and 45 others wounded in Gaza City.",
            [("killed", "people", 20), ("injured", "people", 45)],
        ),
        (
            "Troops had killed 30 fighters, the army said, and captured 12.",
            [("killed", "fighters", 30), ("detained", "fighters", 12)],
        ),
        (
            "Twelve women and seven children were killed in Mekelle.",
            [("killed", "women", 12), ("killed", "children", 7)],
        ),
        (
            "Clashes in Sirte killed 12 militants and 3 soldiers.",
            [("killed", "militants", 12), ("killed", "soldiers", 3)],
        ),
        (
            "A major said that 30 men of Kolda's army had been killed and 11 taken prisoner.",
            [("killed", "men of Kolda's army", 30), ("detained", "men of Kolda's army", 11)],
        ),
        (
            "A girl was killed and two boys were injured in Taiz.",
            [("killed", "girl", 1), ("injured", "boys", 2)],
        ),
    ],
)
def test_counts_side_by_side_and_counts_without_a_noun(text: str, rows: list[tuple[str, str, int]]) -> None:
    assert {row[:2] + row[3:4] for row in tolls(text)} == set(rows)
    assert not part_of(text)


@pytest.mark.parametrize(
    ("text", "people", "parts"),
    [
        ("The blast killed 18 people, including five children, in Kabul.", {"people", "children"}, {5: 18}),
        ("The strike killed 31 people, among them four nurses.", {"people", "nurses"}, {4: 31}),
        (
            "The shell killed 3 soldiers, two of them officers, in Donetsk.",
            {"soldiers", "officers"},
            {2: 3},
        ),
        (
            "The bombing killed 60 people, 25 of them children, in Lashkar Gah.",
            {"people", "children"},
            {25: 60},
        ),
        (
            "The office counts 300 deaths this year, of which 40 were children.",
            {"people", "children"},
            {40: 300},
        ),
    ],
)
def test_a_part_names_its_total(text: str, people: set[str], parts: dict[int, int]) -> None:
    assert {row[1] for row in tolls(text)} == people
    assert part_of(text) == parts


def test_a_side_of_a_fight_is_not_counted() -> None:
    assert tolls("Clashes between two clans killed at least 7.") == [
        ("killed", "people", 7, None, None, False)
    ]


def test_their_number_counts_those_told_of_before() -> None:
    text = "Hundreds of captured rebels were marched to a prison. A colonel put their number at 400."
    assert [row[0] for row in tolls(text)] == ["detained", "detained"]


def test_among_them_counts_for_what_the_sentence_before_counts() -> None:
    text = "The raid killed nine fighters. Among them were two commanders."
    assert ("killed", "commanders", 2, 2, 2, False) in tolls(text)


@pytest.mark.parametrize(
    "text",
    [
        "The attack did not kill 12 people in Herat.",
        "Forty tanks were destroyed near Kharkiv.",
        "The raid destroyed 12 tanks and 4 bridges near Izium.",
        "Officers are killed by mines near Mosul every week.",
        "On 12 March 2019 the town was quiet.",
        "Resolution 2254 was adopted on 18 December 2015.",
        "The truce talks were attended by 12 officials holding talks in Doha.",
    ],
)
def test_what_is_no_toll(text: str) -> None:
    assert tolls(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("A suicide bomber killed 11 people in Maiduguri.", ("killed", "people", 11)),
        ("Soldiers shot dead four protesters in Bago.", ("killed", "protesters", 4)),
        ("The bombing killed 12 soldiers on 14 April in Gao.", ("killed", "soldiers", 12)),
        ("An attack in March 2003 killed 12 soldiers in Basra.", ("killed", "soldiers", 12)),
    ],
)
def test_neither_a_doer_nor_a_date_is_counted(text: str, row: tuple[str, str, int]) -> None:
    assert [toll[:2] + toll[3:4] for toll in tolls(text)] == [row]


@pytest.mark.parametrize(
    ("text", "perpetrator"),
    [
        ("The army killed 15 insurgents in Palma.", "The army"),
        ("Armed men abducted four aid workers in Gedo.", "Armed men"),
        ("Militants attacked a military base in Zinjibar, killing eight soldiers.", "Militants"),
        ("Shelling killed 14 people in Bakhmut.", None),
        ("Twelve people were killed in Aden.", None),
    ],
)
def test_who_did_it(text: str, perpetrator: str | None) -> None:
    detail = only(text, ClaimKind.TOLL).detail
    assert isinstance(detail, Toll)
    assert words(detail.perpetrator) == perpetrator


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The city is home to 90,000 people.", "The city"),
        ("Idlib has a population of 3 million.", "Idlib"),
        ("Two to three million people live in the region of Afar.", "the region of Afar"),
    ],
)
def test_a_population_has_the_place_where_it_lives(text: str, place: str) -> None:
    assert places(only(text, ClaimKind.TOLL)) == [place]


def test_planned_killing_is_no_count_of_dead() -> None:
    (claim,) = of_kind("The group plans to kill 40 soldiers in Herat.", ClaimKind.TOLL)
    assert claim.modality == "planned"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The raid on Bor has killed 90 people since May 3, police say: 60 rebels and 30 villagers.",
            [("people", 90), ("rebels", 60), ("villagers", 30)],
        ),
        ("Toll so far: 21 soldiers, 9 civilians", [("soldiers", 21), ("civilians", 9)]),
        ("Dead: four miners and a guard", [("miners", 4), ("guard", 1)]),
        ("On the road: 21 soldiers, 9 civilians", []),
    ],
)
def test_a_list_after_a_colon_counts_for_the_words_before_it(text: str, rows: list[tuple[str, int]]) -> None:
    assert [(people, best) for _, people, _, best, _, _ in tolls(text)] == rows


@pytest.mark.parametrize(
    ("text", "measure", "people"),
    [
        (
            "The number of miners killed when a shell hit the pit in Bor was 11, the union said.",
            "killed",
            "miners",
        ),
        ("The governor lowered his estimate of villagers killed in Bor to 11.", "killed", "villagers"),
        ("The ministry cut its estimate of the number of families displaced to 11.", "displaced", "families"),
        ("The ministry raised its count of the wounded to 11.", "injured", "people"),
    ],
)
def test_a_number_counts_those_whom_it_is_said_to_count(text: str, measure: str, people: str) -> None:
    assert [row[:3] for row in tolls(text)] == [(measure, people, 11)]
