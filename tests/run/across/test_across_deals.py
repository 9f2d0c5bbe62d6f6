"""Deals over blocks: what two blocks tell of one deal of a year is one record, in any order."""

import json
from itertools import permutations

import pytest

from eval.blocks import Cutter
from warmonitor.model import Account, DealAct
from warmonitor.run.across import divided, joined, whole
from warmonitor.run.references import LookUps, open_look_ups

SIGNED = (
    "The army and the Lake Front signed a ceasefire in Tashkul on 12 June, officials said. "
    "It was raining on the day, and the delegates had come by boat from both banks."
)
BROKEN = (
    "The Lake Front violated the ceasefire with the army on 3 July, residents said. "
    "Two ferries had been loaded with flour before dawn and did not leave the quay."
)


@pytest.fixture(scope="module")
def look_ups() -> LookUps:
    return open_look_ups()


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory, look_ups: LookUps) -> dict[str, Account]:
    told = (("Marsh Herald", "2031-06-13", "Guns fall silent", SIGNED),
            ("Tern Post", "2031-07-04", "Flour and silence", BROKEN))  # fmt: skip
    lines = [
        json.dumps(dict(zip(("outlet", "published", "title", "text"), one, strict=True))) for one in told
    ]
    path = tmp_path_factory.mktemp("deals") / "reports.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return Cutter([str(path)], look_ups).parts(1)


def test_a_breach_told_in_another_block_is_of_the_deal(parts: dict[str, Account], look_ups: LookUps) -> None:
    (deal,) = whole(parts, look_ups).agreements
    assert {phase.act for phase in deal.phases} == {DealAct.SIGNED}
    assert len(deal.breaches) == 1
    assert str(deal.when.earliest) == "2031-06-12"


def test_any_order_of_blocks_gives_the_same_deal(parts: dict[str, Account], look_ups: LookUps) -> None:
    given = [one for part in parts.values() for one in divided(part)[1] if one.unit.startswith("deals:")]
    (unit,) = {one.unit for one in given}
    assert len({joined(unit, [one.content for one in order], look_ups) for order in permutations(given)}) == 1


def test_a_block_alone_keeps_its_own_deals(parts: dict[str, Account], look_ups: LookUps) -> None:
    for part in parts.values():
        assert whole({"": part}, look_ups) == part
