"""The set that asks when articles were written: days hidden and falsified, halves, shares."""

from dataclasses import replace
from datetime import date

import pytest

from eval.copies_draw import Article
from eval.dating import (
    FALSE_OF,
    FOLDS,
    HALVES,
    SHIFTS,
    Hidden,
    Row,
    falsified,
    hide,
    misses,
    shares,
    undated,
)
from warmonitor.model import Dated, DatedHow

DAY = date(2021, 3, 4)
TEXT = (
    "Shells fell on the fish market of Port Arden early on Monday and set eleven stalls on fire, the harbour "
    "council said. By noon the fires were out and boats were leaving again."
)
ARTICLE = Article("a1", "herald", None, "Title", TEXT)


def row(posted: date | None, first: date | None, last: date | None, how: DatedHow = DatedHow.INFERRED) -> Row:
    return Row(Hidden(ARTICLE, DAY, "tune"), posted, Dated(first, last, how, "because"))


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Thu 04 Mar 2021 ", DAY),
        ("Posted on March 4 2021 by Ana Costa ", DAY),
        ("Last updated at Mar 042021 ", DAY),
        ("04.03.2021 ", DAY),
        ("04-03-2021 ", DAY),
        ("Thursday 4 March, ", None),
        ("31.02.2021 ", None),
    ],
)
def test_the_day_at_the_head_is_read_and_cut_out(head: str, day: date | None) -> None:
    found = hide([replace(ARTICLE, text=head + TEXT)])
    assert [one.day for one in found] == ([day] if day else [])
    assert all("2021" not in one.article.text and TEXT in one.article.text for one in found)


def test_articles_that_share_text_stand_in_one_half() -> None:
    texts = [replace(ARTICLE, key=f"k{n}", text=f"04.03.2021 {TEXT} Word{n}.") for n in range(9)]
    halves = {one.half for one in hide(texts)}
    assert len(halves) == 1
    assert halves <= set(HALVES)


def test_each_article_is_undated_once_and_few_dates_are_false() -> None:
    many = [Hidden(replace(ARTICLE, key=f"k{n}"), DAY, "tune") for n in range(300)]
    folds = list(undated(many))
    assert len(folds) == FOLDS
    assert all(sum(fold[one.article.key] is None for fold in folds) == 1 for one in many)
    posted = falsified(many)
    off = [(day - DAY).days for day in posted.values() if day]
    assert set(off) == {0, *SHIFTS}
    assert sum(days != 0 for days in off) < 2 * len(many) / FALSE_OF


def test_shares_of_one_half() -> None:
    without = [
        row(None, DAY, DAY),
        row(None, date(2021, 1, 1), date(2021, 12, 31)),
        row(None, date(2021, 5, 1), date(2021, 5, 3)),
        row(None, None, None, DatedHow.UNKNOWN),
    ]
    dates = [row(DAY, DAY, DAY, DatedHow.STATED), row(date(2022, 3, 4), DAY, DAY)]
    found = shares(without, dates)
    assert found["dated"] == 0.75
    assert found["holds"] == found["within"] == pytest.approx(2 / 3)
    assert (found["month"], found["week"], found["width"]) == (0.25, 0.25, 3)
    assert (found["kept"], found["found"], found["mended"]) == (1, 1, 1)
    assert len(misses(without, dates)) == 1
