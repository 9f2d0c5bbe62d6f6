"""Signs of the day in a report's own words, the spread of days, and the index of look-alikes."""

from datetime import date, timedelta

import numpy as np
import pytest
from compare_texts import BRIDGE, FERRY, MINE, report
from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.stages.compare.days import Days
from warmonitor.stages.compare.evidence import read_evidence
from warmonitor.stages.compare.likeness import Happenings, read_telling
from warmonitor.stages.compare.spread import normal
from warmonitor.stages.compare.told import told
from warmonitor.stages.compare.wars import windows
from warmonitor.stages.compare.wording import read_words

FIRST, LENGTH = date(2021, 1, 1).toordinal(), 730
TEXTS = [FERRY, BRIDGE, MINE, FERRY.replace("Kosta", "Tesna"), BRIDGE.replace("refinery", "tannery")]


def likeliest(text: str) -> date:
    odds = told(read_evidence(report(text)), (), FIRST, LENGTH)
    return date.fromordinal(FIRST + int(np.argmax(odds)))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Shells fell on 9 May, a nurse said.", date(2021, 5, 9)),
        ("Shells fell on Monday 9 May, a nurse said.", date(2022, 5, 9)),
        ("The bridge has been down since late April.", date(2021, 4, 1)),
    ],
)
def test_the_last_day_told_is_a_little_back(text: str, day: date) -> None:
    assert likeliest(text) == day


def test_a_text_is_not_older_than_what_it_looks_back_on() -> None:
    odds = told(read_evidence(report("The truce of 3 May 2021 had failed.")), (), FIRST, LENGTH)
    day = date(2021, 5, 3).toordinal() - FIRST
    assert odds[:day].max() < odds[day:].min()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It was two years after the raid of 3 May 2019.", date(2021, 1, 3), date(2021, 8, 31)),
        ("Six months ago, in March 2021, the dam broke.", date(2021, 8, 16), date(2021, 10, 16)),
        ("On the second anniversary of the flood of 1 June 2019.", date(2021, 2, 1), date(2021, 9, 29)),
    ],
)
def test_ages_of_what_is_told_with_its_date(text: str, first: date, last: date) -> None:
    assert read_evidence(report(text)).ages == (Days(first, last),)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The highland war, now in its third month, goes on.", date(2021, 3, 4), date(2021, 4, 3)),
        ("After 100 days of war the mills stand still.", date(2021, 4, 13), date(2021, 4, 16)),
        ("It was the third week of the war.", date(2021, 1, 18), date(2021, 1, 24)),
    ],
)
def test_the_age_of_a_war_in_days_weeks_and_months(text: str, first: date, last: date) -> None:
    begun = Days(date(2021, 1, 4), date(2021, 1, 4))
    (found,) = windows(read_evidence(report(text)).war_years, [begun])
    assert (found.earliest, found.latest) == (first, last)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60), st.floats(0.5, 0.99))
def test_an_interval_holds_what_it_says(shares: list[float], mass: float) -> None:
    spread = normal(FIRST, np.array(shares))
    days = spread.interval(mass)
    assert spread.inside(days) >= mass - 1e-5
    assert 1 <= days.width <= len(shares)
    if days.width > 1:
        shorter = [
            Days(days.earliest + timedelta(1), days.latest),
            Days(days.earliest, days.latest - timedelta(1)),
        ]
        assert min(spread.inside(one) for one in shorter) < mass


@settings(max_examples=30)
@given(st.lists(st.sampled_from(TEXTS), min_size=2, max_size=12), st.data())
def test_an_index_that_grew_bit_by_bit_finds_the_same_reports(texts: list[str], data: st.DataObject) -> None:
    tellings = [read_telling(read_words(report(text))) for text in texts]
    whole, grown = Happenings(), Happenings()
    whole.add(tellings)
    at = 0
    while at < len(tellings):
        step = data.draw(st.integers(1, 4))
        grown.add(tellings[at : at + step])
        at += step
    for place in range(len(texts)):
        assert {one.place for one in grown.nearest(place)} == {one.place for one in whole.nearest(place)}
