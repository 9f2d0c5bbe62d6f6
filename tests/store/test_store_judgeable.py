"""What can be judged together: each kind alone, with another of it, or with claims."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from warmonitor.model import Judged
from warmonitor.store.judgeable import subject_of
from warmonitor.store.reader import Record
from warmonitor.store.store import Store, open_store

CLAIM: Record = {
    "id": "claim-1",
    "kind": "event",
    "report": "report-1",
    "quote": {"text": "shots were heard", "start": 4, "end": 20},
    "sub_type": "Armed clash",
    "perpetrator": None,
    "target": None,
}


@pytest.fixture
def store(quick_path: Path) -> Iterator[Store]:
    with open_store(str(quick_path / "store"), None, create=True) as opened:
        yield opened


def _record(kind: Judged, number: int = 1) -> Record:
    return {"id": f"{kind}-{number}", "claims": ["claim-1"]}


@pytest.mark.parametrize(
    ("kind", "other", "claims", "key"),
    [
        (Judged.PLACE, False, [], "place:place-1"),
        (Judged.PLACE, True, [], "place:place-1:place-2"),
        (Judged.ACTOR, False, [CLAIM], "actor:actor-1:claim-1"),
        (Judged.REPORT, True, [], "report:report-1:report-2"),
        (Judged.EVENT, True, [], "event:event-1:event-2"),
        (Judged.EVENT, False, [CLAIM], "event:event-1:claim-1"),
    ],
)
def test_what_goes_together_is_a_subject(
    store: Store, kind: Judged, other: bool, claims: Sequence[Record], key: str
) -> None:
    subject = subject_of(store, kind, _record(kind), _record(kind, 2) if other else None, claims)
    assert subject is not None
    assert subject.key == key


@pytest.mark.parametrize(
    ("kind", "other", "claims"),
    [
        (Judged.CLAIM, True, []),
        (Judged.CLAIM, False, [CLAIM]),
        (Judged.FIGURE, True, []),
        (Judged.FIGURE, False, [CLAIM]),
        (Judged.REPORT, False, []),
        (Judged.REPORT, False, [CLAIM]),
        (Judged.EVENT, False, []),
        (Judged.EVENT, True, [CLAIM]),
        (Judged.PLACE, True, [CLAIM]),
        (Judged.ACTOR, False, [CLAIM, CLAIM]),
    ],
)
def test_what_does_not_go_together_is_none(
    store: Store, kind: Judged, other: bool, claims: Sequence[Record]
) -> None:
    assert subject_of(store, kind, _record(kind), _record(kind, 2) if other else None, claims) is None
