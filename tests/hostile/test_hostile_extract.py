"""Hostile texts through extraction: no crash, and every span is the words that it quotes."""

from collections.abc import Iterator
from datetime import date

import pytest
from hostile_texts import HOSTILE, RUN_ON
from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.language.en.lengths import LONGEST
from warmonitor.language.en.parser import load_parser
from warmonitor.model import Agreed, Claim, Dated, DatedHow, Named, Report, Toll
from warmonitor.stages.extract import extract, extract_noting
from warmonitor.stages.extract.reading import read

WRITTEN = date(2021, 6, 9)
SIGNS = ["\n", "\n\n", "\x00", "\ud800", "\u200b", "\u202e", "1\u200b4", "9" * 40, "a-" * 30, "A" * 60]
MARKS = [*SIGNS, *"“ ” \" ' ‘ ’ « ( ) [ … — ١٤ , . ; :".split()]
SAYINGS = [
    *("Shelling killed 14 people in Aden", "the army said", "rebels captured Bor", "on Sunday", "since 2012"),
    *(
        "including three children",
        "another nine",
        "of them",
        "denied",
        "according to the mayor",
        "handed over",
    ),
    *(
        "clashes between the army and rebels",
        "dozens of",
        "at least",
        "were wounded",
        "they",
        "the town",
        "not",
    ),
]


def report(text: str) -> Report:
    return Report("report-a", "report-a", "0" * 64, text, dated=Dated(WRITTEN, WRITTEN, DatedHow.STATED))


def names(claim: Claim) -> Iterator[Named]:
    for link in claim.attribution:
        yield link.speaker
        yield from [link.via] if link.via else []
    yield from claim.where
    if isinstance(claim.detail, Agreed):
        yield from claim.detail.parties
    for field in ("perpetrator", "target", "party", "counterparty"):
        found = getattr(claim.detail, field, None)
        yield from [found] if isinstance(found, Named) else []


def check(text: str, claims: list[Claim]) -> None:
    ids = {claim.id for claim in claims}
    assert len(ids) == len(claims)
    for claim in claims:
        assert 0 <= claim.quote.start < claim.quote.end <= len(text)
        assert claim.quote.of(text).strip()
        assert all(name.said == name.span.of(text) != "" for name in names(claim))
        if isinstance(claim.detail, Toll):
            assert claim.detail.part_of in {None, *ids}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_without_harm(text: str) -> None:
    check(text, extract(report(text), load_parser()))


@settings(max_examples=30)
@given(
    st.lists(st.sampled_from(SAYINGS + MARKS), min_size=1, max_size=40),
    st.sampled_from(["", " "]),
)
def test_any_mixture_is_read_without_harm(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    check(text, extract(report(text), load_parser()))


@settings(max_examples=30)
@given(st.text(st.characters(exclude_categories=[]), max_size=80), st.text(max_size=20))
def test_any_characters_are_read_without_harm(before: str, inside: str) -> None:
    text = f"{before} Shelling killed 14 {inside}people in Aden, the army said."
    check(text, extract(report(text), load_parser()))


def killed(text: str) -> list[int | None]:
    claims = extract(report(text), load_parser())
    return [c.detail.quantity.best for c in claims if isinstance(c.detail, Toll)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Shelling killed ١٤ people in Aden.", 14),
        ("Shelling killed ۱۴ people in Aden.", 14),
        ("Shelling killed ٣٬٠٠٠ people in Aden.", 3_000),
        ("Shelling killed 1\u200b4 people in Aden.", 14),
        ("Shelling killed 1\u200b,\u200b200 people in Aden.", 1_200),
        ("Shelling killed \u202b14\u202c people in Aden.", 14),
        ("Shelling killed １４ people in Aden.", 14),
    ],
)
def test_a_number_is_read_in_whatever_signs(text: str, number: int) -> None:
    assert killed(text) == [number]


def test_a_number_too_long_for_people_counts_nobody() -> None:
    assert killed(f"Shelling killed {'9' * 5000} people in Aden.") == []


def test_every_line_of_a_long_list_is_told() -> None:
    assert sorted(killed(HOSTILE["500 casualty lines"]), key=str) == sorted(range(1, 501), key=str)


def test_work_on_a_run_on_is_bounded_and_said() -> None:
    one = report(RUN_ON * 100)
    reading = read(one, load_parser())
    assert max(len(sentence.tokens) for sentence in reading.sentences) <= LONGEST
    claims, issues = extract_noting(one, load_parser())
    assert [issue.code for issue in issues] == ["long-sentence"]
    assert len(claims) > 150


def test_a_sentence_as_people_write_it_is_no_issue() -> None:
    assert extract_noting(report("Shelling killed 14 people. " * 50), load_parser())[1] == ()


def test_what_is_told_twice_as_often_is_found_twice_as_often() -> None:
    few, many = (len(extract(report(RUN_ON * times), load_parser())) for times in (60, 120))
    assert 1.9 * few <= many <= 2.1 * few
