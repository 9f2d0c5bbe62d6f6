"""Time expressions: what is found, what is left alone, which days are meant."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.language.en.dates import Bound, DateRule, find_dates, resolve
from warmonitor.model import Dated, DatedHow, When, WhenPrecision

# A Thursday.
BASE = Dated(date(2023, 11, 16), date(2023, 11, 16), DatedHow.STATED)
UNDATED = Dated()


def read(text: str, dated: Dated = BASE, *, past: bool = True) -> list[tuple[str, date | None, date | None]]:
    found = (resolve(words, dated, past=past, text=text) for words in find_dates(text))
    return [(when.said, when.earliest, when.latest) for when in found]


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "said", "first", "last"),
    [
        ("Signed on 3 March 2021.", "3 March 2021", "2021-03-03", "2021-03-03"),
        ("Signed on Mar. 3, 2021, in Doha", "Mar. 3, 2021", "2021-03-03", "2021-03-03"),
        ("of Tuesday, March 2, 2021", "Tuesday, March 2, 2021", "2021-03-02", "2021-03-02"),
        ("Dated 2021-03-03T07:00Z", "2021-03-03", "2021-03-03", "2021-03-03"),
        ("Dated 23/03/2021", "23/03/2021", "2021-03-23", "2021-03-23"),
        ("Dated 03/23/2021", "03/23/2021", "2021-03-23", "2021-03-23"),
        ("Dated 3.4.2021", "3.4.2021", "2021-04-03", "2021-04-03"),
        ("It fell on November 3.", "November 3", "2023-11-03", "2023-11-03"),
        ("It fell on 20 December.", "20 December", "2022-12-20", "2022-12-20"),
        ("It fell on the 12th.", "the 12th", "2023-11-12", "2023-11-12"),
        ("It fell on the 20th.", "the 20th", "2023-10-20", "2023-10-20"),
        ("since fighting began in April", "April", "2023-04-01", "2023-04-30"),
        ("a truce of last December", "last December", "2022-12-01", "2022-12-31"),
        ("a truce of last November", "last November", "2022-11-01", "2022-11-30"),
        ("since mid-April", "since mid-April", "2023-04-11", "2023-11-16"),
        ("since late 2021", "since late 2021", "2021-09-01", "2023-11-16"),
        ("held since 2019", "since 2019", "2019-01-01", "2023-11-16"),
        ("the 2018 accord", "2018", "2018-01-01", "2018-12-31"),
        ("between 2016 and 2018", "between 2016 and 2018", "2016-01-01", "2018-12-31"),
        ("(2016-2018)", "2016-2018", "2016-01-01", "2018-12-31"),
        ("killed on Tuesday", "Tuesday", "2023-11-14", "2023-11-14"),
        ("killed on Thursday", "Thursday", "2023-11-16", "2023-11-16"),
        ("killed last Thursday", "last Thursday", "2023-11-09", "2023-11-09"),
        ("Monday's raid", "Monday", "2023-11-13", "2023-11-13"),
        ("shelled on Monday night", "Monday night", "2023-11-13", "2023-11-13"),
        ("in the early hours of Friday", "in the early hours of Friday", "2023-11-10", "2023-11-10"),
        ("troops entered overnight", "overnight", "2023-11-15", "2023-11-16"),
        ("he said yesterday", "yesterday", "2023-11-15", "2023-11-15"),
        ("He spoke earlier in the week.", "earlier in the week", "2023-11-12", "2023-11-15"),
        ("raids over recent days", "over recent days", "2023-11-09", "2023-11-16"),
        ("in the past 24 hours", "in the past 24 hours", "2023-11-15", "2023-11-16"),
        ("during the last three weeks", "during the last three weeks", "2023-10-26", "2023-11-16"),
        ("two days ago", "two days ago", "2023-11-14", "2023-11-14"),
        ("besieged for two months", "for two months", "2023-09-16", "2023-11-16"),
        ("after six years of civil war", "six years of civil war", "2017-11-16", "2023-11-16"),
        ("the six-year conflict", "six-year conflict", "2017-11-16", "2023-11-16"),
        ("between 3 and 5 November", "between 3 and 5 November", "2023-11-03", "2023-11-05"),
        ("on November 3-5", "November 3-5", "2023-11-03", "2023-11-05"),
        ("from Friday to Sunday", "from Friday to Sunday", "2023-11-10", "2023-11-12"),
        ("from October to January 2022", "from October to January 2022", "2021-10-01", "2022-01-31"),
        ("since the weekend", "since the weekend", "2023-11-11", "2023-11-16"),
        ("earlier this month", "earlier this month", "2023-11-01", "2023-11-15"),
        ("held this year", "this year", "2023-01-01", "2023-11-16"),
        ("late last month", "late last month", "2023-10-21", "2023-10-31"),
        ("in August last year", "August last year", "2022-08-01", "2022-08-31"),
        ("the summer of 2020", "summer of 2020", "2020-06-01", "2020-08-31"),
    ],
)
def test_the_days_that_words_mean(text: str, said: str, first: str, last: str) -> None:
    assert read(text) == [(said, day(first), day(last))]


@pytest.mark.parametrize(
    "text",
    [
        "at least 20 may have died",
        "May 6 people rest",
        "Theresa May said so",
        "some 2000 people fled",
        "a total of 2000 tents",
        "the March 23 Movement",
        "he wrote in the Sunday Times",
        "on Fridays they march",
        "03/04/2021",
        "a 10-year-old girl",
        "the year 99999",
        "1,918 wounded",
        "at 5.30 pm",
        "an august body",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert read(text) == []


def test_until_leaves_the_start_open() -> None:
    assert read("closed until Monday") == [("until Monday", None, day("2023-11-13"))]


def test_what_is_to_come_is_looked_for_ahead() -> None:
    assert read("will meet on Friday", past=False) == [("Friday", day("2023-11-17"), day("2023-11-17"))]
    assert read("a vote in March", past=False) == [("March", day("2024-03-01"), day("2024-03-31"))]


def test_both_ends_of_the_day_of_writing_count() -> None:
    wed_to_thu = Dated(date(2023, 11, 15), date(2023, 11, 16), DatedHow.INFERRED)
    assert read("on Tuesday", wed_to_thu) == [("Tuesday", day("2023-11-14"), day("2023-11-14"))]
    assert read("yesterday", wed_to_thu) == [("yesterday", day("2023-11-14"), day("2023-11-15"))]


def test_the_previous_day_follows_the_day_told_before() -> None:
    text = "On Tuesday the convoy halted, after troops cut the road the previous day."
    assert read(text)[1] == ("the previous day", day("2023-11-13"), day("2023-11-13"))


def test_undated_reports_resolve_only_what_is_absolute() -> None:
    text = "On Tuesday and on 3 March 2021, and in May 2020, not in June"
    assert read(text, UNDATED) == [
        ("Tuesday", None, None),
        ("3 March 2021", day("2021-03-03"), day("2021-03-03")),
        ("May 2020", day("2020-05-01"), day("2020-05-31")),
        ("June", None, None),
    ]


def test_days_that_no_calendar_has_stay_unknown() -> None:
    when = resolve(find_dates("on 31 February 2019")[0], BASE)
    assert when == When(None, None, "31 February 2019", WhenPrecision.UNKNOWN)


def test_precision_follows_the_words() -> None:
    text = "in March 2011, in 2012, on 3 May 2013, last week, since 2014"
    precisions = [resolve(words, BASE).precision for words in find_dates(text)]
    assert precisions == [
        WhenPrecision.MONTH,
        WhenPrecision.YEAR,
        WhenPrecision.DAY,
        WhenPrecision.WEEK,
        WhenPrecision.SPAN,
    ]


def test_the_year_of_a_war_keeps_its_number() -> None:
    (words,) = find_dates("the war, now in its fourth year, goes on")
    assert (words.rule, words.count, words.unit, words.bound) == (DateRule.ORDINAL, 4, "year", Bound.NONE)


PIECES = st.sampled_from(
    "since until between and from to the last next May March 31 2019 99999 0 Tuesday overnight "
    "February days ago three years of war in its ninth year - – , . 's early 12/31/2020 Jan recent".split()
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join)))
def test_no_text_breaks_it(text: str) -> None:
    found = find_dates(text)
    for words in found:
        assert words.span.of(text) == words.said
        for dated in (BASE, UNDATED, Dated(date.min, date.max, DatedHow.INFERRED)):
            for past in (True, False):
                when = resolve(words, dated, past=past, text=text)
                assert when.earliest is None or when.latest is None or when.earliest <= when.latest
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


SIGNED = (
    "Signed on Tuesday, March 2, 2021", "Shops had shut in late April", "The siege is in its third year",
    "It fell the previous day", "They met on Christmas Eve", "Nothing moved between 3 and 5 May 2022",
    "Shells fell overnight into Friday", "The truce held for two weeks", "He died three years ago",
    "The Black September brigade left", "A road opened since the summer of 2019", "They came from 2013-2015",
)  # fmt: skip


@settings(max_examples=40)
@given(st.lists(st.sampled_from(SIGNED), min_size=1, max_size=6), st.integers(1, 60))
def test_what_stands_far_away_changes_nothing(said: list[str], apart: int) -> None:
    alone = [one.said for text in said for one in find_dates(f"{text}.")]
    filler = "\n\n" + "the harbour stayed shut and nobody came. " * apart + "\n\n"
    assert [one.said for one in find_dates(filler.join(f"{text}." for text in said))] == alone
