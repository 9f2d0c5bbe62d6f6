"""A figure by who says what: what each origin said one after the other."""

from collections.abc import Iterator

from warmonitor.model.spoken import range_words
from warmonitor.store.reader import Reader, Record
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.evidence import sentences

_MOST, MOST_APART = 60, 20  # counts, and claims left out


class Count(Part):
    """One count of an origin: its number, the day on which it was told, and what it did to the one before."""

    said: str
    told: str
    mark: str
    href: str


class Origin(Part):
    """An origin with its counts, the last of which it says now."""

    name: str
    counts: list[Count]


class LeftOut(Part):
    """A claim that was looked at for the figure and left out, and why."""

    said: str
    why: str
    href: str


def left_out(reader: Reader, figure: Record) -> list[LeftOut]:
    """Return what was left out of a figure, up to MOST_APART claims."""
    apart = {one["claim"]: one["because"] for one in figure["apart"][:MOST_APART]}
    return [LeftOut(said=one.said, why=apart[one.claim], href=one.href) for one in sentences(reader, apart)]


def origins_of(reader: Reader, figure: Record) -> list[Origin]:
    """Return the origins of a figure with what each said."""
    counts = [count for one in figure["history"] for count in one["counts"]][:_MOST]
    known = {one.claim: one.href for one in sentences(reader, [count["claim"] for count in counts])}
    made = (
        Origin(name=one["origin"], counts=list(_counts(one["counts"], known))) for one in figure["history"]
    )
    return [one for one in made if one.counts]


def _counts(counts: list[Record], known: dict[str, str]) -> Iterator[Count]:
    for one in counts:
        if href := known.get(one["claim"]):
            said = range_words(one["low"], one["high"])
            yield Count(said=said, told=words.day(one["told"]), mark=one["mark"], href=href)
