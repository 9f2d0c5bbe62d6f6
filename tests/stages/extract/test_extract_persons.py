"""Who is counted by name, and what a count stands for among all people hit."""

import pytest
from extract_texts import of_kind, read, tolls

from warmonitor.model import ClaimKind, Scope, Toll


def listed(text: str) -> list[tuple[str, int | None, tuple[str, ...]]]:
    """Rows of measure, best number and names, for the tolls that name anybody or count kin alone."""
    details = [claim.detail for claim in of_kind(text, ClaimKind.TOLL)]
    return [
        (one.measure.value, one.quantity.best, tuple(name.said for name in one.named))
        for one in details
        if isinstance(one, Toll) and one.named
    ]


def scopes(text: str) -> list[tuple[int | None, str]]:
    details = [claim.detail for claim in of_kind(text, ClaimKind.TOLL)]
    rows = [one for one in details if isinstance(one, Toll)]
    return [(one.quantity.best or one.quantity.low, one.scope.value) for one in rows]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Pavel Horak was killed in Brenna.", [("killed", 1, ("Pavel Horak",))]),
        ("Colonel Juan Perez was murdered by gunmen.", [("killed", 1, ("Colonel Juan Perez",))]),
        (
            "The victims were identified as Pavel Horak, 12 years old; Jan Novak (“Honza”) and Dr. Eva Mala.",
            [("killed", 3, ("Pavel Horak", "Jan Novak", "Dr. Eva Mala"))],
        ),
        (
            "The raid took the lives of Hamdan Saleh, an official of the ministry, and of his daughter Lina.",
            [("killed", 2, ("Hamdan Saleh", "Lina"))],
        ),
        ("Six people were killed, including Mehmet Kara and his son.", [("killed", 2, ("Mehmet Kara",))]),
        ("Karim Daoud, the son of Salim and Huda Daoud, was killed.", [("killed", 1, ("Karim Daoud",))]),
        ("Karim Daoud, a father of three children, was killed.", [("killed", 1, ("Karim Daoud",))]),
        (
            "A shell hit the house, killing Karim Daoud, Noor Radio reported.",
            [("killed", 1, ("Karim Daoud",))],
        ),
        (
            "Neighbours identified the victims as Jan Novak and Eva Mala.",
            [("killed", 2, ("Jan Novak", "Eva Mala"))],
        ),
        (
            "Senator Eva Mala and Jan Novak were kidnapped by rebels.",
            [("abducted", 2, ("Senator Eva Mala", "Jan Novak"))],
        ),
        ("Gunmen abducted Karim Daoud, a doctor.", [("abducted", 1, ("Karim Daoud",))]),
        ("The kidnapping of Karim Daoud was condemned.", [("abducted", 1, ("Karim Daoud",))]),
        ("The hostages were named as Eva Mala and Jan Novak.", [("abducted", 2, ("Eva Mala", "Jan Novak"))]),
        ("Those who were abducted are Eva Mala and Jan Novak.", [("abducted", 2, ("Eva Mala", "Jan Novak"))]),
        ("Killed were Eva Mala and Jan Novak.", [("killed", 2, ("Eva Mala", "Jan Novak"))]),
        (
            "Ten people were killed on Sunday in Brenna, including Mayor Eva Mala.",
            [("killed", 1, ("Mayor Eva Mala",))],
        ),
        ("Iryna Bondar and Petro Maly were wounded.", [("injured", 2, ("Iryna Bondar", "Petro Maly"))]),
        (
            "Karim Daoud and their two sons, Omar and Yusuf, were killed.",
            [("killed", 1, ("Karim Daoud",)), ("killed", 2, ("Omar", "Yusuf"))],
        ),
    ],
)
def test_persons_are_counted_by_name(text: str, rows: list[tuple[str, int, tuple[str, ...]]]) -> None:
    assert sorted(listed(text)) == sorted(rows)


@pytest.mark.parametrize(
    "text",
    [
        "Residents of Brenna were told of the killing.",
        "The victims were identified in a list of the Health Ministry.",
        "Pavel Horak said three soldiers were killed.",
        "The army killed the talks in Geneva.",
        "Rebels seized Brenna and Horka.",
    ],
)
def test_who_is_named_for_something_else_is_not_counted(text: str) -> None:
    assert listed(text) == []


