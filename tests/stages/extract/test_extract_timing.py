"""When a claim is meant to have happened, and the words that say so."""

from datetime import date

import pytest
from extract_texts import WRITTEN, read

from warmonitor.model import ClaimKind, Toll, WhenPrecision

DAY, WEEK, MONTH = WhenPrecision.DAY, WhenPrecision.WEEK, WhenPrecision.MONTH
YEAR, SPAN, UNKNOWN = WhenPrecision.YEAR, WhenPrecision.SPAN, WhenPrecision.UNKNOWN


def times(text: str, first: date | None = WRITTEN) -> set[tuple[date | None, date | None, str, str]]:
    return {
        (claim.when.earliest, claim.when.latest, claim.when.said, claim.when.precision.value)
        for claim in read(text, first)
        if claim.kind is not ClaimKind.STATEMENT
    }


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "said", "precision"),
    [
        ("The rebels took Bor on Sunday.", date(2021, 6, 6), date(2021, 6, 6), "Sunday", DAY),
        ("The rebels took Bor yesterday.", date(2021, 6, 8), date(2021, 6, 8), "yesterday", DAY),
        ("The rebels took Bor two days ago.", date(2021, 6, 7), date(2021, 6, 7), "two days ago", DAY),
        ("The rebels took Bor overnight.", date(2021, 6, 8), date(2021, 6, 9), "overnight", DAY),
        (
            "On 4 March 2015, artillery shelled the town of Debaltseve.",
            date(2015, 3, 4),
            date(2015, 3, 4),
            "4 March 2015",
            DAY,
        ),
        ("Rebels captured Bor on 31 December.", date(2020, 12, 31), date(2020, 12, 31), "31 December", DAY),
        ("The army will attack Marib next week.", date(2021, 6, 13), date(2021, 6, 20), "next week", WEEK),
        ("The rebels took Bor in late May.", date(2021, 5, 21), date(2021, 5, 31), "late May", MONTH),
        (
            "The city of Aden fell to the Houthis in March 2015.",
            date(2015, 3, 1),
            date(2015, 3, 31),
            "March 2015",
            MONTH,
        ),
        (
            "Shelling killed nine people in Donetsk in 2014.",
            date(2014, 1, 1),
            date(2014, 12, 31),
            "2014",
            YEAR,
        ),
        ("Kidal has been under rebel control since 2012.", date(2012, 1, 1), WRITTEN, "since 2012", SPAN),
        (
            "Since Sunday, shelling has killed 12 people in Bor.",
            date(2021, 6, 6),
            WRITTEN,
            "Since Sunday",
            SPAN,
        ),
        (
            "The army recaptured the town of Bor from the rebels between 5 and 9 June.",
            date(2021, 6, 5),
            date(2021, 6, 9),
            "between 5 and 9 June",
            SPAN,
        ),
    ],
)
def test_the_words_of_the_clause(
    text: str, earliest: date, latest: date, said: str, precision: WhenPrecision
) -> None:
    assert times(text) == {(earliest, latest, said, precision.value)}


def test_news_without_a_date_is_of_the_week_up_to_the_report() -> None:
    expected = {(date(2021, 6, 3), WRITTEN, "", WEEK.value)}
    assert times("Shelling killed nine people in Donetsk.") == expected


def test_a_state_without_a_date_holds_when_the_report_is_written() -> None:
    assert times("Rebels hold Donetsk.") == {(WRITTEN, WRITTEN, "", DAY.value)}


def test_without_a_day_of_writing_only_full_dates_are_known() -> None:
    full = (date(2015, 3, 4), date(2015, 3, 4), "4 March 2015", DAY.value)
    assert times("Rebels captured Bor on 4 March 2015.", None) == {full}
    assert times("Rebels captured Bor.", None) == {(None, None, "", UNKNOWN.value)}


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed in Donetsk, officials said on Monday.",
        "The Red Cross said on Thursday that 40 people had died in Bor.",
    ],
)
def test_the_day_of_speaking_is_not_the_day_of_the_event(text: str) -> None:
    assert times(text) == {(date(2021, 6, 3), WRITTEN, "", WEEK.value)}


