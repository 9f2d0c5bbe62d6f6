"""What reviewers judged goes with the slices of a block, to the records that are made over blocks."""

from warmonitor.model import Account, Actor, ActorPart, Bearing, Judged, Maker, Place, PlacePart, Verdict
from warmonitor.run.across.slices import divided

WHEN = "2031-03-04T05:06:07+00:00"
ORLEN, VELM = Place("place-1", "Orlen", ("Orlen",)), Place("place-2", "Velm", ("Velm",))
GUARD = Actor("actor-1", "Lake Guard", ("Lake Guard",))


def _bearing(kind: Judged, record: str, judgement: str = "judgement-1") -> Bearing:
    return Bearing(kind, record, f"{kind}:{record}", 1, judgement, Verdict.DIFFERENT, "Ivo", WHEN)


def _account(*bearings: Bearing) -> Account:
    return Account(Maker("1", "options"), places=(ORLEN, VELM), actors=(GUARD,), judged=bearings)


def test_each_slice_has_the_judgements_of_its_own_records() -> None:
    place, actor = _bearing(Judged.PLACE, "place-1"), _bearing(Judged.ACTOR, "actor-1", "judgement-2")
    given = [one.content for one in divided(_account(place, actor))[1]]
    assert [(one.place.id, one.judged) for one in given if isinstance(one, PlacePart)] == [
        ("place-1", (place,)),
        ("place-2", ()),
    ]
    assert [one.judged for one in given if isinstance(one, ActorPart)] == [(actor,)]


def test_without_judgements_slices_are_as_they_were() -> None:
    bare, other = divided(_account())[1], divided(_account(_bearing(Judged.PLACE, "place-9")))[1]
    assert bare == other