def test_kin_without_a_name_is_one_person() -> None:
    (claim,) = of_kind("The shell killed his wife.", ClaimKind.TOLL)
    assert isinstance(claim.detail, Toll)
    assert (claim.detail.quantity.best, claim.detail.scope) == (1, Scope.SOME)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Seven villagers were killed in Anka.", [(7, "total")]),
        ("Three nurses were killed in Anka.", [(3, "some")]),
        (
            "Two soldiers were killed. Another three soldiers were killed on Friday.",
            [(2, "some"), (3, "added")],
        ),
        ("Three more people died on Friday, bringing the toll to 19.", [(3, "added"), (19, "total")]),
        ("Two people died and three others were hurt.", [(2, "total"), (3, "total")]),
        (
            "Twelve members of the Kara family and four of their neighbours were killed.",
            [(12, "total"), (4, "added")],
        ),
        (
            "Initially three people were reported killed, but later the toll rose to eight.",
            [(3, "replaced"), (8, "total")],
        ),
        ("The six other victims were killed in Anka.", [(6, "some")]),
        (
            "Seven members of the Kara family, a man, his wife and their five children, were killed.",
            [(7, "total"), (1, "some"), (5, "some")],
        ),
        ("The death toll was revised down from 12 to 9.", [(9, "total")]),
    ],
)
def test_a_count_tells_what_it_stands_for(text: str, rows: list[tuple[int, str]]) -> None:
    assert scopes(text) == rows


def parts(text: str) -> list[tuple[str, int | None]]:
    """Rows of the people of each part and the lowest number of its total."""
    counts = {c.id: c.detail for c in read(text) if isinstance(c.detail, Toll)}
    return [(one.of, counts[one.part_of].quantity.low) for one in counts.values() if one.part_of]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Seven villagers, including two children and three women, were killed.",
            [("children", 7), ("women", 7)],
        ),
        ("Four people were killed: two men, a woman and a child.", [("men", 4), ("woman", 4), ("child", 4)]),
        ("At least 30 people were killed. They included nine soldiers.", [("soldiers", 30)]),
        ("Twelve people were wounded. Three of them were children.", [("children", 12)]),
        ("The blast killed 20 people. Seven of the dead were women.", [("women", 20)]),
        ("Officials said 40 people had died, of whom 25 were children.", [("children", 40)]),
        ("About 40 % of the 200 wounded were women.", [("women", 200)]),
        ("The blast killed 30 people. More than half of the dead were children.", [("children", 30)]),
    ],
)
def test_a_part_names_its_total_wherever_it_stands(text: str, rows: list[tuple[str, int]]) -> None:
    assert parts(text) == rows


@pytest.mark.parametrize(
    ("text", "low", "best", "high"),
    [
        ("Two thirds of the 90 people killed were civilians.", 60, 60, 60),
        ("More than half of the 30 people killed were civilians.", 16, None, 30),
        ("Nearly half of the 40 people killed were civilians.", None, 20, 20),
        ("Up to 25 percent of the 80 people killed were civilians.", None, None, 20),
    ],
)
def test_a_share_is_counted(text: str, low: int | None, best: int | None, high: int | None) -> None:
    (share,) = [c.detail for c in read(text) if isinstance(c.detail, Toll) and c.detail.of == "civilians"]
    assert (share.quantity.low, share.quantity.best, share.quantity.high) == (low, best, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Civilians were killed in the raid.", 2, None),
        ("An unknown number of people were wounded.", 2, None),
        ("The strike wounded others.", 2, None),
        ("No one was hurt.", 0, 0),
        ("There were no casualties.", 0, 0),
        ("Nobody died.", 0, 0),
        ("Twin sisters died in the blast.", 2, 2),
        ("Both drivers were killed.", 2, 2),
    ],
)
def test_people_without_a_number(text: str, low: int, high: int | None) -> None:
    (toll,) = [c.detail for c in read(text) if isinstance(c.detail, Toll)]
    assert (toll.quantity.low, toll.quantity.high) == (low, high)


@pytest.mark.parametrize(
    "text", ["Shells kill civilians every day.", "Soldiers who were wounded were taken away."]
)
def test_people_in_general_are_not_counted(text: str) -> None:
    assert of_kind(text, ClaimKind.TOLL) == []


def test_a_town_among_places_is_nobody_killed() -> None:
    assert [
        row[2] for row in tolls("Twelve people were killed in three towns, including Bunia, on Monday.")
    ] == [12]
