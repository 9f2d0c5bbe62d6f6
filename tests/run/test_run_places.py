"""What of places an account says: names that nothing decides, and ground that is no town."""

from pathlib import Path

from warmonitor.run.account import make_account

UNDECIDED = (
    "Blast in town\n\nA bomb killed three people in San Jose on Monday, a doctor said. "
    "The army attacked San Jose again on Tuesday, killing two.\n"
)
ROAD = (
    "Rebels burn lorries\n\nSyrian rebels burned lorries on the Damascus road on Monday, killing two drivers,"
    " Syrian state media said. A mine killed four people near Rastan in Homs province.\n"
)


def test_a_name_of_many_places_is_an_issue_and_no_pin(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text(UNDECIDED, encoding="utf-8")
    account = make_account([str(report)])
    issue = next(one for one in account.issues if one.code == "place-ambiguous")
    assert issue.item == str(report)
    assert "San Jose" in issue.said
    assert all(one.latitude is None for one in account.places)


def test_a_road_and_the_ground_near_a_town_are_not_the_towns(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text(ROAD, encoding="utf-8")
    account = make_account([str(report)])
    named = {one.name for claim in account.claims for one in claim.where if one.id}
    assert "the area near Rastan" in named
    assert not named & {"Damascus", "Rastan"}
