from pathlib import Path
from typing import Any

import pytest
import yaml

import warmonitor.reference
from warmonitor.reference.actors import Standing, load_actors
from warmonitor.reference.actors.periods import Period

DATA = Path(warmonitor.reference.__file__).parent / "data" / "actors"
ROWS: list[dict[str, Any]] = yaml.safe_load((DATA / "conflicts.yml").read_text(encoding="utf-8"))
WARS: list[dict[str, Any]] = yaml.safe_load((DATA.parent / "conflicts.yml").read_text(encoding="utf-8"))
REGISTER = load_actors()
FROM = 2011


def parties(row: dict[str, Any]) -> list[str]:
    return [key for side in row["parties"] for key in side]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["name"]))
def test_every_party_of_a_conflict_is_in_the_register(row: dict[str, Any]) -> None:
    assert [key for key in parties(row) if REGISTER.entry(key) is None] == []
    assert len(row["parties"]) >= 2
    assert row["of"] in {"government", "state", "non-state"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["name"]))
def test_every_party_was_there_while_the_conflict_went_on(row: dict[str, Any]) -> None:
    last = str(row.get("until", 2030))
    years = Period(f"{max(FROM, row['since'])}-01-01", f"{last}-12-31")
    assert [key for key in parties(row) if REGISTER.on(years).exists(key) is not Standing.THERE] == []


def test_every_war_that_reports_are_dated_by_has_parties() -> None:
    covered = {code for row in ROWS for code in row["countries"]}
    assert [war["name"] for war in WARS if not covered.issuperset(war["countries"])] == []


def test_the_list_is_as_wide_as_the_worlds_conflicts() -> None:
    fought = {key for row in ROWS for key in parties(row)}
    assert len(ROWS) >= 140
    assert len(fought) >= 350
    assert len({code for row in ROWS for code in row["countries"]}) >= 75
