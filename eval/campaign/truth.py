"""The truth of a campaign: who holds each place on each day, which are cut off, and what could be known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from eval.campaign.reports import Written, published
from eval.campaign.telling import Telling
from eval.campaign.war import DAYS, War

FRESH = 21  # days for which a reader trusts the last word about a place
BEGINS = frozenset({"captured", "recaptured", "withdrew", "assault", "repulsed", "same_day", "retold"})
SAYS = BEGINS | {"holds", "holds_list"}


@dataclass(frozen=True)
class Span:
    """Days through which a place stands alike, first and last, and how it stands."""

    first: int
    last: int
    told: str


def spans(war: War, place: str) -> list[Span]:
    """Return the spans of a place in order."""
    found: list[Span] = []
    for day in range(DAYS):
        told = war.states[day][place].told()
        if found and found[-1].told == told:
            found[-1] = Span(found[-1].first, day, told)
        else:
            found.append(Span(day, day, told))
    return found


def askable(war: War, reports: Iterable[Written], until: int = DAYS) -> dict[str, set[int]]:
    """Return, by place, the days on which a careful reader of the reports up to a day could say who holds it.

    A span is known from the first day that a true telling is about, up to its end where its end is told, to
    the last day told where it is not and something else is told later, else for three weeks.
    """
    told: dict[str, list[Telling]] = {}
    for report in reports:
        if report.day <= until:
            for one in report.tellings:
                for place in (one.place, *(one.other if one.kind == "holds_list" else ())):
                    told.setdefault(place, []).append(one)
    return {place: _known(spans(war, place), told.get(place, []), until) for place in sorted(war.states[0])}


def _known(parts: list[Span], told: list[Telling], until: int) -> set[int]:
    days = sorted({one.day for one in told if one.true and one.kind in SAYS})
    begun = {one.day for one in told if one.true and one.kind in BEGINS}
    found: set[int] = set()
    for part in parts:
        within = [day for day in days if part.first <= day <= part.last]
        if within:
            last = min(part.last, within[-1] + FRESH)
            if part.last + 1 in begun:
                last = part.last
            elif any(day > part.last for day in days):
                last = within[-1]
            found.update(range(within[0], min(last, until) + 1))
    return found - _misled(told)


def _misled(told: list[Telling]) -> set[int]:
    """Return the days for which a false claim is not answered by anything true told later."""
    found: set[int] = set()
    for one in told:
        after = [t for t in told if t.true and t.told >= one.told and t.kind in SAYS | {"denied"}]
        if not one.true and one.kind == "captured" and not after:
            found.update(range(one.day, DAYS))
    return found


def truth(war: War, reports: list[Written], begun: date, cast: Any) -> dict[str, Any]:
    """Return the truth as JSON: `holders` and `cut_off` by place, an entry a day; `asked`; `sides`."""
    places = sorted(war.states[0])
    return {
        "first_day": begun.isoformat(),
        "days": DAYS,
        "sides": {key: list(side.aliases) for key, side in cast.sides.items()},
        "exits": list(war.land.exits),
        "holders": {place: [war.states[day][place].told() for day in range(DAYS)] for place in places},
        "inside": {place: [war.states[day][place].holder for day in range(DAYS)] for place in places},
        "cut_off": {place: [place in war.cut[day] for day in range(DAYS)] for place in places},
        "asked": {place: sorted(days) for place, days in askable(war, reports).items()},
        "changes": {place: [part.first for part in spans(war, place)][1:] for place in places},
        "happenings": [
            [(begun + timedelta(days=h.day)).isoformat(), h.kind, h.place, h.side, h.against]
            for h in war.happenings
        ],
        "reports": [
            {"outlet": one.outlet, "published": str(published(begun, one) or ""), "day": one.day,
             "copy_of": one.copy_of,
             "tells": [[t.kind, t.place, t.side, t.against, t.day, t.true] for t in one.tellings]}
            for one in reports
        ],
    }  # fmt: skip
