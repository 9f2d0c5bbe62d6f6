import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.language.en.tokens import tokens


def words(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They can't, we're", ["They", "ca", "n't", ",", "we", "'re"]),
        ("the town’s mayor", ["the", "town", "’s", "mayor"]),
        ("the soldiers' wives", ["the", "soldiers", "'", "wives"]),
        ("It cannot be", ["It", "can", "not", "be"]),
        ("2,000 men, 3.5%, 10:30", ["2,000", "men", ",", "3.5", "%", ",", "10:30"]),
        ("$4.5bn at 10:30am", ["$", "4.5bn", "at", "10:30am"]),
        ("30–40 people", ["30–40", "people"]),
        ("a rebel-held town", ["a", "rebel-held", "town"]),
        ("ad-Duluk's U.S.-led force", ["ad-Duluk", "'s", "U.S.-led", "force"]),
        ("in the U.S. on Sept. 3", ["in", "the", "U.S.", "on", "Sept.", "3"]),
        ("Gen. J. R. Alder left.", ["Gen.", "J.", "R.", "Alder", "left", "."]),
        ("O'Dell of N'Gara, Sa'dun", ["O'Dell", "of", "N'Gara", ",", "Sa'dun"]),
        ("and/or 4/4/2019", ["and", "/", "or", "4/4/2019"]),
        ("gone—he said—now", ["gone", "—", "he", "said", "—", "now"]),
        ("“Stop!” (he) said...", ["“", "Stop", "!", "”", "(", "he", ")", "said", "..."]),
        ("see https://a.example/b?c=1.", ["see", "https://a.example/b?c=1", "."]),
        ("a 21-year-old, 10,000-strong", ["a", "21-year-old", ",", "10,000-strong"]),
        ("1\u200b200 dead\u200f", ["1\u200b200", "dead\u200f"]),
        ("١٢٠ قتيلا", ["١٢٠", "قتيلا"]),
        ("at 7:30PM, GEN. ALDER", ["at", "7:30PM", ",", "GEN.", "ALDER"]),
        ("no. It is No. 3", ["no", ".", "It", "is", "No.", "3"]),
        ("***** ---- «so»", ["*****", "----", "«", "so", "»"]),
        ("THEY DIDN'T GO", ["THEY", "DID", "N'T", "GO"]),
        ("\u200b \u200e", []),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_offsets_count_from_start() -> None:
    found = tokens("He's here", start=100)
    assert [(t.start, t.end) for t in found] == [(100, 102), (102, 104), (105, 109)]
    assert found[0].span.start == 100


@given(st.text(max_size=200))
def test_tokens_slice_to_their_text_and_cover_all_that_is_seen(text: str) -> None:
    found = tokens(text)
    assert all(text[t.start : t.end] == t.text and t.text for t in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    covered = {i for t in found for i in range(t.start, t.end)}
    assert not [c for i, c in enumerate(text) if i not in covered and c.isalnum()]
