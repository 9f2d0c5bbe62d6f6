"""What holds for every text: spans lie in it, names are as written, ids are stable, nothing raises."""

from datetime import date

import pytest
from extract_texts import WRITTEN, names_of, report
from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.language.en.parser import load_parser
from warmonitor.model import Claim, Toll
from warmonitor.stages.extract import extract

WORDS = """
the army|rebels|said|that|denied|claimed|according to|the ministry|captured|shelled|killed|wounded|fled|died
at least|12|1,5oo|٣٬٠٠٠|99999999999999999999|dozens of|half a million|people|soldiers|of them|including|among
Goma|the town of|Bor|near|in|on Sunday|since 2012|31 February|it|they|which|not|will|if|while|adding
ceasefire|between|a base|the road|under siege|air strike|convoy|withdrew from|took control of|-held
"""
MARKS = [
    *",.;:()—-…!?“”‘’\"'№%$é💥",
    "\n",
    "\n\n",
    "\u200b",
    "\u200f",
    "\u202b",
    "\x00",
    "1\u200b4",
    "A\u200bden",
]
PIECES = WORDS.strip().replace("\n", "|").split("|") + MARKS

texts = st.one_of(
    st.lists(st.sampled_from(PIECES), min_size=3, max_size=30).map(" ".join),
    st.text(max_size=200),
)


def check(text: str, claims: list[Claim]) -> None:
    for claim in claims:
        assert claim.quote.end <= len(text)
        assert claim.quote.of(text).strip()
        for name in names_of(claim):
            assert name.said == name.span.of(text) != ""
        if isinstance(claim.detail, Toll):
            q = claim.detail.quantity
            known = [n for n in (q.low, q.best, q.high) if n is not None]
            assert known == sorted(known)
            assert claim.detail.part_of in {None, *(one.id for one in claims)}
    ids = [claim.id for claim in claims]
    assert len(ids) == len(set(ids))
    assert [claim.quote for claim in claims] == sorted(claim.quote for claim in claims)


@settings(max_examples=200)
@given(texts)
def test_every_word_of_a_claim_stands_in_the_text(text: str) -> None:
    claims = extract(report(text), load_parser())
    check(text, claims)
    assert extract(report(text), load_parser()) == claims


HOSTILE = {
    "upper case": "SHELLING KILLED 14 PEOPLE IN BAKHMUT ON TUESDAY, THE ARMY SAID. REBELS CAPTURED GOMA.",
    "lower case without a mark": "shelling killed 14 people in goma the army said rebels captured bor " * 12,
    "one sentence of 2,000 words": "The road is long and the army said that " * 220 + "rebels captured Bor.",
    "5,000 digits": f"Shelling killed {'9' * 5000} people in Bakhmut.",
    "2,000 groups of digits": f"The death toll rose to {'1,' * 2000}000.",
    "unclosed quotes": "“The army captured Goma, the mayor said. \"Twelve people died. 'Shells hit the town.",
    "300 lists": "\n".join(f"{i}. Village {i}: {i + 1} people killed, {i} wounded" for i in range(300)),
    "quotes alone": "\"“”'‘’«»" * 50 + " killed 12 people",
    "speech in speech": "He said that " * 200 + "the army captured Goma.",
    "controls": "\x00killed\x00 12 people\x00 in Goma\x1b",
    "emoji": "💥 killed 12 👩‍👩‍👧 people in 🏙️ Goma",
    "blanks": "  \n\n \t ",
    "nothing": "",
}


@pytest.mark.parametrize("text", list(HOSTILE.values()), ids=list(HOSTILE))
def test_hostile_text_is_read_without_harm(text: str) -> None:
    check(text, extract(report(text), load_parser()))


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("SHELLING KILLED 14 PEOPLE IN BAKHMUT.", 14),
        ("Shelling killed ١٤ people in Aden.", 14),
        ("Shelling killed ٣٬٠٠٠ people in Aden.", 3_000),
        ("Shelling killed 1\u200b4 people in A\u200bden\u200f.", 14),
        ("Shelling killed 14\u200f people in \u202bAden\u202c.", 14),
    ],
)
def test_counts_in_any_script(text: str, killed: int) -> None:
    counted = [c.detail for c in extract(report(text), load_parser()) if isinstance(c.detail, Toll)]
    assert [one.quantity.best for one in counted] == [killed]


def test_a_number_too_long_for_people_is_no_count() -> None:
    claims = extract(report(HOSTILE["5,000 digits"]), load_parser())
    assert not [one for one in claims if isinstance(one.detail, Toll)]


def test_every_casualty_of_a_long_list_is_told_once() -> None:
    text = "\n".join(f"Clashes in the village killed {i} people." for i in range(2, 302))
    counted = [c.detail for c in extract(report(text), load_parser()) if isinstance(c.detail, Toll)]
    assert [one.quantity.best for one in counted] == list(range(2, 302))


@pytest.mark.parametrize("written", [date(1900, 1, 1), date(2020, 2, 29), date.max])
def test_the_ends_of_the_calendar_raise_nothing(written: date) -> None:
    text = "Rebels captured Bor. Shelling killed nine people last week. The army will attack Torit next year."
    claims = extract(report(text, written), load_parser())
    assert len(claims) > 2
    check(text, claims)


def test_ids_do_not_hang_on_when_a_report_was_written() -> None:
    text = "Rebels captured Bor on Sunday."
    (one,), (other,) = (extract(report(text, day), load_parser()) for day in (WRITTEN, date(2015, 1, 1)))
    assert one.id == other.id
    assert one.when != other.when
