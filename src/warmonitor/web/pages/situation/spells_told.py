"""Spells of control and ways out that began or ended, as lines of a table."""

from collections.abc import Sequence

from warmonitor.store.reader import Record
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.links import page_of

CARRIED = "carried"


class Turn(Part):
    """A place that stands otherwise from a day on: how now and how before, with their pages."""

    day: str
    place: Record | None
    part: str | None
    now: str
    now_href: str | None
    before: str | None
    before_href: str | None


def turns(begun: Sequence[Record], over: Sequence[Record], most: int) -> list[Turn]:
    """Return how places turned, the latest first: spells that began, and those that none followed."""
    before = {_ground(one): one for one in reversed(over)}
    told = [(one["earliest"], _began(one, before.get(_ground(one)))) for one in begun]
    followed = {_ground(one) for one in begun}
    told += [(one["latest"], _over(one)) for one in over if _ground(one) not in followed]
    ordered = sorted(told, key=lambda pair: pair[0] or "", reverse=True)
    return [turn for _, turn in ordered[:most]]


def _ground(spell: Record) -> tuple[str | None, str | None]:
    place = spell["place"] or {}
    return place.get("id") or place.get("name"), spell.get("part")


def _began(spell: Record, before: Record | None) -> Turn:
    return Turn(
        day=words.day(spell["earliest"]),
        place=spell["place"],
        part=spell["part"],
        now=words.spell_words(spell),
        now_href=page_of("control", spell["id"]),
        before=words.spell_words(before) if before else None,
        before_href=page_of("control", before["id"]) if before else None,
    )


def _over(spell: Record) -> Turn:
    faded = bool(spell["stretches"]) and spell["stretches"][-1]["evidence"] == CARRIED
    return Turn(
        day=words.day(spell["latest"]),
        place=spell["place"],
        part=spell["part"],
        now="not known any more: nobody has told of it for long" if faded else "nothing is told after this",
        now_href=None,
        before=words.spell_words(spell),
        before_href=page_of("control", spell["id"]),
    )
