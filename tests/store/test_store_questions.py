"""Saved questions: asked of every change once, whatever stops in between, and answered by what changed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from kept_documents import Place
from shelved import claim, shelve
from sqlalchemy import func, select

from warmonitor.model import Answer, Asked, QueryError, Question
from warmonitor.run.questions.ask import ask_all
from warmonitor.store import points
from warmonitor.store.news import NEWS
from warmonitor.store.questions import Questions
from warmonitor.store.rank import rank
from warmonitor.store.shelf import Row
from warmonitor.store.store import Store

NEW = Question("new-tolls", Asked.NEW, words="harbour master")


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    with place.open() as opened:
        yield opened


def row(list_: str, record: str, **content: Any) -> Row:
    return Row(list_, record, {"id": record, **content}, rank((record,)))


def town(number: int, name: str, latitude: float | None, inside: str | None = None, *seen: str) -> Row:
    return row(
        "places", f"place-{number}", name=name, names_seen=list(seen), inside=inside, of=None, country="XX",
        latitude=latitude, longitude=20.0,
    )  # fmt: skip


def ref(number: int) -> dict[str, Any]:
    return {"id": f"place-{number}", "name": ["Orlen", "Maart", "Far Brook", "Norr"][number], "said": []}


TOWNS = [
    town(0, "Orlen", 40.0, "Norr", "Orlin"), town(1, "Maart", 40.1, "Norr"), town(2, "Far Brook", 44.0),
    town(3, "Norr", None),
]  # fmt: skip


def spell(record: str, holder: str, number: int = 0, **more: Any) -> Row:
    told: dict[str, Any] = {
        "part": None,
        "status": "held",
        "by": None,
        "earliest": "2031-05-01",
        "latest": None,
        "claims": [],
    }
    return row("control", record, place=ref(number), holder=holder, **{**told, **more})


def figure(record: str, low: int | None, high: int | None, claims: tuple[str, ...] = (), **more: Any) -> Row:
    told: dict[str, Any] = {"measure": "killed", "of": "civilians", "place": ref(0), "low": low, "high": high}
    when = {"earliest": "2031-05-01", "latest": "2031-05-01"}
    return row("figures", record, when=when, claims=list(claims), **{**told, **more})


def said_claim(number: int, **more: Any) -> Row:
    one = claim(number)
    told = {"attribution": [{"name": "the governor", "said": "he", "actor": "actor-1"}], "stance": "asserted",
            "where": [{"place": "place-0", "name": "Orlen"}], **more}  # fmt: skip
    return replace(one, content={**one.content, **told})


def saved(store: Store, *questions: Question) -> Questions:
    kept = Questions(store.database)
    for question in questions:
        kept.add(question, "aa" * 32 if question.webhook else "")
    return kept


def said(answers: list[Answer]) -> list[str]:
    return [one.said for one in answers]


def news(store: Store) -> int:
    with store.database.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(NEWS)).scalar_one())


def test_only_what_comes_after_a_question_answers_it_and_once(store: Store) -> None:
    shelve(store, "a", [said_claim(1)])
    assert news(store) == 0
    kept = saved(store, NEW)
    assert ask_all(store) == []
    shelve(
        store, "a", [said_claim(1), said_claim(2), said_claim(3, quote={"start": 0, "end": 1, "text": "x"})]
    )
    (one,) = ask_all(store)
    assert (one.number, one.record, one.kind) == (1, "claim-00002", "claims")
    assert one.said.startswith("the governor: “Shells killed 4 people")
    assert one.words[0].text.startswith("Shells killed")
    assert ask_all(store) == []
    assert news(store) == 0
    shelve(store, "a", [said_claim(1)])
    shelve(store, "a", [said_claim(1), said_claim(2)])
    assert ask_all(store) == []
    shelve(store, "b", [said_claim(4), said_claim(5)])
    assert [one.number for one in ask_all(store)] == [2, 3]
    assert [one.number for one in kept.answers("new-tolls", 1)] == [2, 3]
    assert [one.number for one in kept.answers("new-tolls", newest=True, limit=2)] == [3, 2]


def test_a_record_that_goes_from_unit_to_unit_is_not_new(store: Store) -> None:
    shelve(store, "a", [said_claim(1)])
    saved(store, NEW)
    shelve(store, "a", [])
    shelve(store, "b", [said_claim(1)])
    assert news(store) == 0
    assert ask_all(store) == []


def test_what_stops_while_it_asks_loses_and_doubles_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = saved(store, NEW, replace(NEW, name="other"))
    shelve(store, "a", [said_claim(1)])

    def stop(point: str) -> None:
        if point == "asked" and len(kept.answers("new-tolls")) == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr(points, "_watchers", [stop])
    with pytest.raises(KeyboardInterrupt):
        ask_all(store)
    assert (len(kept.answers("new-tolls")), len(kept.answers("other"))) == (1, 0)
    monkeypatch.setattr(points, "_watchers", [])
    assert [one.question for one in ask_all(store)] == ["other"]
    assert kept.counts() == {"new-tolls": 1, "other": 1}


def test_names_are_unique_and_what_is_removed_is_gone(store: Store) -> None:
    kept = saved(store, NEW)
    with pytest.raises(QueryError) as told:
        kept.add(NEW)
    assert told.value.code == "question-known"
    shelve(store, "a", [said_claim(1)])
    ask_all(store)
    kept.remove("new-tolls")
    assert kept.all() == []
    assert kept.answers("new-tolls") == []
    with pytest.raises(QueryError) as told:
        kept.remove("new-tolls")
    assert told.value.code == "question-unknown"


def test_a_change_of_control_is_told_near_in_an_area_and_not_elsewhere(store: Store) -> None:
    shelve(store, "t", TOWNS)
    shelve(store, "a", [spell("s1", "rebels"), spell("s2", "rebels", 1), spell("s3", "rebels", 2)])
    saved(
        store, Question("near", Asked.CONTROL, place="Órlin", km=30.0),
        Question("at", Asked.CONTROL, place="Orlen"), Question("norr", Asked.CONTROL, area="norr"),
        Question("land", Asked.CONTROL, area="XX"),
        Question("box", Asked.CONTROL, box=(43.0, 19.0, 45.0, 21.0)),
        Question("point", Asked.CONTROL, at=(40.1, 20.0), km=1.0),
    )  # fmt: skip
    shelve(store, "a", [
        spell("s9", "rebels", claims=["claim-1"]), spell("s1b", "army", earliest="2031-06-01"),
        spell("s2b", "army", 1), spell("s3b", "army", 2),
    ])  # fmt: skip
    told: dict[str, list[str]] = {}
    for one in ask_all(store):
        told.setdefault(one.question, []).append(one.said)
    orlen, maart, far = (
        "army holds Orlen from 2031-06-01 on.", "army holds Maart from 2031-05-01 on.",
        "army holds Far Brook from 2031-05-01 on.",
    )  # fmt: skip
    assert told == {
        "at": [orlen], "box": [far], "land": [orlen, maart, far], "near": [orlen, maart],
        "norr": [orlen, maart], "point": [maart],
    }  # fmt: skip


def test_a_figure_that_widens_is_told_though_its_id_moved(store: Store) -> None:
    shelve(store, "c", [said_claim(1), said_claim(2)])
    shelve(store, "a", [figure("f1", 4, 6, ("claim-00001",)), figure("f2", 10, 12, of="soldiers")])
    saved(store, Question("wider", Asked.FIGURE, measure="killed", of="civilians"))
    both = ("claim-00001", "claim-00002")
    shelve(
        store,
        "a",
        [figure("f9", 4, 9, both), figure("f2", 1, 20, of="soldiers"), figure("f3", 1, 1, place=None)],
    )
    (one,) = ask_all(store)
    assert one.said == "Civilians killed at Orlen on 2031-05-01: 4 to 9, where it was 4 to 6."
    assert [words.report for words in one.words] == ["report-0000"]
    assert one.words[0].text.startswith("Shells killed")
    shelve(store, "a", [figure("f9", 5, 9, both)])
    assert ask_all(store) == []
    shelve(store, "a", [figure("f9", 5, None, both)])
    assert ask_all(store) == []


def test_denials_are_told_of_a_place_an_actor_and_an_event(store: Store) -> None:
    shelve(store, "t", [*TOWNS, row("actors", "actor-1", name="Governor", names_seen=["the governor"])])
    shelve(store, "e", [row("events", "event-1", claims=["claim-00001"])])
    saved(
        store, Question("place", Asked.DENIAL, place="Orlen"),
        Question("far", Asked.DENIAL, place="Far Brook"),
        Question("who", Asked.DENIAL, actor="the governor"), Question("event", Asked.DENIAL, event="event-1"),
    )  # fmt: skip
    denial = said_claim(2, stance="denied", quote={"start": 3, "end": 9, "text": "No boat was hit"})
    dispute = row(
        "disputes", "d", kind="denial", claims=["claim-00001", "claim-00002"], denials=["claim-00002"]
    )
    shelve(store, "c", [said_claim(1), denial, dispute])
    found = ask_all(store)
    assert [one.question for one in found] == ["event", "place", "who"]
    assert set(said(found)) == {"the governor denies: “No boat was hit”"}
    assert (found[0].words[0].start, found[0].words[0].end) == (3, 9)


def test_copies_with_other_figures_are_told_by_both_words(store: Store) -> None:
    reports = [row("reports", f"r{n}", outlet=f"Lamp {n}") for n in range(2)]
    saved(store, Question("copies", Asked.COPIES), Question("elsewhere", Asked.COPIES, outlet="Bell"))
    change = {"copy": {"start": 1, "end": 3, "text": "21"}, "of": {"start": 5, "end": 7, "text": "12"}}
    link = {"copy": "r1", "of": "r0", "changes": [change]}
    shelve(store, "a", [*reports, row("strands", "s1", links=[link])])
    (one,) = ask_all(store)
    assert one.said == "Lamp 1 copies Lamp 0 and says “21” where that says “12”."
    assert [words.text for words in one.words] == ["21", "12"]
    shelve(store, "a", [*reports, row("strands", "s2", links=[link])])
    assert ask_all(store) == []


def test_new_events_are_told_once_though_their_ids_move(store: Store) -> None:
    when = {"earliest": "2031-05-01", "latest": "2031-05-02"}
    told = {"type": "Battles", "sub_type": None, "place": ref(0), "when": when}
    shelve(store, "t", TOWNS)
    shelve(store, "a", [row("events", "e1", claims=["c1"], **told)])
    saved(store, Question("events", Asked.NEW, list="events", place="Orlen", since="2031-05-02"),
          Question("later", Asked.NEW, list="events", since="2031-05-03"))  # fmt: skip
    shelve(
        store,
        "a",
        [row("events", "e2", claims=["c1", "c2"], **told), row("events", "e3", claims=["c3"], **told)],
    )
    assert [(one.question, one.record, one.said) for one in ask_all(store)] == [
        ("events", "e3", "Battles at Orlen from 2031-05-01 to 2031-05-02.")
    ]
