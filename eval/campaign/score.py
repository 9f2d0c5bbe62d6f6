"""Questions to an account of a campaign: who holds each place on each day, which are cut off."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

Json = dict[str, Any]
FIRM = frozenset({"held", "contested"})
OPEN = "open"


@dataclass
class Sheet:
    """Right and asked by question, and what was answered wrongly."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[str, str, int, str, str]] = field(default_factory=list)

    def count(self, row: str, place: str, day: int, wanted: str, got: str, *, right: bool) -> None:
        """Write down one answer."""
        self.asked[row] += 1
        self.right[row] += right
        if not right:
            self.misses.append((row, place, day, wanted, got))

    def shares(self) -> dict[str, float]:
        """Return the share of right answers by question."""
        return {row: self.right[row] / asked for row, asked in sorted(self.asked.items())}


def score_holders(
    account: Json, truth: Json, asked: Mapping[str, Iterable[int]], row: str, sheet: Sheet
) -> None:
    """Ask who holds each place on the days asked; on a day of change both that day's states are right."""
    spells: dict[str, list[Json]] = {}
    for spell in account["control"]:
        if spell.get("part") is None and spell["status"] != "surrounded":
            spells.setdefault(_name(spell), []).append(spell)
    begun = date.fromisoformat(truth["first_day"])
    for place, days in sorted(asked.items()):
        for day in sorted(days):
            got = _answer(spells.get(place.casefold(), []), begun + timedelta(days=day), truth["sides"])
            wanted = _allowed(truth, place, day)
            sheet.count(row, place, day, "/".join(sorted(wanted)), got, right=got in wanted)


def _allowed(truth: Json, place: str, day: int) -> set[str]:
    """Return what is right to say: how it stands, and on a day of change also how it stood the day before."""
    told = truth["holders"][place]
    return {told[day], told[day - 1]} if day in truth["changes"][place] else {told[day]}


def _answer(spells: list[Json], on: date, sides: Json) -> str:
    """Return the side, "contested", "unknown", "nothing", or several that do not agree."""
    there = [one for one in spells if _covers(one, on)]
    firm = [one for one in there if one["status"] in FIRM] or [s for s in there if s["status"] == "claimed"]
    told = sorted({"contested" if one["status"] == "contested" else _side(one, sides) for one in firm})
    if not told:
        return "unknown" if there else "nothing"
    return told[0] if len(told) == 1 else " and ".join(told)


def _covers(spell: Json, on: date) -> bool:
    day = on.isoformat()
    return (str(spell["earliest"] or "0")) <= day <= (str(spell["latest"] or "9"))


def _side(spell: Json, sides: Json) -> str:
    holder = _plain(spell["holder"] or "nobody")
    found = [key for key, names in sides.items() if holder in {_plain(name) for name in names}]
    return found[0] if found else f"? {holder}"


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ").removesuffix(" forces").removesuffix(" fighters")


def _name(told: Json) -> str:
    place = told["place"]
    return str(place["name"] if isinstance(place, dict) else place).casefold()


def score_access(
    account: Json, truth: Json, asked: Mapping[str, Iterable[int]], row: str, sheet: Sheet
) -> None:
    """Ask which places are cut off on the days asked; a day on which that changes is not asked."""
    told: dict[str, list[Json]] = {}
    for one in account.get("access", []):
        told.setdefault(_name(one), []).append(one)
    begun = date.fromisoformat(truth["first_day"])
    for place, days in sorted(asked.items()):
        cut = truth["cut_off"][place]
        for day in sorted(days):
            if day and cut[day] != cut[day - 1]:
                continue
            on = begun + timedelta(days=day)
            got = sorted({str(one["computed"]) for one in told.get(place.casefold(), []) if _covers(one, on)})
            wanted = "cut off" if cut[day] else OPEN
            right = bool(got) and ("cut off" in got) == cut[day] and "unknown" not in got
            sheet.count(row, place, day, wanted, " and ".join(got) or "nothing", right=right)
