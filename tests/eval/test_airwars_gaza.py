"""The adapter of incidents with an analyst's range: both readings, both measures, the held half apart."""

import gzip
import json
from pathlib import Path

import pytest

from eval.airwars_gaza import Answer, casualties, score, tuned_on
from warmonitor.model import Casualties, Event, Measure, When

FIRST = "On 7 March 2021 a strike hit a mill in Oldava, killing between four and six people and wounding ten."
SECOND = (
    "The union said that the strike on the mill had killed six people. The ministry said four people died."
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    row = {
        "code": "X1",
        "day": "2021-03-07",
        "narrative": [FIRST, SECOND],
        "killed": [4, 6],
        "injured": [10, 10],
    }
    bare = {"code": "X2", "day": "2021-03-07", "narrative": ["", "Nothing is known."], "killed": None,
            "injured": [2, 2]}  # fmt: skip
    lines = "".join(json.dumps(one) + "\n" for one in (row, bare))
    (tmp_path / "airwars_gaza.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    return tmp_path


def test_a_range_is_scored_with_and_without_the_first_paragraph(data: Path) -> None:
    got = score(data)
    assert got["incidents"] == 2
    assert (got["all.killed.range"], got["all.killed.upper"]) == (1.0, 1.0)
    assert (got["cut.killed.range"], got["cut.killed.upper"]) == (1.0, 1.0)
    assert (got["all.injured.range"], got["cut.injured.range"]) == (0.5, 0.0)


def test_the_halves_are_told_by_the_code_alone() -> None:
    halves = [tuned_on(f"C{number}") for number in range(200)]
    assert 60 < sum(halves) < 140
    assert halves == [tuned_on(f"C{number}") for number in range(200)]


def event(number: int, *ranges: Casualties) -> Event:
    return Event(f"event-{number}", "Explosions/Remote violence", None, None, When(), casualties=ranges)


def test_the_event_told_first_answers_and_an_open_end_is_the_number_named() -> None:
    events = [
        event(1),
        event(2, Casualties(Measure.KILLED, 5, None)),
        event(3, Casualties(Measure.KILLED, 1, 9)),
    ]
    assert casualties(events, Measure.KILLED) == (5, 5)
    assert casualties(events, Measure.INJURED) is None


def test_an_answer_is_right_only_as_a_whole() -> None:
    answer = Answer("X", "all", Measure.KILLED, (4, 6), (5, 6))
    assert (answer.right, answer.upper) == (False, True)