def test_a_day_inside_the_words_reported_is_that_of_the_event() -> None:
    text = "The ministry said that 12 people were killed on Monday."
    assert times(text) == {(date(2021, 6, 7), date(2021, 6, 7), "Monday", DAY.value)}


@pytest.mark.parametrize(
    "text",
    [
        "On Sunday, rebels attacked the airport. Twelve soldiers were killed.",
        "On Sunday, rebels attacked the airport.\n\nTwelve soldiers had been killed.",
    ],
)
def test_what_follows_on_happens_on_the_day_told_before(text: str) -> None:
    assert times(text) == {(date(2021, 6, 6), date(2021, 6, 6), "Sunday", DAY.value)}


def test_news_of_the_next_paragraph_has_a_time_of_its_own() -> None:
    text = "On Sunday, rebels attacked the airport.\n\nTwelve soldiers were killed in Torit."
    (toll,) = (claim for claim in read(text) if claim.kind is ClaimKind.TOLL)
    assert (toll.when.earliest, toll.when.said) == (date(2021, 6, 3), "")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            "The offensive on Fallujah began on 23 May 2016. The fighting has displaced 80,000 people.",
            date(2016, 5, 23),
        ),
        (
            "The militia launched its offensive on Mukalla in April. The offensive has killed 700 people.",
            date(2021, 4, 1),
        ),
    ],
)
def test_a_total_runs_from_the_start_of_its_campaign(text: str, start: date) -> None:
    (toll,) = (claim for claim in read(text) if isinstance(claim.detail, Toll))
    assert (toll.when.earliest, toll.when.latest, toll.when.precision) == (start, WRITTEN, SPAN)


def test_a_report_written_within_an_interval_gives_the_interval_of_its_states() -> None:
    (claim,) = read("Rebels hold Donetsk.", date(2015, 1, 20), date(2015, 1, 25))
    assert (claim.when.earliest, claim.when.latest) == (date(2015, 1, 20), date(2015, 1, 25))


def test_a_fight_told_by_its_length_lends_its_time_to_its_toll() -> None:
    (toll,) = (
        c for c in read("A four-month siege of Harim has killed 950 civilians.") if isinstance(c.detail, Toll)
    )
    assert (toll.when.latest, toll.when.precision, toll.when.said) == (WRITTEN, SPAN, "four-month")
    assert toll.when.earliest is not None
    assert 4 * 30 <= (WRITTEN - toll.when.earliest).days <= 5 * 31


@pytest.mark.parametrize(
    ("text", "measure", "of"),
    [
        (
            "Rebels shelled Adra. 900 civilians have died since April. The UN has a figure of over 500.",
            "killed",
            "civilians",
        ),
        (
            "A further 5,600 people were displaced last week. The total since April stands at 55,000.",
            "displaced",
            "people",
        ),
        ("Some 300 villagers were wounded in April. The total now stands at 420.", "injured", "villagers"),
    ],
)  # fmt: skip
def test_a_bare_figure_counts_the_people_told_of_before_it(text: str, measure: str, of: str) -> None:
    last = [c for c in read(text) if isinstance(c.detail, Toll)][-1]
    assert isinstance(last.detail, Toll)
    assert (last.detail.measure.value, last.detail.of) == (measure, of)
    assert last.when.earliest == date(2021, 4, 1)
    assert last.where == ()


def test_a_figure_beside_another_in_its_sentence_stays_with_that() -> None:
    text = (
        "93 nurses have been killed since April. The army reported 44 deaths of soldiers, taking the total "
    )
    text += "to 1,221."
    last = [c for c in read(text) if isinstance(c.detail, Toll)][-1]
    assert isinstance(last.detail, Toll)
    assert last.detail.of != "nurses"


def test_a_day_beside_the_raid_times_the_raid_and_not_the_speaking() -> None:
    raid = (date(2021, 6, 2), date(2021, 6, 2), "2 June", DAY.value)
    assert times("Partners say a strike on a car at Camp 16 on 2 June killed 15 civilians.") == {raid}
