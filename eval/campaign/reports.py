"""Two hundred reports of a campaign: tellings gathered into texts, reprinted, left undated."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from eval.campaign.outlets import Cast, Outlet
from eval.campaign.telling import Telling, noise, standing, tellings
from eval.campaign.war import DAYS, War
from eval.campaign.words import Writer

REPORTS, REPRINTS, UNDATED, MOST = 200, 24, 8, 4
WEEK = 7


@dataclass(frozen=True)
class Written:
    """A report: who printed it when, title and text, and the tellings that its sentences put into words."""

    outlet: str
    day: int
    dated: bool
    title: str
    text: str
    tellings: tuple[Telling, ...]
    copy_of: int | None = None


def write_reports(war: War, cast: Cast, begun: date, chance: Random) -> list[Written]:
    """Return the reports in the order of their days."""
    writer = Writer(war.land, cast, begun, chance)
    batches = _batches(war, cast, chance)
    originals = [_report(war, cast, writer, batch, chance) for batch in batches]
    originals = _undated(originals, chance)
    copies = [_reprint(cast, writer, originals, chance) for _ in range(REPRINTS)]
    return sorted([*originals, *copies], key=lambda one: (one.day, one.outlet, one.title, one.text))


def _batches(war: War, cast: Cast, chance: Random) -> list[list[Telling]]:
    """Return the tellings of each report; what is left of the number wanted tells how places stand."""
    by_issue: dict[tuple[int, str], list[Telling]] = defaultdict(list)
    for one in tellings(war, cast, chance):
        by_issue[one.told, one.outlet].append(one)
    found = [told[i : i + MOST] for _, told in sorted(by_issue.items()) for i in range(0, len(told), MOST)]
    wanted = REPORTS - REPRINTS
    weekly = [(day, cast.of_kind("weekly")[0]) for day in range(WEEK - 1, DAYS, WEEK)]
    others = [one for one in cast.outlets if one.kind not in {"reprint", "weekly", "side"}]
    while len(weekly) + len(found) < wanted:
        weekly.append((chance.randrange(DAYS), chance.choice(others)))
    chance.shuffle(found)
    found = found[: wanted - len(weekly)]
    for day, outlet in weekly:
        number = 6 if outlet.kind == "weekly" else 2
        told = [standing(war, outlet, day, chance) for _ in range(number)]
        found.append(list({one.place: one for one in told}.values()))
    return sorted(found, key=lambda batch: (batch[0].told, batch[0].outlet, batch[0].place))


def _report(war: War, cast: Cast, writer: Writer, batch: list[Telling], chance: Random) -> Written:
    outlet = next(one for one in cast.outlets if one.key == batch[0].outlet)
    day = batch[0].told
    told = list(batch)
    if len(told) < MOST and chance.random() < 0.6:
        told.append(standing(war, outlet, day, chance) if outlet.kind != "side" and chance.random() < 0.6
                    else noise(war, cast, outlet, day, chance))  # fmt: skip
    title, text = writer.article(outlet, day, told)
    return Written(outlet.name, day, True, title, text, tuple(told))


def _undated(reports: list[Written], chance: Random) -> list[Written]:
    """Take the date from a few reports of local pages, which go on telling of weekdays."""
    able = [i for i, one in enumerate(reports) if "Local" in one.outlet or "Diary" in one.outlet]
    bare = set(chance.sample(able, min(UNDATED, len(able))))
    return [replace(one, dated=i not in bare) for i, one in enumerate(reports)]


def _reprint(cast: Cast, writer: Writer, originals: list[Written], chance: Random) -> Written:
    """Return a reprint of an agency's or monitor's report under another title, days later."""
    able = [i for i, one in enumerate(originals) if "Agency" in one.outlet or "Observatory" in one.outlet]
    of = chance.choice(able)
    one = originals[of]
    outlet: Outlet = chance.choice(cast.of_kind("reprint"))
    day = min(DAYS - 1, one.day + chance.choice((0, 1, 1, 2, 4)))
    return Written(
        outlet.name, day, True, writer.other_title(one.tellings, one.day), one.text, one.tellings, of
    )


def published(begun: date, report: Written) -> date | None:
    """Return the date that a report bears, None where it bears none."""
    return begun + timedelta(days=report.day) if report.dated else None
