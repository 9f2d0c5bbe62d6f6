from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.gold import CASES, read_gold
from eval.matching import stretches
from eval.rename import move_pair, rename_case, rename_gold
from eval.renaming.dates import other_date
from eval.renaming.numbers import changed, other_number
from eval.renaming.renamer import Renamer, read_renamer

BASE = date(2019, 8, 20)
PLAIN = Renamer({"Oldtown": "Newtown", "Old": "Ancient", "Border State": "Edge State"}, 364, BASE, 1.5)


@pytest.mark.parametrize(
    ("said", "new"),
    [
        ("Aug 20, 2019", "Aug 18, 2020"),
        ("20 August 2019", "18 August 2020"),
        ("April 30", "April 28"),
        ("2019-08-20", "2020-08-18"),
        ("22/08/2019", "20/08/2020"),
        ("September 2018", "September 2019"),
        ("since January", "since January"),
        ("2014", "2015"),
    ],
)
def test_dates_keep_their_form(said: str, new: str) -> None:
    assert other_date(said, 364, BASE) == new


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-300, 300))
def test_weekdays_stay(day: date, weeks: int) -> None:
    moved = date.fromisoformat(other_date(str(day), 7 * weeks, BASE))
    assert moved.weekday() == day.weekday()
    assert moved - day == timedelta(days=7 * weeks)


@pytest.mark.parametrize(
    ("said", "new"),
    [
        ("500", "750"),
        ("2,000", "3,000"),
        ("three", "four"),
        ("Twelve", "Eighteen"),
        ("half a million", "750,000"),
        ("3 million", "4.5 million"),
        ("forty-two", "sixty-three"),
        ("two", "two"),
        ("1", "1"),
    ],
)
def test_numbers_keep_their_form(said: str, new: str) -> None:
    assert other_number(said, 1.5) == new


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_a_larger_number_stays_at_least_as_large(a: int, b: int) -> None:
    less, more = sorted((a, b))
    if less >= 3:
        assert changed(less, 1.5) <= changed(more, 1.5) * 1.06


def test_a_text_is_changed_once_and_only_where_it_counts() -> None:
    text = "20 August 2019: 12 died in an Old mill on the M5, two days after 10 a.m., 43rd of a 12-day war"
    new = "18 August 2020: 18 died in an Ancient mill on the M5, two days after 10 a.m., 43rd of a 12-day war"
    assert PLAIN.text(text) == new
    assert PLAIN.text("a Border State, BORDER STATE") == "an Edge State, EDGE STATE"
    assert (
        Renamer({"HTS": "DFM", "UN": "MPs"}, 0, BASE, 1).text("An HTS man, a UN man")
        == "A DFM man, an MPs man"
    )


def test_gold_moves_with_the_text_and_ids_stay() -> None:
    toll = {
        "id": "003-t1",
        "report": "003",
        "measure": "killed",
        "low": 12,
        "high": None,
        "text": "12 dead in Oldtown",
    }
    new = rename_gold(toll, PLAIN)
    assert new == {**toll, "low": 18, "text": "18 dead in Newtown"}
    vague = {"measure": "killed", "low": 200, "high": 999, "text": "hundreds in Oldtown"}
    assert rename_gold(vague, PLAIN)["low"] == 200


def test_whole_years_and_months_stay_whole() -> None:
    assert move_pair(["2017-01-01", "2017-12-31"], PLAIN) == ["2018-01-01", "2018-12-31"]
    assert move_pair(["2019-04-01", "2019-08-20"], PLAIN) == ["2020-04-01", "2020-08-18"]
    assert move_pair(["2019-04-01", "2019-04-01"], PLAIN) == ["2020-03-30", "2020-03-30"]


@pytest.mark.parametrize("name", ["ukraine-2022", "yemen-2018", "invented-2027"])
def test_a_renamed_case_still_quotes_its_reports(name: str, tmp_path: Path) -> None:
    case = CASES / name
    rename_case(case / "reports", case / "gold.json", PLAIN, tmp_path)
    gold = read_gold(tmp_path / "gold.json", tmp_path / "reports")
    assert [f.id for f in gold.facts if not stretches(f.asked["text"], gold.folded[f.report])] == []


def test_the_kept_maps_can_be_read_and_part_weeks_are_refused(tmp_path: Path) -> None:
    maps = sorted((CASES.parent / "renames").glob("*.yml"))
    assert len(maps) >= 2
    assert all(len(set(read_renamer(path).words.values())) > 40 for path in maps)
    (tmp_path / "map.yml").write_text("days: 10\nbase: 2020-01-01\nfactor: 2\nwords: {}\n")
    with pytest.raises(ValueError, match="no whole weeks"):
        read_renamer(tmp_path / "map.yml")


def test_a_day_after_since_is_moved_with_its_month() -> None:
    assert PLAIN.text("12 died since April 30, 4 since April") == "18 died since April 28, 6 since April"
