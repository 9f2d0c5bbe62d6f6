"""Several reviewers at once: what is applied and what is refused are all that was tried, and none is lost."""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from judging import WHEN, amend, claim, say
from kept_documents import NOW, Place, made_of, raw_report, times

from warmonitor.model import ConflictError, Held, Judgement, JudgementError, Verdict
from warmonitor.store.check import check
from warmonitor.store.judged import check_judged
from warmonitor.store.judgements import history, in_force, judge, standing, undoing
from warmonitor.store.store import JUDGEMENT, open_store

REVIEWERS = 8


def reviewer(place: Place, who: int, edits: int, records: int) -> tuple[int, int]:
    here = Path(__file__).with_name("judging.py")
    told = [sys.executable, str(here), place.store, str(place.raw or ""), "r" * who, str(edits), str(records)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(here.parent), *filter(None, sys.path)])}
    done = subprocess.run(told, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 0, done.stderr
    applied, refused = map(int, done.stdout.split())
    return applied, refused


def together(place: Place, edits: int, records: int) -> None:
    """Let all reviewers judge while documents are added; hold what they were told against what is kept."""
    with place.open() as store, ThreadPoolExecutor(REVIEWERS) as pool:
        told = [pool.submit(reviewer, place, who + 1, edits, records) for who in range(REVIEWERS)]
        for number in range(40):
            store.keep(raw_report(number), made_of(raw_report(number)), NOW)
        counts = [one.result() for one in told]
        applied = sum(one for one, _ in counts)
        assert applied + sum(other for _, other in counts) == REVIEWERS * edits
        assert len(store.given(JUDGEMENT)) == applied == len(in_force(store))
        for number in range(1, records + 1):
            told_of = history(store, claim(number).key)
            assert [one.judgement.version for one in told_of] == list(range(len(told_of)))
        assert list(check(store)) == []


def test_eight_reviewers_of_one_record_lose_nothing(place: Place) -> None:
    together(place, times(60 if place.raw else 200, 200), 1)


def test_eight_reviewers_of_many_records_lose_nothing(place: Place) -> None:
    together(place, times(20, 50), 100)


class Review(RuleBasedStateMachine):
    """What stands is what a list of all judgements says, each with a flag that undoing turns."""

    def __init__(self) -> None:
        super().__init__()
        memory = Path("/dev/shm")
        self.folder = tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)
        self.store = open_store(self.folder.name, create=True)
        self.made: list[Held] = []
        self.flags: dict[str, bool] = {}

    def teardown(self) -> None:
        self.store.database.close()
        self.folder.cleanup()

    def apply(self, judgement: Judgement) -> None:
        held = judge(self.store, judgement, NOW)
        assert held.version == len(self.made) + 1
        self.made.append(held)
        self.flags[held.id] = True

    @rule(best=st.integers(0, 99), by=st.sampled_from(["Ivo", "Ada"]))
    def amend(self, best: int, by: str) -> None:
        self.apply(amend(len(self.made), best, by))

    @rule(verdict=st.sampled_from([Verdict.ACCEPT, Verdict.REJECT]))
    def say(self, verdict: Verdict) -> None:
        self.apply(say(verdict, len(self.made)))

    @rule(behind=st.integers(1, 5), best=st.integers(0, 99))
    def stale(self, behind: int, best: int) -> None:
        told = amend(len(self.made) + behind, best)
        with pytest.raises(ConflictError) as refused:
            judge(self.store, told, NOW)
        assert refused.value.version == len(self.made)
        assert [held.id for held in refused.value.stands] == self.standing()

    @precondition(lambda self: self.made)
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        held = data.draw(st.sampled_from(self.made))
        told = undoing(held, "Ada", WHEN, "wrong page", len(self.made))
        if not self.flags[held.id]:
            with pytest.raises(JudgementError, match="does not stand"):
                judge(self.store, told, NOW)
            return
        self.apply(told)
        turn: str | None = held.id
        stands = False
        while turn is not None:
            self.flags[turn] = stands
            turn = next(one.judgement.undoes for one in self.made if one.id == turn)
            stands = not stands

    def standing(self) -> list[str]:
        return [one.id for one in self.made if self.flags[one.id] and one.judgement.undoes is None]

    @invariant()
    def what_stands_is_what_was_said(self) -> None:
        version, stands = standing(self.store, claim().key)
        assert version == len(self.made)
        assert [one.id for one in stands] == self.standing()
        assert [one.id for one in in_force(self.store)] == self.standing()

    @invariant()
    def nothing_is_wrong(self) -> None:
        with self.store.database.reading() as connection:
            assert list(check_judged(connection, JUDGEMENT)) == []


TestReview = Review.TestCase
TestReview.settings = settings(max_examples=20, stateful_step_count=15)
