"""Steps over a store of a few tiny reports that were really read, and what a process of its own does of them.

The account of a block is made once and remembered in a folder: how it is put into the store is what matters.
"""

import hashlib
import os
import pickle
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from kept_documents import NOW, Place

from warmonitor.model import (
    Account,
    Asked,
    Cited,
    Judged,
    Judgement,
    QueryError,
    Question,
    RawReport,
    Subject,
    Verdict,
    make_id,
)
from warmonitor.run import refresh as refreshing
from warmonitor.run.blocks import account_of_block
from warmonitor.run.documents import cleaned_of, extracted_of, load_tools, read_document
from warmonitor.run.questions.ask import ask_all
from warmonitor.run.references import LookUps, open_look_ups
from warmonitor.run.stale import survey
from warmonitor.run.versions import version_of
from warmonitor.store.backup import back_up, restore
from warmonitor.store.check import check
from warmonitor.store.codec import decode, encode
from warmonitor.store.judgements import in_force, judge
from warmonitor.store.made import Made
from warmonitor.store.questions import Questions
from warmonitor.store.store import SIGHTING, Store

Read = tuple[RawReport, Sequence[Made]]

MOST = 2  # reports of a block
PLACES = ("the market of Vardik", "a school in Vardik", "the ferry at Orlen Ferry", "two houses in Maart",
          "the market of Vardik", "a bakery in Maart")  # fmt: skip
MONTHS = ("March", "March", "March", "May", "March", "May")
QUESTION = Question("new-events", Asked.NEW, list="events")
# Reports come, a judgement and its undoing are made, and the account is brought up to date in between.
STEPS = ["question", *(f"keep:{n}" for n in range(4)), "run", "ask", "keep:4", "judge:0", "judge:1", "run",
         "keep:5", "undo:1", "run", "ask"]  # fmt: skip


def made_report(number: int) -> RawReport:
    month, killed = MONTHS[number], 3 + 2 * number
    text = (
        f"{month.upper()} {4 + number}, 2031 (Harbour Gazette) - Government forces shelled {PLACES[number]} "
        f"in Angola on {month} {3 + number}, 2031, killing {killed} people and wounding {killed + 8}, "
        f"the Tarn Guard said.\n\nThe Tarn Guard seized the village of Orlen Ferry on {month} {2 + number}, "
        f"2031, residents told the Gazette {number} hours later.\n"
    ).encode()
    source = f"gazette/{number}.txt"
    return RawReport(source, "text/plain", text, hashlib.sha256(text).hexdigest(), (("outlet", "Gazette"),))


@dataclass(frozen=True)
class Script:
    """A folder with the reports as they were read, and with the accounts of blocks made so far."""

    folder: Path

    def write(self) -> None:
        tools = load_tools(None)
        read = [(raw, read_document(raw, tools)) for raw in map(made_report, range(len(PLACES)))]
        (self.folder / "read").write_bytes(pickle.dumps(read))

    def documents(self) -> list[Read]:
        return _documents(self.folder)

    def account(
        self, store: Store, ids: Sequence[str], look_ups: LookUps, judgements: Any, *more: Any
    ) -> Account:
        """Return the account of a block, in the place of what makes it."""
        standing = [one.id for one in in_force(store)]
        path = self.folder / make_id("part", *ids, "judged by", *standing)
        if not path.exists():
            content = encode(account_of_block(store, ids, look_ups, judgements, *more))
            fresh = path.with_suffix(f".{os.getpid()}")
            fresh.write_text(content)
            fresh.replace(path)
        made: Account = decode(path.read_text())
        return made


@cache
def _documents(folder: Path) -> list[Read]:
    read: list[Read] = pickle.loads((folder / "read").read_bytes())
    return read


@cache
def look_ups() -> LookUps:
    for stage in ("clean", "extract", "placing", "block"):
        version_of(stage)
    return open_look_ups()


def step(store: Store, script: Script, what: str) -> None:
    """Do a step; done before, it does nothing."""
    name, _, given = what.partition(":")
    if name == "keep":
        raw, made = script.documents()[int(given)]
        store.keep(raw, made, NOW)
    elif name == "run":
        refreshing.refresh(store, look_ups())
    elif name in {"judge", "undo"}:
        judge(store, judgement(script, int(given), name == "undo"), NOW)
    elif name == "question":
        add_question(store)
    elif name == "ask":
        ask_all(store)
    elif name == "backup":
        assert not back_up(store, Path(given))
    else:
        raise AssertionError(what)


def add_question(store: Store) -> None:
    with suppress(QueryError):
        Questions(store.database).add(QUESTION)


def judgement(script: Script, number: int, undone: bool = False) -> Judgement:
    """A judgement that rejects the first claim of a report, or takes that back."""
    _, made = script.documents()[number]
    report, _ = cleaned_of(made[0])
    assert report is not None
    claim = extracted_of(made[1])[0][0]
    quote = claim.quote
    words = report.text[quote.start : quote.end]
    cited = Cited(claim.report, claim.kind, words, quote.start, quote.end, claim.id)
    subject = Subject(Judged.CLAIM, claim.id, cited=(cited,))
    said = Judgement(subject, Verdict.REJECT, "Ivo", NOW.received, "not in the text", 0)
    if not undone:
        return said
    return replace(said, verdict=Verdict.UNDO, version=1, undoes=make_id("judgement", encode(said)))


def run(place: Place, script: Script, steps: Sequence[str], acks: Path) -> None:
    """Do steps in a store, and note each in a file once it is done."""
    patched = pytest.MonkeyPatch()
    patched.setattr(refreshing, "account_of_block", script.account)
    patched.setattr("warmonitor.store.store.MOST", MOST)
    told = os.open(acks, os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    try:
        if steps[0].startswith("restore:"):
            assert not restore(Path(steps[0].partition(":")[2]), place.store, place.raw)
            steps = steps[1:]
        with place.open() as store:
            for one in steps:
                step(store, script, one)
                os.write(told, f"{one}\n".encode())
    finally:
        os.close(told)
        patched.undo()


def whole(place: Place, script: Script, acks: Path) -> None:
    """Hold a store against what was acknowledged: all of it is there once, and nothing is wrong."""
    acked = set(acks.read_text().split()) if acks.exists() else set()
    with place.open() as store:
        store.most = MOST
        assert list(check(store)) == []
        there = [raw.report_id for raw in store.given(SIGHTING)]
        kept = [script.documents()[int(one[5:])][0].report_id for one in acked if one.startswith("keep:")]
        assert len(there) == len(set(there))
        assert set(kept) <= set(there)
        wanted = [judgement(script, int(one[-1]), one[0] == "u") for one in acked if one[0] in "ju"]
        assert {encode(one) for one in wanted} <= set(_judged(store))


def _judged(store: Store) -> list[str]:
    found = [encode(one) for one in store.given("judgement")]
    assert len(found) == len(set(found))
    return found


def finished(place: Place) -> list[str]:
    """Return what a store that was brought up to date holds; its answers were given once each."""
    with place.open() as store:
        store.most = MOST
        assert not survey(store, look_ups())
        answers = Questions(store.database).answers(QUESTION.name)
        assert [one.number for one in answers] == list(range(1, len(answers) + 1))
        assert len({one.key for one in answers}) == len(answers) > 1
    return place.dump()
