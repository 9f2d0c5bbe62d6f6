"""A pile read again in one process: the same account as if nothing had been read before, byte for byte."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from warmonitor.model import Account, Claim, Issue, Report
from warmonitor.model.memo import answers, forget
from warmonitor.run.account import account_of, extracted, told
from warmonitor.run.reading import read_reports
from warmonitor.run.references import open_look_ups
from warmonitor.run.timings import Timings, quiet

CASES = sorted(path for path in (Path(__file__).parent.parent / "eval" / "cases").iterdir() if path.is_dir())


def pile(cases: Sequence[Path]) -> list[Report]:
    reports, _ = read_reports([str(case / "reports") for case in cases], quiet, Timings())
    return reports


look_ups = cache(open_look_ups)


@cache
def claims_of(report: Report) -> tuple[Claim, ...]:
    return tuple(extracted([report], quiet, Timings())[0])


def from_store(reports: Sequence[Report], *_: object) -> tuple[list[Claim], list[Issue]]:
    """Claims are kept apart, as a store does: they are made from the words and the day alone."""
    plain = [replace(one, copy_of=None, strand=None, dated=replace(one.dated, because="")) for one in reports]
    return [claim for one in plain for claim in claims_of(one)], []


def read(reports: Sequence[Report]) -> Account:
    return account_of(reports, [], look_ups(), from_store, quiet, Timings())


def cold(reports: Sequence[Report]) -> Account:
    forget()
    return read(reports)


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return pile(CASES)


def test_a_growing_pile_is_read_as_if_for_the_first_time(reports: list[Report]) -> None:
    shuffled = random.Random(1).sample(reports, 30)
    sizes = [1, 5, 17, 29, 30, 17]
    forget()
    warm = [read(shuffled[:size]) for size in sizes]
    again = {size: cold(shuffled[:size]) for size in (5, 17, 30)}
    assert told(warm[-2]) == told(again[30])
    assert all(one == again[size] for size, one in zip(sizes, warm, strict=True) if size in again)


def test_what_is_kept_is_bounded(reports: list[Report]) -> None:
    cold(reports)
    kept, most = answers()
    assert 0 < kept <= most


@pytest.mark.parametrize(
    "change",
    [
        {"stated_date": date(1999, 5, 4)},
        {"stated_date": None},
        {"outlet": "Thistle Wire"},
        {"title": "Nothing of the kind"},
        {"agencies": ("Reuters",)},
        {"url": "https://thistle.example/1999/05/04/news"},
    ],
    ids=str,
)
def test_a_report_that_was_changed_is_read_anew(reports: list[Report], change: dict[str, object]) -> None:
    few = reports[:7]
    changed = [replace(few[0], **change), *few[1:]]  # type: ignore[arg-type]
    cold(few)
    assert read(changed) == cold(changed)


def test_a_text_that_was_changed_is_read_anew(reports: list[Report]) -> None:
    few = reports[:7]
    text = few[0].text.replace(" the ", " a ", 1).replace("killed", "wounded")
    changed = [replace(few[0], text=text), *few[1:]]
    assert text != few[0].text
    cold(few)
    assert read(changed) == cold(changed)
