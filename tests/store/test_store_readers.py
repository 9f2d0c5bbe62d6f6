"""Documents are read in processes of their own: one that is bad takes nothing else with it."""

import os
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from kept_documents import made_of, raw_report

from warmonitor.model import RawReport, ReaderError
from warmonitor.run.documents import cleaned_of
from warmonitor.run.readers import Readers

GOOD = [raw_report(number) for number in range(8)]


def bad(words: str) -> RawReport:
    one = raw_report(99)
    return RawReport(one.source, one.media_type, words.encode(), one.sha256)


def serve(pipe: Connection, _references: Path | None) -> None:
    """Read documents without a parser; some end the process, some never end."""
    pipe.send(True)
    while True:
        raw: RawReport = pipe.recv()
        if raw.content == b"crash":
            os._exit(139)
        if raw.content == b"hang":
            time.sleep(600)
        pipe.send(made_of(raw))


def serve_nothing(pipe: Connection, _references: Path | None) -> None:
    pipe.close()


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("words", "said"), [("crash", "ended the process"), ("hang", "took longer")])
def test_a_bad_document_is_given_up_and_the_others_are_read(
    count: int, words: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("warmonitor.run.readers.SECONDS", 2.0)
    with Readers(count, None, serve) as readers:
        read = {raw.content: made for raw, made in readers.read([*GOOD[:4], bad(words), *GOOD[4:]])}
    assert set(read) == {raw.content for raw in GOOD} | {words.encode()}
    for raw in GOOD:
        assert read[raw.content] == made_of(raw)
    report, (issue,) = cleaned_of(read[words.encode()][0])
    assert report is None
    assert issue.fatal
    assert said in issue.said


def test_a_reader_that_is_killed_from_outside_costs_no_document() -> None:
    with Readers(2, None, serve) as readers:
        found = []
        for raw, made in readers.read(GOOD):
            found.append(made)
            if len(found) in {2, 4}:
                readers._all[0].process.kill()
            assert made == made_of(raw)
    assert len(found) == len(GOOD)


def test_where_nothing_is_to_be_read_no_process_is_started() -> None:
    with Readers(4, None, serve) as readers:
        assert list(readers.read([])) == []
        assert readers._all == []


def test_readers_that_cannot_begin_are_told() -> None:
    with (
        Readers(1, None, serve_nothing) as readers,
        pytest.raises(ReaderError, match="before they have begun"),
    ):
        list(readers.read(GOOD))
