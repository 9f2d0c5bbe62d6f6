"""`warmonitor questions`, the way a user runs it, and the form of questions."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kept_documents import Place
from shelved import claim, shelve
from typer.testing import CliRunner, Result

from warmonitor.cli import app
from warmonitor.model import Asked, QueryError, Question
from warmonitor.run.questions.form import read_questions
from warmonitor.store.question_form import question_of
from warmonitor.store.shelf import Row

FORM = """
questions:
  - {name: orlen, ask: control, place: Orlen, km: 30}
  - {name: tolls, ask: new, words: 'harbour -boat', since: 2031-05-01, webhook: 'http://127.0.0.1:9/'}
"""


def questions(*arguments: object, code: int = 0) -> Result:
    done = CliRunner().invoke(app, ["questions", *map(str, arguments)])
    assert done.exit_code == code, done.stderr or done.exception
    return done


def test_questions_are_saved_asked_and_removed(place: Place, tmp_path: Path) -> None:
    place.open().database.close()
    (tmp_path / "questions.yml").write_text(FORM)
    added = questions("add", tmp_path / "questions.yml", *place.options).stdout.splitlines()
    assert added[0] == "orlen is asked from now on"
    assert added[1].startswith("tolls is asked from now on; its webhook's secret is ")
    assert "question-known" in questions("add", tmp_path / "questions.yml", *place.options, code=2).stderr
    with place.open() as store:
        one = claim(1)
        content = {**one.content, "attribution": [], "stance": "asserted", "where": []}
        shelve(store, "a", [Row(one.kind, one.id, content, one.rank)])
    ran = questions("run", *place.options, "--allow", "127.0.0.1:9", code=3)
    assert ran.stdout.startswith("tolls 1: report-0000: “Shells killed")
    assert ran.stderr.startswith("no-connection: tolls: ")
    assert questions("run", *place.options).stdout == ""
    assert questions("answers", "tolls", *place.options).stdout.startswith("1 report-0000: ")
    (told,) = questions("answers", "tolls", *place.options, "--json").stdout.splitlines()
    assert json.loads(told)["record"] == "claim-00001"
    feed = feedparser.parse(questions("answers", "tolls", *place.options, "--atom").stdout_bytes)
    assert len(feed.entries) == 1
    assert questions("answers", "tolls", *place.options, "--after", 1).stdout == ""
    listed = [json.loads(line) for line in questions("list", *place.options).stdout.splitlines()]
    assert [(one["name"], one["answers"]) for one in listed] == [("orlen", 0), ("tolls", 1)]
    questions("remove", "tolls", *place.options)
    assert "question-unknown" in questions("answers", "tolls", *place.options, code=2).stderr


def test_a_run_asks_what_it_made(place: Place, tmp_path: Path) -> None:
    place.open().database.close()
    (tmp_path / "q.yml").write_text("questions: [{name: tolls, ask: new, words: shell* ferry}]")
    (tmp_path / "a.txt").write_text(
        "Shells hit the ferry of Orlen on 3 May 2031. Shelling killed six people."
    )
    questions("add", tmp_path / "q.yml", *place.options)
    told = []
    for command in (["store", "add", tmp_path / "a.txt"], ["run"], ["run"]):
        done = CliRunner().invoke(app, [*map(str, command), *place.options])
        assert done.exit_code == 0, done.stderr or done.exception
        told.append([line for line in done.stdout.splitlines() if line.startswith("tolls ")])
    assert [len(lines) for lines in told] == [0, 1, 0]
    assert "Shells hit the ferry" in told[1][0]


def test_a_form_is_read(tmp_path: Path) -> None:
    (tmp_path / "q.yml").write_text(FORM)
    one, other = read_questions(tmp_path / "q.yml")
    assert one == Question("orlen", Asked.CONTROL, place="Orlen", km=30.0)
    assert (other.since, other.words, other.webhook) == ("2031-05-01", "harbour -boat", "http://127.0.0.1:9/")


@pytest.mark.parametrize(
    "text", ["", "[", "questions: []", "questions: 3", "- a", "\x00", "questions: [[[[]]]]", "a: &a [*a]"]
)
def test_what_is_no_form_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "q.yml").write_text(text)
    with pytest.raises(QueryError):
        read_questions(tmp_path / "q.yml")
    with pytest.raises(QueryError):
        read_questions(tmp_path / "none.yml")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"name": "A b"}, "A name has small letters"),
        ({"ask": "weather"}, "ask is one of control, figure, denial, new, copies."),
        ({"colour": "red"}, "“colour” is no field of a question"),
        ({"place": None}, "place is one line"),
        ({"place": "x", "area": "y"}, "give only one of"),
        ({"place": "x", "km": -1}, "km is a number of kilometres above 0."),
        ({"at": [40.0, 20.0]}, "at needs km."),
        ({"at": [140.0, 20.0], "km": 3}, "at is a list of latitude and longitude in degrees."),
        ({"box": [50, 0, 40, 1]}, "box is a list of south, west, north and east in degrees."),
        ({"place": "x", "measure": "sheep"}, "measure is one of killed"),
        ({"place": "x", "since": "soon"}, "since is a day"),
        ({"place": "x", "since": "2031-05-02", "until": "2031-05-01"}, "since is after until."),
        ({"place": "x", "words": "-no"}, "words needs a word that must stand."),
        ({"place": "x", "webhook": "ftp://a"}, "webhook is an address"),
        ({}, "to ask for control needs one of place, at, area, box."),
    ],
)
def test_each_mistake_is_told_in_a_sentence(more: dict[str, Any], said: str) -> None:
    with pytest.raises(QueryError) as told:
        question_of({"name": "q", "ask": "control", **more})
    assert said in str(told.value)
    assert str(told.value).endswith(".")


@given(
    st.dictionaries(
        st.sampled_from("name ask place km at box words since list webhook x".split()),
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9)
        | st.lists(st.floats() | st.text(max_size=3), max_size=4)
        | st.sampled_from(["new", "claims", "figure"]),
    )
)  # fmt: skip
def test_any_form_is_a_question_or_told(form: dict[str, Any]) -> None:
    with suppress(QueryError):
        assert isinstance(question_of(form), Question)
