"""The kept cases are what they say: every gold wording stands in its report, every name can be matched."""

from datetime import date
from pathlib import Path

import pytest

from eval.gold import Gold, kept_cases, read_gold
from eval.matching import stretches

CASES = kept_cases()


def gold_of(case: Path) -> Gold:
    return read_gold(case / "gold.json", case / "reports")


def test_there_are_six_cases_of_other_wars() -> None:
    assert len(CASES) >= 6


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_every_wording_stands_in_its_report(case: Path) -> None:
    gold = gold_of(case)
    wordings = [(fact.report, str(fact.asked["text"])) for fact in gold.facts]
    wordings += [(key, words) for key in gold.reports for words in gold.fair(key)]
    assert wordings
    assert [w for key, w in wordings if not stretches(w, gold.folded[key])] == []


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_every_fact_that_a_group_names_is_there(case: Path) -> None:
    gold = gold_of(case)
    ids = [fact.id for fact in gold.facts]
    assert len(ids) == len(set(ids))
    named = {m for group in gold.listed("comparable") for m in group["members"]}
    named |= {m for apart in gold.listed("not_comparable") for m in apart["pair"]}
    named |= {m for key in ("disputes", "not_disputed") for one in gold.listed(key) for m in one["between"]}
    named |= {m for update in gold.listed("updates") for m in update["members"]}
    assert named <= set(ids)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_every_speaker_and_party_has_its_names(case: Path) -> None:
    gold = gold_of(case)
    asked = {name for fact in gold.facts for name in fact.asked.get("attribution", [])}
    asked |= {
        str(fact.asked[f]) for fact in gold.facts for f in ("party", "perpetrator") if fact.asked.get(f)
    }
    assert asked <= set(gold.aliases)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_every_interval_runs_forward(case: Path) -> None:
    pairs = [fact.asked["when"] for fact in gold_of(case).facts if fact.asked.get("when")]
    pairs += [report["dated"] for report in gold_of(case).reports.values() if report.get("dated")]
    assert all(date.fromisoformat(first) <= date.fromisoformat(last) for first, last in pairs)
