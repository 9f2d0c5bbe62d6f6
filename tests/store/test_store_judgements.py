"""Judgements kept: versions, refusals with both sides, undoing, and any change from outside found."""

from dataclasses import replace

import pytest
import sqlalchemy as sa
from judging import WHEN, amend, claim, say
from kept_documents import NOW, Place, filled

from warmonitor.model import Actor, ConflictError, Judged, Judgement, JudgementError, Subject, Verdict
from warmonitor.store.check import check
from warmonitor.store.dump import dump
from warmonitor.store.judged import JUDGED
from warmonitor.store.judgement_faults import MOST_WHY
from warmonitor.store.judgements import history, in_force, judge, kept, standing, undoing
from warmonitor.store.store import Store

KEY = claim().key


def undo(store: Store, judgement: str, by: str = "Ada") -> str:
    held = kept(store, judgement)
    assert held
    return judge(store, undoing(held, by, WHEN, "wrong page", standing(store, KEY)[0]), NOW).id


def stands(store: Store) -> list[str]:
    return [held.id for held in in_force(store)]


def test_a_judgement_is_kept_as_it_was_made(place: Place) -> None:
    made = amend(why="It says 13.\n\0 \u202e\ud800 end")
    with place.open() as store:
        held = judge(store, made, NOW)
        assert held.version == 1
        assert standing(store, KEY) == (1, (held,))
        assert [one.judgement for one in history(store, KEY)] == [made]
    with place.open() as store:
        assert in_force(store) == (held,)
        assert list(check(store)) == []


def test_a_stale_one_is_refused_with_both_versions_and_nothing_is_written(place: Place) -> None:
    with place.open() as store:
        first = judge(store, amend(best=13), NOW)
        before, head = list(dump(store)), store.head()
        with pytest.raises(ConflictError) as refused:
            judge(store, amend(best=14, by="Ada"), NOW)
        assert refused.value.theirs == amend(best=14, by="Ada")
        assert refused.value.stands == (first,)
        assert (refused.value.version, refused.value.code) == (1, "judgement-stale")
        assert (list(dump(store)), store.head()) == (before, head)
        judge(store, amend(1, 14, "Ada"), NOW)
        with pytest.raises(ConflictError):
            judge(store, amend(7, 15), NOW)
        assert standing(store, KEY)[0] == 2


def test_the_same_judgement_again_changes_nothing(place: Place) -> None:
    with place.open() as store:
        first = judge(store, amend(), NOW)
        before = list(dump(store))
        assert judge(store, amend(), NOW) == first
        assert list(dump(store)) == before


def test_another_person_undoes_and_that_is_undone_again(place: Place) -> None:
    with place.open() as store:
        rejected = judge(store, say(Verdict.REJECT), NOW).id
        back = undo(store, rejected)
        assert stands(store) == []
        again = undo(store, back, "Ivo")
        assert stands(store) == [rejected]
        undo(store, again)
        assert stands(store) == []
        assert [held.judgement.by for held in history(store, KEY)] == ["Ivo", "Ada", "Ivo", "Ada"]
        assert standing(store, KEY) == (4, ())
        assert list(check(store)) == []


def test_what_does_not_stand_cannot_be_undone(place: Place) -> None:
    with place.open() as store:
        first = judge(store, amend(), NOW)
        other = judge(store, amend(number=2), NOW)
        undo(store, first.id)
        for held, code in ((first, "judgement-undone"), (other, "judgement-unknown")):
            wrong = replace(undoing(first, "Ada", WHEN, "twice", 2), undoes=held.id)
            with pytest.raises(JudgementError) as refused:
                judge(store, wrong, NOW)
            assert refused.value.code == code
        assert standing(store, KEY)[0] == 2


def test_a_reason_of_a_megabyte_is_kept_exactly_and_more_is_refused(place: Place) -> None:
    why = (
        ("=HYPERLINK(…)\t\0<svg onload>{{7*7}}</script>é" * 40_000)
        .encode()[:MOST_WHY]
        .decode(errors="ignore")
    )
    why += "x" * (MOST_WHY - len(why.encode()))
    with place.open() as store:
        judge(store, amend(why=why), NOW)
        assert history(store, KEY)[0].judgement.why == why
        with pytest.raises(JudgementError) as refused:
            judge(store, amend(1, why=why + "x"), NOW)
        assert refused.value.code == "reason-too-long"


def test_every_change_of_the_table_is_found(place: Place) -> None:
    filled(place, 2)
    with place.open() as store:
        first = judge(store, amend(), NOW).id
        judge(store, amend(number=2), NOW)
        undo(store, first)
        edits = [
            sa.update(JUDGED).where(JUDGED.c.id == first).values(values)
            for values in ({"in_force": 1}, {"version": 9}, {"undoes": first}, {"subject": "claim:x"})
        ]
        for edit in [*edits, sa.delete(JUDGED).where(JUDGED.c.id == first)]:
            rows = _rows(store)
            _run(store, edit)
            assert [issue.code for issue in check(store)] == ["judgement-changed"]
            _run(store, sa.delete(JUDGED))
            _run(store, sa.insert(JUDGED).values(rows))
        assert list(check(store)) == []


def _run(store: Store, statement: sa.Executable) -> None:
    store.database.write(lambda connection: connection.execute(statement) and None)


def _rows(store: Store) -> list[dict[str, object]]:
    return store.database.read(
        lambda connection: [dict(row) for row in connection.execute(sa.select(JUDGED)).mappings()]
    )


def test_pairs_are_one_subject_whichever_is_named_first() -> None:
    one, other = Subject(Judged.ACTOR, "actor-a", "actor-b"), Subject(Judged.ACTOR, "actor-b", "actor-a")
    assert one.key == other.key != Subject(Judged.PLACE, "actor-a", "actor-b").key


def test_an_actor_goes_with_its_record(place: Place) -> None:
    subject = Subject(Judged.ACTOR, "actor-a", "actor-b")
    made = Judgement(subject, Verdict.SAME, "Ivo", WHEN, "one group", seen=(Actor("actor-a", "Tarn Guard"),))
    with place.open() as store:
        with pytest.raises(JudgementError, match="as they stood"):
            judge(store, made, NOW)
        whole = replace(made, seen=(*made.seen, Actor("actor-b", "Guard of Tarn")))
        assert in_force(store) == ()
        judge(store, whole, NOW)
        assert in_force(store)[0].judgement == whole
