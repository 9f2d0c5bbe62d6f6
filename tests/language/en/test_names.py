"""Runs of capitalised words become one token; nothing else moves."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.language.en.names import as_seen, join_names
from warmonitor.language.en.tokens import Token, tokens


def joined(text: str) -> list[str]:
    return [token.text for token in join_names(tokens(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells fell on Khan Yunis at dawn.", "Khan Yunis"),
        ("They fled to Deir al-Balah at dawn.", "Deir al-Balah"),
        ("They fled to Wad Madani at dawn.", "Wad Madani"),
        ("They fled to Mocimboa da Praia at dawn.", "Mocimboa da Praia"),
        ("A spokesman for Doctors Without Borders spoke.", "Doctors Without Borders"),
        ("Tripoli Airport was closed at dawn.", "Tripoli Airport"),
    ],
)
def test_a_name_of_several_words_is_one_token(text: str, name: str) -> None:
    assert name in joined(text)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Fighters took Bor on Sunday March 3 at dawn.", ["Sunday", "March"]),
        ("Rebels Monday took the town at dawn.", ["Rebels", "Monday"]),
        ("The Turkish-backed Azaz council met at dawn.", ["Turkish-backed", "Azaz"]),
        ("Shelling Goma , Kenya said , was wrong.", ["Goma", "Kenya"]),
    ],
)
def test_what_stays_apart(text: str, apart: list[str]) -> None:
    assert set(apart) <= set(joined(text))


def test_a_headline_is_left_as_it_is() -> None:
    text = "Rebel Forces Capture Northern Border Town"
    assert joined(text) == text.split()


words = st.lists(
    st.one_of(
        st.sampled_from("Khan Yunis al-Balah da de Monday The rebels took 12 , - al".split()),
        st.text(max_size=5),
    ),
    max_size=12,
)


@given(words.map(" ".join))
def test_joining_keeps_offsets_order_and_every_letter(text: str) -> None:
    before: list[Token] = list(tokens(text))
    after = join_names(before)
    assert [t.start for t in after] == sorted(t.start for t in after)
    assert all(a.end <= b.start for a, b in pairwise(after))
    assert "".join(t.text for t in after).replace(" ", "") == "".join(t.text for t in before).replace(" ", "")
    edges = {t.start for t in before}, {t.end for t in before}
    assert all(t.start in edges[0] and t.end in edges[1] for t in after)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Doctors of WHO left US posts.", ["Doctors", "of", "NATO", "left", "NATO", "posts", "."]),
        ("They who left told us so.", ["They", "who", "left", "told", "us", "so", "."]),
        ("Shells fell on Khan Yunis at dawn.", ["Shells", "fell", "on", "Yunis", "at", "dawn", "."]),
    ],
)
def test_a_parser_sees_initials_as_a_name(text: str, seen: list[str]) -> None:
    assert as_seen(join_names(tokens(text))) == seen


def test_in_capitals_nothing_tells_initials_from_words() -> None:
    assert as_seen(tokens("DOCTORS WHO LEFT TOWN TOLD US")) == "DOCTORS WHO LEFT TOWN TOLD US".split()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He is the leader of Boko Haram in Cameroon.", "Boko Haram"),
        ("Colonel Idriss Traore, commander of the Fifth Brigade, was there.", "Fifth Brigade"),
    ],
)
def test_many_names_in_few_words_are_no_headline(text: str, name: str) -> None:
    assert name in joined(text)


def test_a_headline_in_capitals_is_left_as_it_is() -> None:
    assert joined("Troops Fled from Wad Madani After Shelling")[3:5] == ["Wad", "Madani"]
