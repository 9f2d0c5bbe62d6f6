"""Control of places over time: each spell in words, with days that are told of and days that are not."""

from collections.abc import Iterable, Sequence
from datetime import date

from warmonitor.model.spoken import NOT_KNOWN, when_words
from warmonitor.store.reader import Record
from warmonitor.web.pages.entities.lines import Named
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording import words

_WIDTH = 1000  # units of a strip
_EDGE = 30  # where an end is not known


class Stretch(Part):
    """Days of a spell by what they rest on; `at` and `wide` are thousandths of the time shown."""

    when: str
    evidence: str
    at: int
    wide: int


class Spell(Part):
    """Who held a place, or a part of it, on which days, and why that is thought."""

    id: str
    place: Named
    part: str | None
    said: str
    holder: str | None
    status: str
    when: str
    stretches: list[Stretch]
    because: str
    claims: int


class Strips(Part):
    """Spells with strips on one scale, which runs over the days of `when`."""

    when: str
    spells: list[Spell]


def strips(spells: Sequence[Record]) -> Strips:
    """Return spells on one scale of days."""
    ends = sorted(
        date.fromisoformat(day)
        for one in spells
        for day in (one["earliest"], one["latest"], *_ends(one["stretches"]))
        if day
    )
    first, last = (ends[0], ends[-1]) if ends else (date.min, date.min)
    told = when_words(first, last) if ends else NOT_KNOWN
    return Strips(when=told, spells=[_spell(one, first, last) for one in spells])


def _ends(stretches: Iterable[Record]) -> Iterable[str | None]:
    return (one[end] for one in stretches for end in ("earliest", "latest"))


def _spell(spell: Record, first: date, last: date) -> Spell:
    place = spell["place"]
    return Spell(
        id=spell["id"],
        place=Named(id=place["id"], name=place["name"]),
        part=spell["part"],
        said=words.spell_words(spell),
        holder=spell["holder"],
        status=spell["status"],
        when=words.when(spell),
        stretches=[_stretch(one, first, last) for one in spell["stretches"]],
        because=spell["because"],
        claims=len(spell["claims"]),
    )


def _stretch(stretch: Record, first: date, last: date) -> Stretch:
    """Return days with their share of a strip; an end that is not known runs to the edge."""
    span = (last - first).days + 1
    inner = _WIDTH - 2 * _EDGE
    starts, ends = (
        date.fromisoformat(day) if day else None for day in (stretch["earliest"], stretch["latest"])
    )
    left = _EDGE + round(inner * (starts - first).days / span) if starts else 0
    right = _EDGE + round(inner * ((ends - first).days + 1) / span) if ends else _WIDTH
    return Stretch(when=words.when(stretch), evidence=stretch["evidence"], at=left, wide=max(right - left, 4))
