from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tell_sample import sample

from warmonitor.model import Attack, Blame, Quantity, Span
from warmonitor.stages.tell import words
from warmonitor.stages.tell.book import Book

BOOK = Book(sample())


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        (None, None, "date not known"),
        (date(2031, 3, 2), date(2031, 3, 2), "2 March 2031"),
        (date(2031, 3, 2), date(2031, 3, 11), "2 to 11 March 2031"),
        (date(2031, 2, 27), date(2031, 3, 2), "27 February to 2 March 2031"),
        (date(2030, 12, 30), date(2031, 1, 2), "30 December 2030 to 2 January 2031"),
        (date(2031, 2, 1), date(2031, 2, 28), "February 2031"),
        (date(2031, 1, 1), date(2031, 12, 31), "2031"),
        (date(2031, 1, 1), None, "since 1 January 2031"),
        (None, date(2031, 3, 10), "until 10 March 2031"),
    ],
)
def test_dates(earliest: date | None, latest: date | None, said: str) -> None:
    assert words.when_words(earliest, latest) == said


@pytest.mark.parametrize(
    ("quantity", "said"),
    [
        (Quantity(), "number not known"),
        (Quantity(12, 12, 12), "12"),
        (Quantity(2000), "at least 2,000"),
        (Quantity(None, None, 50), "up to 50"),
        (Quantity(200, None, 999, approximate=True), "about 200 to 999"),
        (Quantity(None, 40, None, approximate=True), "about 40"),
        (Quantity(None, 880, 880, approximate=True), "about 880"),
        (Quantity(0, 0, 0), "0"),
    ],
)
def test_counts(quantity: Quantity, said: str) -> None:
    assert words.quantity_words(quantity) == said


@pytest.mark.parametrize(
    ("claim", "said", "who"),
    [
        ("claim-05", "“The people of Tashkul have nowhere left to go”", "Amsa Ferro (to Meridian Wire)"),
        ("claim-09", "Army surrounds Orven (against Highland Front)", "Meridian Wire, in its own voice"),
        ("claim-08", "12 soldiers killed, by Highland Front", "Highland Front"),
        ("claim-06", "Attack by Army on homes", "Army"),
        ("claim-22", "Agreement: truce", "an official"),
    ],
)
def test_claims(claim: str, said: str, who: str) -> None:
    assert words.claim_words(BOOK.claims[claim], BOOK) == said
    assert words.chain_words(BOOK.claims[claim], BOOK) == who


def test_ids_and_dates_in_a_reason_are_made_readable() -> None:
    said = words.readable("strand-report-a has report-b, from 2031-03-12 on, not 2031-02-30; report-x", BOOK)
    assert said == "the text of R1 and R2 has R2, from 12 March 2031 on, not 2031-02-30; report-x"


def test_doubt_is_said_only_where_there_is_some() -> None:
    said = {claim.id: words.doubt_words(claim) for claim in BOOK.account.claims}
    assert {k: v for k, v in said.items() if v} == {
        "claim-06": "denied", "claim-08": "alleged", "claim-12": "alleged", "claim-19": "alleged",
        "claim-22": "possible",
    }  # fmt: skip


def test_sentence_round_the_quote() -> None:
    text = 'First one. "Second, he said." Third here\n\nNew paragraph'
    for quote, whole in (
        ("Second", '"Second, he said."'),
        ("Third", "Third here"),
        ("paragraph", "New paragraph"),
    ):
        at = text.index(quote)
        assert words.sentence(text, Span(at, at + len(quote))).of(text) == whole


@given(st.text(alphabet='ab. \n"!', max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_sentence_always_holds_the_quote(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    quote = Span(start, end)
    found = words.sentence(text, quote)
    assert found.end <= len(text)
    assert found.covers(quote)


@pytest.mark.parametrize(
    ("blame", "said"), [(Blame.CLAIMED, "(claimed or admitted)"), (Blame.FACT, "("), (None, "(")]
)
def test_how_sure_it_is_who_did_it(blame: Blame | None, said: str) -> None:
    claim = next(one for one in sample().claims if one.id == "claim-06")
    assert isinstance(claim.detail, Attack)
    told = words.claim_words(replace(claim, detail=replace(claim.detail, blame=blame)), BOOK)
    assert (said in told) is (blame is Blame.CLAIMED)
