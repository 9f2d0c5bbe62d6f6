import pytest

from eval.matching import fold, meet, same_dates, same_name, same_number, same_people, stretches


def test_fold_drops_accents_case_and_punctuation() -> None:
    assert fold("Sa‘da — Été, 2,000!") == "sa da ete 2 000"


def test_words_are_found_everywhere_they_stand() -> None:
    assert stretches("Two dead", fold("two dead; later, TWO DEAD.")) == [(0, 8), (15, 23)]
    assert stretches("", "anything") == []


def test_stretches_meet_only_where_they_share_a_character() -> None:
    assert meet([(0, 5)], [(4, 9)])
    assert not meet([(0, 5)], [(5, 9)])


@pytest.mark.parametrize(
    ("gold", "said", "same"),
    [
        ("civilians", "civilian", True),
        ("civilians", "Yemeni civilians", True),
        ("people", "residents", True),
        ("people", "young people", False),
        ("children", "girl", True),
        ("civilians", "soldiers", False),
        ("people", None, False),
    ],
)
def test_people_counted(gold: str, said: str | None, same: bool) -> None:
    assert same_people(gold, said) is same


@pytest.mark.parametrize(
    ("gold", "claim", "same"),
    [
        ({"low": 500, "high": 500}, {"low": 500, "best": 500, "high": 500}, True),
        ({"low": 500, "high": 500}, {"low": 450, "best": 500, "high": None}, True),
        ({"low": 500, "high": 500}, {"low": 300, "best": 300, "high": 300}, False),
        ({"low": 100, "high": None}, {"low": 100, "high": None}, True),
        ({"low": 100, "high": None}, {"low": 90, "best": 90, "high": None}, False),
        ({"low": 200, "high": 999}, {"low": 200, "high": 999}, True),
        ({"low": 200, "high": 999}, {"low": 20, "high": 999}, False),
        ({"low": 32, "high": 35}, {"low": 32, "high": 35}, True),
        ({"low": 3, "high": 3}, {"low": None, "high": None}, False),
    ],
)
def test_numbers(gold: dict[str, int | None], claim: dict[str, int | None], same: bool) -> None:
    assert same_number(gold, claim) is same


def test_names_match_whole_words_and_aliases() -> None:
    aliases = {"United Nations": ["UN", "Red Cross"]}
    assert same_name("United Nations", {"name": None, "said": "the UN"}, aliases)
    assert same_name("United Nations", [{"name": "Red Cross of Geneva"}], aliases)
    assert not same_name("United Nations", "UNICEF", aliases)
    assert not same_name("Hama", "Hamadan", {})


@pytest.mark.parametrize(
    ("when", "same"),
    [
        ({"earliest": "2020-05-01", "latest": "2020-05-04"}, True),
        ({"earliest": None, "latest": "2020-05-02"}, True),
        ({"earliest": "2020-05-05", "latest": "2020-05-06"}, False),
        ({"earliest": "2020-01-01", "latest": "2020-05-04"}, False),
        ({"earliest": None, "latest": None}, False),
        (None, False),
    ],
)
def test_dates(when: dict[str, str | None] | None, same: bool) -> None:
    assert same_dates(["2020-05-01", "2020-05-03"], when) is same
