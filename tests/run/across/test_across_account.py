"""Made reports in blocks of one each: what several of them tell of is one event, one spell, one toll."""

import json
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.blocks import Cutter
from warmonitor.model import Account, ControlStatus
from warmonitor.run.across import Content, divided, joined, whole
from warmonitor.run.references import LookUps, open_look_ups
from warmonitor.store.codec import decode, encode

OBSERVATORY = "the Lake Monitoring Centre for Human Rights"
HERALD = (
    f"Rockets hit the fish market in Tashkul on Tuesday and killed 14 people, {OBSERVATORY} said. "
    "Snow had fallen on the roofs of the port until then, and the ferry stayed where it was."
)
POST = (
    "At least 16 people were killed on 29 April when rockets struck the fish market in Tashkul, residents "
    "said. A baker whose shop had stood beside it since the flood swept glass all morning."
)
COURIER = (
    "The army captured the village of Ormsey from the Lake Front on Wednesday, residents said. "
    "Nobody was left in the school, where the desks had been stacked against the windows."
)
TIMES = (
    "The Lake Front recaptured the village of Ormsey from the army on Monday, officials said. "
    "The well had been filled with stones, and the mill stood open to the rain."
)
REPORTS = (
    ("Marsh Herald", "2031-04-30", "Rockets hit lake town", HERALD),
    ("Tern Post", "2031-05-01", "The market of Tashkul after the fire", POST),
    ("Reed Courier", "2031-05-08", "Army takes crossing", COURIER),
    ("Heron Times", "2031-05-20", "Front back at the crossing", TIMES),
)


@pytest.fixture(scope="module")
def look_ups() -> LookUps:
    return open_look_ups()


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory, look_ups: LookUps) -> dict[str, Account]:
    return _cutter(tmp_path_factory.mktemp("reports"), look_ups).parts(1)


@pytest.fixture(scope="module")
def units(parts: dict[str, Account]) -> dict[str, list[Content]]:
    found: dict[str, list[Content]] = {}
    for part in parts.values():
        for one in divided(part)[1]:
            found.setdefault(one.unit, []).append(one.content)
    return found


def _cutter(folder: Path, look_ups: LookUps) -> Cutter:
    fields = ("outlet", "published", "title", "text")
    lines = [json.dumps(dict(zip(fields, one, strict=True))) for one in REPORTS]
    path = folder / "reports.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return Cutter([str(path)], look_ups)


def test_deaths_told_on_both_sides_of_a_month_are_counted_once(
    parts: dict[str, Account], look_ups: LookUps
) -> None:
    account = whole(parts, look_ups)
    (strike,) = (one for one in account.events if one.type.startswith("Explosions"))
    reports = {claim.report for claim in account.claims if claim.id in strike.claims}
    assert len(reports) == 2
    assert strike.origins == ("Lake Monitoring Centre for Human Rights", "residents")
    assert [(one.low, one.high) for one in strike.casualties] == [(14, 16)]
    named = {key for one in account.coverage for key in one.events}
    assert named <= {one.id for one in account.events}
    assert strike.id in named
    (toll,) = (one for one in account.figures if one.measure == "killed")
    assert (toll.low, toll.high, len(toll.claims)) == (14, 16, 2)


def test_a_place_has_one_course_over_blocks(parts: dict[str, Account], look_ups: LookUps) -> None:
    account = whole(parts, look_ups)
    told = [(spell.holder, str(spell.when.earliest), str(spell.when.latest)) for spell in account.control
            if spell.status is ControlStatus.HELD]  # fmt: skip
    assert ("government", "2031-05-07", "2031-05-18") in told
    assert any(holder == "Lake Front" and first == "2031-05-19" for holder, first, _ in told)


def test_blocks_give_what_the_pile_as_one_gives(tmp_path: Path, look_ups: LookUps) -> None:
    cutter = _cutter(tmp_path, look_ups)
    one, four = cutter.account(128), cutter.account(1)
    told = [event for event in four.events if event.type.startswith("Explosions")]
    assert told == [event for event in one.events if event.type.startswith("Explosions")]
    assert (four.figures, four.control, four.disputes) == (one.figures, one.control, one.disputes)


def test_every_id_named_is_there_and_no_claim_is_counted_twice(
    parts: dict[str, Account], look_ups: LookUps
) -> None:
    account = whole(parts, look_ups)
    named = {key for event in account.events for key in event.claims}
    named |= {key for figure in account.figures for key in figure.claims}
    named |= {key for spell in account.control for key in spell.claims}
    assert named <= {one.id for one in account.claims}
    assert {one.place for one in account.control} <= {one.id for one in account.places}
    assert {key for one in account.events for key in one.actors} <= {one.id for one in account.actors}
    for claims in ([one.claims for one in account.events], [one.claims for one in account.figures]):
        counted = [key for ids in claims for key in ids]
        assert len(counted) == len({*counted})


def test_the_account_of_each_block_alone_is_its_own(parts: dict[str, Account], look_ups: LookUps) -> None:
    for part in parts.values():
        assert whole({"": part}, look_ups) == part


@given(st.data())
@settings(max_examples=10)
def test_the_order_of_blocks_changes_nothing(
    parts: dict[str, Account], look_ups: LookUps, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(sorted(parts)))
    turned = {f"{at}": parts[key] for at, key in enumerate(order)}
    assert whole(turned, look_ups) == whole(parts, look_ups)


def test_a_unit_gives_the_same_for_any_order_of_its_slices(
    units: dict[str, list[Content]], look_ups: LookUps
) -> None:
    shared = {unit: contents for unit, contents in units.items() if len(contents) > 1}
    assert {unit.partition(":")[0] for unit in shared} >= {"place", "actor", "event", "ground", "source"}
    for unit, contents in shared.items():
        made = {tuple(sorted(map(encode, joined(unit, order, look_ups)))) for order in permutations(contents)}
        assert len(made) == 1, unit


def test_slices_can_be_kept(units: dict[str, list[Content]]) -> None:
    for contents in units.values():
        for content in contents:
            assert decode(encode(content)) == content
