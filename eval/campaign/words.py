"""Tellings put into words: a form of its kind, filled in, who says so, and days as a reporter says them."""

from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from eval.campaign.land import Land
from eval.campaign.outlets import MONTHS, Cast, Outlet
from eval.campaign.telling import Telling

PLURAL_FIRST = ("As", "Bs")
DIRECT = frozenset({"denied", "wide"})  # forms that name their speaker themselves
OWN_VOICE = frozenset(
    {"filler", "planned", "towards", "retold", "denied_by_others", "corrected", "holds_list"}
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NTH = ("fifth", "ninth", "tenth")
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@lru_cache(maxsize=1)
def sentences() -> dict[str, Any]:
    """Return the sentence forms by kind."""
    found: dict[str, Any] = yaml.safe_load(
        Path(__file__).with_name("sentences.yml").read_text(encoding="utf-8")
    )
    return found


SMALL = frozenset(
    "The In On Early Late After Fighting Control Street Clashes Neither All Inside Nothing Government Rebel "
    "Rebels Fighters Today Yesterday A Since Despite Reports Still It Residents".split()
)


class Writer:
    """Writes reports of one campaign; each form comes up again only when all of its kind have been used."""

    def __init__(self, land: Land, cast: Cast, begun: date, chance: Random) -> None:
        """Take the land, its voices, the first day and the chance to draw with."""
        self._land, self._cast, self._begun, self._chance = land, cast, begun, chance
        self._left: dict[str, list[str]] = {}

    def article(self, outlet: Outlet, day: int, told: list[Telling]) -> tuple[str, str]:
        """Return title and text of one report."""
        lines = [line for one in told for line in self._paragraph(outlet, day, one)]
        lines.insert(self._chance.randint(1, len(lines)), self._fill(self._form("filler"), told[0], day))
        if outlet.kind == "agency":
            said = f"{MONTHS[self._on(day).month - 1][:3]} {self._on(day).day}"
            lines[0] = f"{self._land.exits[0].upper()}, {said} ({outlet.name}) - {lines[0]}"
        return self.other_title(tuple(told), day), "\n\n".join(lines)

    def other_title(self, told: tuple[Telling, ...], day: int) -> str:
        """Return a title for a report on a day."""
        titles = sentences()["titles"]
        kind = told[0].kind if told[0].true and told[0].kind in titles else "other"
        return self._fill(self._chance.choice(titles[kind]), told[0], day)

    def _paragraph(self, outlet: Outlet, day: int, one: Telling) -> list[str]:
        bare = self._fill(self._form(one.kind), one, day)
        own = outlet.kind in {"monitor", "weekly"} or (outlet.kind == "local" and self._chance.random() < 0.5)
        speaker = self._speaker(one)
        if one.kind in DIRECT | OWN_VOICE or own or not speaker:
            return [bare]
        first, *rest = bare.split(". ")
        clause = first.rstrip(".")
        form = self._form("said")
        said = form.replace("{S}", speaker).replace("{clause}", _lowered(clause)).replace("{Clause}", clause)
        return [" ".join([_capital(said), *rest])]

    def _speaker(self, one: Telling) -> str:
        if one.speaker == "monitor":
            return f"the {self._cast.monitor}"
        if one.speaker == "local":
            return self._chance.choice(
                ("residents", "a shopkeeper in the town", "two residents reached by phone")
            )
        return self._chance.choice(self._cast.sides[one.speaker].speakers) if one.speaker else ""

    def _form(self, kind: str) -> str:
        if not self._left.get(kind):
            self._left[kind] = list(sentences()[kind])
            self._chance.shuffle(self._left[kind])
        return self._left[kind].pop()

    def _fill(self, form: str, one: Telling, day: int) -> str:
        chance = self._chance
        values = {"P": one.place, "n": chance.choice(WORDS[1:]), "nth": chance.choice(NTH),
                  "when": self.when(one.day, day), "since": self.since(one.day, day),
                  "date": self._date(one.day), "part": chance.choice(sentences()["parts"]),
                  "country": self._land.country, "province": self._land.spot(one.place).province}  # fmt: skip
        values["When"] = _capital(values["when"])
        for letter, key in (("A", one.side), ("B", one.against)):
            values |= self._names(letter, key)
        near = [*one.other, *self._land.near(one.place), *self._land.exits]
        values["Q"], values["R"] = near[0], near[1]
        values["S"] = self._speaker(one) or "a spokesman"
        return _capital(form.format(**values))

    def _names(self, letter: str, key: str) -> dict[str, str]:
        side = self._cast.sides.get(key)
        if side is None:
            return {letter: "the enemy", f"{letter}s": "the enemy", f"{letter}a": "enemy"}
        chance = self._chance
        return {
            letter: chance.choice(side.names),
            f"{letter}s": chance.choice(side.plurals),
            f"{letter}a": side.adjective,
        }

    def _on(self, day: int) -> date:
        return self._begun + timedelta(days=day)

    def _date(self, day: int) -> str:
        on = self._on(day)
        return f"{on.day} {MONTHS[on.month - 1]}"

    def when(self, day: int, told: int) -> str:
        """Return a day as a report of another day calls it."""
        ago = told - day
        weekday = WEEKDAYS[self._on(day).weekday()]
        if ago == 0:
            return self._chance.choice(
                (f"on {weekday}", "today", f"early on {weekday}", f"on {weekday} morning")
            )
        if ago == 1:
            return self._chance.choice((f"on {weekday}", "yesterday", f"late on {weekday}"))
        return f"on {weekday}" if ago <= 5 else f"on {self._date(day)}"

    def since(self, day: int, told: int) -> str:
        """Return a day as "since" leads it in."""
        return WEEKDAYS[self._on(day).weekday()] if told - day <= 5 else self._date(day)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lowered(text: str) -> str:
    """Return a sentence as a clause: without the capital of an article or a preposition at its head."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first in SMALL else text
