"""A campaign read by the program, as its command does, and asked for its truth."""

import tempfile
from pathlib import Path

from eval.campaign.make import Campaign, make_campaign, write_campaign
from eval.campaign.score import Json, Sheet, score_access, score_holders
from eval.campaign.truth import askable
from eval.campaign.war import DAYS
from eval.run_account import run_account
from warmonitor.run.roads import add_roads


def ask(seed: int) -> Sheet:
    """Return right and asked of one seed: `holder` where it could be known, `holder, any day` everywhere."""
    campaign = make_campaign(seed)
    with tempfile.TemporaryDirectory() as folder:
        reports, kept = write_campaign(campaign, Path(folder)), Path(folder) / "references"
        add_roads(kept, Path(folder) / "roads.geojson", "made")
        account = run_account(reports, kept)
    return asked_of(account, campaign)


def asked_of(account: Json, campaign: Campaign) -> Sheet:
    """Return the filled sheet of one account of a campaign."""
    truth, sheet = campaign.truth(), Sheet()
    anywhere = dict.fromkeys(truth["asked"], range(DAYS))
    score_holders(account, truth, truth["asked"], "holder", sheet)
    score_holders(account, truth, anywhere, "holder, any day", sheet)
    if account.get("access"):
        score_access(account, truth, truth["asked"], "cut off", sheet)
    return sheet


def by_day(seed: int, days: tuple[int, ...] = (14, 29, 44, 59)) -> Sheet:
    """Return who held what on the days named, each by the reports of up to that day alone."""
    campaign, sheet = make_campaign(seed), Sheet()
    truth = campaign.truth()
    for day in days:
        before = Campaign(
            **{**_parts(campaign), "reports": [one for one in campaign.reports if one.day <= day]}
        )
        with tempfile.TemporaryDirectory() as folder:
            account = run_account(write_campaign(before, Path(folder)))
        known = askable(campaign.war, campaign.reports, day)
        asked = {place: [day] for place, found in known.items() if day in found}
        score_holders(account, truth, asked, "holder, as of the day", sheet)
    return sheet


def _parts(campaign: Campaign) -> Json:
    return {name: getattr(campaign, name) for name in ("seed", "begun", "land", "cast", "war", "reports")}
