"""The made campaign: the same from a seed, of many forms, its truth borne out, its scorer able to fail."""

from collections import deque
from typing import Any

import pytest

from eval.campaign.given import ask_given
from eval.campaign.make import Campaign, make_campaign, write_campaign
from eval.campaign.score import Sheet, score_access, score_holders
from eval.campaign.words import sentences

SIZE = (30, 60, 200)
NO_CONTROL = {"filler", "towards", "said", "titles", "parts"}


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return make_campaign(1)


def test_a_seed_gives_the_same_campaign_and_another_seed_another(campaign: Campaign) -> None:
    assert make_campaign(1) == campaign
    assert make_campaign(2).reports != campaign.reports


def test_it_has_thirty_places_sixty_days_two_hundred_reports(campaign: Campaign) -> None:
    truth = campaign.truth()
    assert (len(truth["holders"]), truth["days"], len(campaign.reports)) == SIZE
    assert sum(one.copy_of is not None for one in campaign.reports) >= 20
    assert any(not one.dated for one in campaign.reports)
    assert any(not telling.true for one in campaign.reports for telling in one.tellings)


def test_control_is_told_in_many_forms() -> None:
    forms = [form for kind, rows in sentences().items() if kind not in NO_CONTROL for form in rows]
    assert len(set(forms)) == len(forms) >= 120


def test_each_copy_has_the_text_of_an_original(campaign: Campaign) -> None:
    texts = [one.text for one in campaign.reports if one.copy_of is None]
    assert all(one.text in texts for one in campaign.reports if one.copy_of is not None)


def test_who_is_cut_off_is_borne_out_by_the_roads(campaign: Campaign) -> None:
    """Searched anew from every place: over calm ground of its own side to an exit, its own fights aside."""
    land = campaign.land
    for states, cut in zip(campaign.war.states, campaign.war.cut, strict=True):
        for place in states:
            seen, queue = {place}, deque([place])
            out = False
            while queue:
                here = queue.popleft()
                out = out or here in land.exits
                for other in set(land.near(here)) - seen:
                    if states[other].holder == states[place].holder and not states[other].against:
                        seen.add(other)
                        queue.append(other)
            assert (place in cut) is not out


def account_of(truth: dict[str, Any], *, wrong: str = "") -> dict[str, Any]:
    first = truth["first_day"]
    names = {key: sorted(said)[0] for key, said in truth["sides"].items()}
    held = [(place, told[0]) for place, told in sorted(truth["holders"].items())]
    return {"control": [
        {"place": {"name": place}, "part": None, "holder": wrong or names.get(told), "status": "held",
         "earliest": first, "latest": first} for place, told in held
    ]}  # fmt: skip


def test_the_scorer_tells_right_from_wrong(campaign: Campaign) -> None:
    truth = campaign.truth()
    asked = dict.fromkeys(truth["holders"], (0,))
    good, bad = Sheet(), Sheet()
    score_holders(account_of(truth), truth, asked, "holder", good)
    score_holders(account_of(truth, wrong="nobody known"), truth, asked, "holder", bad)
    assert (good.shares(), bad.shares()) == ({"holder": 1.0}, {"holder": 0.0})


def test_access_not_computed_is_not_right(campaign: Campaign) -> None:
    truth, sheet = campaign.truth(), Sheet()
    score_access({}, truth, dict.fromkeys(truth["holders"], (0,)), "cut off", sheet)
    assert sheet.shares() == {"cut off": 0.0}


def test_it_is_written_with_roads_and_places(campaign: Campaign, tmp_path: Any) -> None:
    assert write_campaign(campaign, tmp_path).name == "reports.jsonl"
    assert {file.name for file in tmp_path.iterdir()} == {
        "reports.jsonl", "truth.json", "roads.geojson", "places.geojson",
    }  # fmt: skip


def test_who_is_cut_off_follows_from_the_true_course() -> None:
    sheet = ask_given(2)
    assert sheet.asked["cut off, true control"] > 1000
    assert sheet.shares()["cut off, true control"] >= 0.98
