"""What lasted beside the events of the timeline: who held a place, and agreements of those who are chosen."""

from collections.abc import Iterator

from warmonitor.store.filters import Filters
from warmonitor.store.reader import Reader, Record
from warmonitor.store.spans import Window
from warmonitor.web.pages.timeline.asked import AskedTimeline
from warmonitor.web.pages.timeline.lanes import stretch
from warmonitor.web.pages.timeline.parts import Course, Stretch
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.links import page_of

MOST = 100  # spells, and agreements


def spells(reader: Reader, asked: AskedTimeline, window: Window, actor: str | None) -> list[Course]:
    """Return spells of a chosen place, or of places that a chosen actor (by name) held or rang."""
    if asked.place is None and actor is None:
        return []
    wanted = Filters(place=asked.place, actor=actor, since=window.first, until=window.last)
    return list(_spells(reader.page("control", wanted, limit=MOST).records, window))


def _spells(found: tuple[Record, ...], window: Window) -> Iterator[Course]:
    for one in found:
        place, part = one["place"], one["part"]
        yield Course(
            id=one["id"],
            subject=f"{place['name']}, {part}" if part else place["name"] or "place not known",
            subject_href=page_of("places", place["id"]) if place["id"] else None,
            words=words.spell_words(one),
            earliest=one["earliest"],
            latest=one["latest"],
            status=one["status"],
            href=page_of("control", one["id"]),
            stretches=list(_stretches(window, one)),
        )


def _stretches(window: Window, spell: Record) -> Iterator[Stretch]:
    parts = spell["stretches"] or [{**spell, "evidence": "carried"}]
    for part in parts:
        if spread := stretch(window, part["earliest"], part["latest"]):
            yield Stretch(x=spread[0], width=spread[1], evidence=part["evidence"])


def agreements(reader: Reader, asked: AskedTimeline, window: Window) -> list[Course]:
    """Return agreements of a chosen actor, or broken at a chosen place."""
    if asked.place is None and asked.actor is None:
        return []
    wanted = Filters(place=asked.place, actor=asked.actor, since=window.first, until=window.last)
    return list(_agreements(reader.page("agreements", wanted, limit=MOST).records, window))


def _agreements(found: tuple[Record, ...], window: Window) -> Iterator[Course]:
    for one in found:
        when = one["in_force"] or one["when"]
        until = one["until"]
        latest = until["latest"] if until else when["latest"]
        spread = stretch(window, when["earliest"], latest)
        yield Course(
            id=one["id"],
            subject=", ".join(party["name"] or "a party not named" for party in one["parties"])
            or "parties not known",
            subject_href=None,
            words=next(iter([*one["names"], *one["terms"]]), None) or f"{one['kind']} agreement",
            earliest=when["earliest"],
            latest=latest,
            status=one["state"],
            href=page_of("agreements", one["id"]),
            stretches=[Stretch(x=spread[0], width=spread[1], evidence="told")] if spread else [],
        )
